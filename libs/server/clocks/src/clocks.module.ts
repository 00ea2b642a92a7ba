import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentsModule } from '@relais/server/appointments';
import { ActOnClockDates } from './act-on-clock-dates.job';
import { BeginClock } from './begin-clock';
import { ClockEntity } from './clock.entity';
import { ClocksController } from './clocks.controller';
import { Convene } from './convene';
import { KeepClock } from './keep-clock';
import { ListClocks } from './list-clocks';
import { MeetClocks } from './meet-clocks';
import { OnFileLeft } from './on-file-left.job';
import { OnGoalsSet } from './on-goals-set.job';
import { OnMeetingHeld } from './on-meeting-held.job';
import { PauseClock } from './pause-clock';
import { SettleClock } from './settle-clock';
import { StartClock } from './start-clock';

const useCases = [BeginClock, Convene, KeepClock, ListClocks, MeetClocks, PauseClock, SettleClock, StartClock];

/** Dated obligations towards a person. A convocation plans an appointment: a listed edge. */
@Module({
  imports: [TypeOrmModule.forFeature([ClockEntity]), AppointmentsModule],
  providers: [...useCases, OnMeetingHeld],
  exports: useCases,
})
export class ClocksModule {}

/** The routes of clocks. */
@Module({ imports: [ClocksModule], controllers: [ClocksController] })
export class ClocksApi {}

/** What starts and ends clocks in the worker, and what they do by the clock. */
@Module({ imports: [ClocksModule], providers: [ActOnClockDates, OnFileLeft, OnGoalsSet], exports: [ActOnClockDates] })
export class ClocksJobs {}
