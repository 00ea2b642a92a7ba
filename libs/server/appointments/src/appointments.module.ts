import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentEntity } from './appointment.entity';
import { AppointmentsController } from './appointments.controller';
import { LastContact } from './last-contact';
import { ListAgenda } from './list-agenda';
import { PlanAppointment } from './plan-appointment';
import { SettleAppointment } from './settle-appointment';
import { ShowAppointment } from './show-appointment';

/** Slots with a person. Interviews plan and honour them in their own transaction: a listed edge. */
@Module({
  imports: [TypeOrmModule.forFeature([AppointmentEntity])],
  providers: [LastContact, ListAgenda, PlanAppointment, SettleAppointment, ShowAppointment],
  exports: [LastContact, ListAgenda, PlanAppointment, SettleAppointment],
})
export class AppointmentsModule {}

/** The routes of appointments. */
@Module({ imports: [AppointmentsModule], controllers: [AppointmentsController] })
export class AppointmentsApi {}

/** Appointments react to nothing in the worker yet. */
@Module({ imports: [AppointmentsModule] })
export class AppointmentsJobs {}
