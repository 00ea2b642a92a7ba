import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, ExistingId, OfId } from '@relais/server/kernel';
import { AgendaPage, AgendaQuery, AppointmentView, MoveAppointmentRequest, PlanAppointmentRequest } from './appointments.messages';
import { ListAgenda } from './list-agenda';
import { MoveAppointment } from './move-appointment';
import { PlanAppointment } from './plan-appointment';
import { SettleAppointment } from './settle-appointment';

@ApiTags('appointments')
@Controller('appointments')
export class AppointmentsController {
  constructor(
    private readonly agenda: ListAgenda,
    private readonly plan: PlanAppointment,
    private readonly settle: SettleAppointment,
    private readonly move: MoveAppointment,
  ) {}

  @Get()
  @Can('appointment.plan')
  @Answers(AgendaPage)
  listAgenda(@Query() query: AgendaQuery): Promise<AgendaPage> {
    return this.agenda.execute(query);
  }

  @Post()
  @Can('appointment.plan')
  @Creates(AppointmentView)
  planAppointment(@Body() request: PlanAppointmentRequest): Promise<AppointmentView> {
    return this.plan.execute(request);
  }

  @Post(':id/honour')
  @Can('appointment.plan')
  @Answers(AppointmentView)
  @OfId()
  honourAppointment(@Param('id', ExistingId) id: Id): Promise<AppointmentView> {
    return this.settle.execute('honour', id);
  }

  @Post(':id/no-show')
  @Can('appointment.plan')
  @Answers(AppointmentView)
  @OfId()
  recordNoShow(@Param('id', ExistingId) id: Id): Promise<AppointmentView> {
    return this.settle.execute('no_show', id);
  }

  @Post(':id/excuse')
  @Can('appointment.plan')
  @Answers(AppointmentView)
  @OfId()
  excuseAppointment(@Param('id', ExistingId) id: Id): Promise<AppointmentView> {
    return this.settle.execute('excuse', id);
  }

  @Post(':id/cancel')
  @Can('appointment.plan')
  @Answers(AppointmentView)
  @OfId()
  cancelAppointment(@Param('id', ExistingId) id: Id): Promise<AppointmentView> {
    return this.settle.execute('cancel', id);
  }

  @Post(':id/move')
  @Can('appointment.plan')
  @Answers(AppointmentView)
  @OfId()
  moveAppointment(@Param('id', ExistingId) id: Id, @Body() request: MoveAppointmentRequest): Promise<AppointmentView> {
    return this.move.execute(id, request);
  }
}
