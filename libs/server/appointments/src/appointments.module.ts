import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgendaController } from './agenda.controller';
import { AppointmentEntity } from './appointment.entity';
import { AppointmentsController } from './appointments.controller';
import { CalendarFeedController } from './calendar-feed.controller';
import { CalendarFeedEntity } from './calendar-feed.entity';
import { FindClashes } from './find-clashes';
import { FindSlots } from './find-slots';
import { GroupSessionEntity } from './group-session.entity';
import { GroupSessionsController } from './group-sessions.controller';
import { KeepAvailability } from './keep-availability';
import { KeepCalendarFeed } from './keep-calendar-feed';
import { LastContact } from './last-contact';
import { ListAgenda } from './list-agenda';
import { ListBusy } from './list-busy';
import { ListPartners } from './list-partners';
import { ListToFill } from './list-to-fill';
import { MoveAppointment } from './move-appointment';
import { MoveGroupSession } from './move-group-session';
import { OnFileClosed } from './on-file-closed.job';
import { OnSessionCancelled } from './on-session-cancelled.job';
import { OnSessionMoved } from './on-session-moved.job';
import { PlanAppointment } from './plan-appointment';
import { PlanGroupSession } from './plan-group-session';
import { ReadCalendar } from './read-calendar';
import { SeatPerson } from './seat-person';
import { SettleAppointment } from './settle-appointment';
import { ShowAppointment } from './show-appointment';
import { ShowGroupSession } from './show-group-session';
import { TakeOverAppointments } from './take-over-appointments';

/** Slots with a person. Interviews plan and honour them in their own transaction: a listed edge. */
@Module({
  imports: [TypeOrmModule.forFeature([AppointmentEntity])],
  providers: [FindClashes, LastContact, PlanAppointment, SettleAppointment, ShowAppointment, TakeOverAppointments],
  exports: [FindClashes, LastContact, PlanAppointment, SettleAppointment, ShowAppointment, TakeOverAppointments],
})
export class AppointmentsModule {}

const agenda = [FindSlots, KeepAvailability, ListAgenda, ListBusy, ListPartners, ListToFill, MoveAppointment];
const sessions = [MoveGroupSession, PlanGroupSession, SeatPerson, ShowGroupSession];
const calendars = [KeepCalendarFeed, ReadCalendar];

/** The routes of appointments, of the agenda around them, of collective sessions, and of the calendar without names. */
@Module({
  imports: [AppointmentsModule, TypeOrmModule.forFeature([CalendarFeedEntity, GroupSessionEntity])],
  providers: [...agenda, ...sessions, ...calendars],
  controllers: [AppointmentsController, AgendaController, GroupSessionsController, CalendarFeedController],
})
export class AppointmentsApi {}

/** What appointments do when something happened. */
@Module({ imports: [AppointmentsModule], providers: [OnFileClosed, OnSessionCancelled, OnSessionMoved] })
export class AppointmentsJobs {}
