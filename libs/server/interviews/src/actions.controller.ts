import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, EditsVersion, ExistingId, IfMatch, OfId } from '@relais/server/kernel';
import { AgreeAction } from './agree-action';
import { ActionView, AssignRequest, ChangeActionRequest, NewActionRequest, OutcomeRequest, PostponeRequest } from './plan.messages';
import { SettleAction } from './settle-action';

@ApiTags('plan')
@Controller('actions')
export class ActionsController {
  constructor(
    private readonly agree: AgreeAction,
    private readonly settle: SettleAction,
  ) {}

  @Post()
  @Can('plan.write')
  @Creates(ActionView)
  agreeAction(@Body() request: NewActionRequest): Promise<ActionView> {
    return this.agree.execute(request);
  }

  @Patch(':id')
  @Can('plan.write')
  @Answers(ActionView)
  @EditsVersion()
  @OfId()
  changeAction(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() request: ChangeActionRequest): Promise<ActionView> {
    return this.settle.change(id, version, request);
  }

  @Post(':id/done')
  @Can('plan.write')
  @Answers(ActionView)
  @EditsVersion()
  @OfId()
  tickAction(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() { outcome }: OutcomeRequest): Promise<ActionView> {
    return this.settle.done(id, version, outcome);
  }

  @Post(':id/drop')
  @Can('plan.write')
  @Answers(ActionView)
  @EditsVersion()
  @OfId()
  dropAction(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() { outcome }: OutcomeRequest): Promise<ActionView> {
    return this.settle.drop(id, version, outcome);
  }

  @Post(':id/reopen')
  @Can('plan.write')
  @Answers(ActionView)
  @EditsVersion()
  @OfId()
  reopenAction(@Param('id', ExistingId) id: Id, @IfMatch() version: number): Promise<ActionView> {
    return this.settle.reopen(id, version);
  }

  @Post(':id/postpone')
  @Can('plan.write')
  @Answers(ActionView)
  @EditsVersion()
  @OfId()
  postponeAction(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() request: PostponeRequest): Promise<ActionView> {
    return this.settle.postpone(id, version, request);
  }

  @Post(':id/assign')
  @Can('plan.write')
  @Answers(ActionView)
  @EditsVersion()
  @OfId()
  assignAction(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() request: AssignRequest): Promise<ActionView> {
    return this.settle.assign(id, version, request);
  }
}
