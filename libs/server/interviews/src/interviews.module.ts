import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentsModule } from '@relais/server/appointments';
import { ActionEntity } from './action.entity';
import { ActionsController } from './actions.controller';
import { AddAddendum } from './add-addendum';
import { AgreeAction } from './agree-action';
import { ChangeAudience } from './change-audience';
import { DayController } from './day.controller';
import { GoalEntity } from './goal.entity';
import { GoalsController } from './goals.controller';
import { InterviewEntity } from './interview.entity';
import { InterviewsController } from './interviews.controller';
import { KeepInterview } from './keep-interview';
import { KeepNotes } from './keep-notes';
import { KeepPlan } from './keep-plan';
import { ListDrafts } from './list-drafts';
import { LogInterview } from './log-interview';
import { NoteEntity } from './note.entity';
import { NotesController } from './notes.controller';
import { OnExit } from './on-exit.job';
import { OpenInterview } from './open-interview';
import { PlanController } from './plan.controller';
import { SealInterview } from './seal-interview';
import { SetGoal } from './set-goal';
import { SettleAction } from './settle-action';
import { ShowDay } from './show-day';
import { ShowInterview } from './show-interview';
import { ShowPlan } from './show-plan';
import { ShowRecap } from './show-recap';
import { Snooze } from './snooze';
import { TakeOverActions } from './take-over-actions';
import { TakePlan } from './take-plan';
import { WriteNotes } from './write-notes';

const useCases = [
  AddAddendum,
  AgreeAction,
  ChangeAudience,
  KeepInterview,
  KeepPlan,
  ListDrafts,
  LogInterview,
  SealInterview,
  SetGoal,
  SettleAction,
  ShowDay,
  ShowInterview,
  ShowPlan,
  ShowRecap,
  Snooze,
  TakeOverActions,
];

/** Dated exchanges with a person, their notes by audience, what was agreed, and the day they fill. */
@Module({
  imports: [TypeOrmModule.forFeature([ActionEntity, GoalEntity, InterviewEntity, NoteEntity]), AppointmentsModule],
  providers: [...useCases, KeepNotes, OpenInterview, TakePlan, WriteNotes],
  exports: useCases,
})
export class InterviewsModule {}

/** The routes of interviews, notes, the plan and the day. */
@Module({
  imports: [InterviewsModule],
  controllers: [ActionsController, DayController, GoalsController, InterviewsController, NotesController, PlanController],
})
export class InterviewsApi {}

/** What interviews do when something happened. */
@Module({ providers: [OnExit] })
export class InterviewsJobs {}
