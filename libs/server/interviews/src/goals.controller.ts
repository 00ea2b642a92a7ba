import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, EditsVersion, ExistingId, IfMatch, OfId } from '@relais/server/kernel';
import { ChangeGoalRequest, GoalView, NewGoalRequest, OutcomeRequest } from './plan.messages';
import { SetGoal } from './set-goal';

@ApiTags('plan')
@Controller('goals')
export class GoalsController {
  constructor(private readonly goal: SetGoal) {}

  @Post()
  @Can('plan.write')
  @Creates(GoalView)
  setGoal(@Body() request: NewGoalRequest): Promise<GoalView> {
    return this.goal.set(request);
  }

  @Patch(':id')
  @Can('plan.write')
  @Answers(GoalView)
  @EditsVersion()
  @OfId()
  changeGoal(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() request: ChangeGoalRequest): Promise<GoalView> {
    return this.goal.change(id, version, request);
  }

  @Post(':id/meet')
  @Can('plan.write')
  @Answers(GoalView)
  @EditsVersion()
  @OfId()
  meetGoal(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() { outcome }: OutcomeRequest): Promise<GoalView> {
    return this.goal.settle(id, version, 'met', outcome);
  }

  @Post(':id/drop')
  @Can('plan.write')
  @Answers(GoalView)
  @EditsVersion()
  @OfId()
  dropGoal(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() { outcome }: OutcomeRequest): Promise<GoalView> {
    return this.goal.settle(id, version, 'dropped', outcome);
  }

  @Post(':id/reopen')
  @Can('plan.write')
  @Answers(GoalView)
  @EditsVersion()
  @OfId()
  reopenGoal(@Param('id', ExistingId) id: Id, @IfMatch() version: number): Promise<GoalView> {
    return this.goal.settle(id, version, 'open');
  }
}
