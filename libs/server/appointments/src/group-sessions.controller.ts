import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, ExistingId, OfId } from '@relais/server/kernel';
import {
  GroupSessionList,
  GroupSessionsQuery,
  GroupSessionView,
  MoveGroupSessionRequest,
  PlanGroupSessionRequest,
  SeatRequest,
} from './group-sessions.messages';
import { MoveGroupSession } from './move-group-session';
import { PlanGroupSession } from './plan-group-session';
import { SeatPerson } from './seat-person';
import { ShowGroupSession } from './show-group-session';

@ApiTags('appointments')
@Controller('group-sessions')
export class GroupSessionsController {
  constructor(
    private readonly plan: PlanGroupSession,
    private readonly move: MoveGroupSession,
    private readonly seat: SeatPerson,
    private readonly show: ShowGroupSession,
  ) {}

  @Get()
  @Can('appointment.plan')
  @Answers(GroupSessionList)
  listGroupSessions(@Query() query: GroupSessionsQuery): Promise<GroupSessionList> {
    return this.show.list(query);
  }

  @Post()
  @Can('appointment.plan')
  @Creates(GroupSessionView)
  planGroupSession(@Body() request: PlanGroupSessionRequest): Promise<GroupSessionView> {
    return this.plan.execute(request);
  }

  @Get(':id')
  @Can('appointment.plan')
  @Answers(GroupSessionView)
  @OfId()
  showGroupSession(@Param('id', ExistingId) id: Id): Promise<GroupSessionView> {
    return this.show.execute(id);
  }

  @Post(':id/participants')
  @Can('appointment.plan')
  @Answers(GroupSessionView)
  @OfId()
  seatPerson(@Param('id', ExistingId) id: Id, @Body() { beneficiaryId }: SeatRequest): Promise<GroupSessionView> {
    return this.seat.execute(id, beneficiaryId);
  }

  @Post(':id/move')
  @Can('appointment.plan')
  @Answers(GroupSessionView)
  @OfId()
  moveGroupSession(@Param('id', ExistingId) id: Id, @Body() request: MoveGroupSessionRequest): Promise<GroupSessionView> {
    return this.move.execute(id, request);
  }

  @Post(':id/cancel')
  @Can('appointment.plan')
  @Answers(GroupSessionView)
  @OfId()
  cancelGroupSession(@Param('id', ExistingId) id: Id): Promise<GroupSessionView> {
    return this.plan.cancel(id);
  }
}
