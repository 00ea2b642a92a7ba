import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentsModule } from '@relais/server/appointments';
import { ActionEntity } from './action.entity';
import { ActionsController } from './actions.controller';
import { AddAddendum } from './add-addendum';
import { ChangeAudience } from './change-audience';
import { DayController } from './day.controller';
import { InterviewEntity } from './interview.entity';
import { InterviewsController } from './interviews.controller';
import { KeepInterview } from './keep-interview';
import { KeepNotes } from './keep-notes';
import { ListDrafts } from './list-drafts';
import { LogInterview } from './log-interview';
import { NoteEntity } from './note.entity';
import { NotesController } from './notes.controller';
import { OpenInterview } from './open-interview';
import { SealInterview } from './seal-interview';
import { SettleAction } from './settle-action';
import { ShowDay } from './show-day';
import { ShowInterview } from './show-interview';
import { TakeActions } from './take-actions';
import { WriteNotes } from './write-notes';

/** Dated exchanges with a person, their notes by audience, what was agreed, and the day they fill. */
@Module({
  imports: [TypeOrmModule.forFeature([ActionEntity, InterviewEntity, NoteEntity]), AppointmentsModule],
  providers: [
    AddAddendum,
    ChangeAudience,
    KeepInterview,
    KeepNotes,
    ListDrafts,
    LogInterview,
    OpenInterview,
    SealInterview,
    SettleAction,
    ShowDay,
    ShowInterview,
    TakeActions,
    WriteNotes,
  ],
  exports: [AddAddendum, ChangeAudience, KeepInterview, ListDrafts, LogInterview, SealInterview, SettleAction, ShowDay, ShowInterview],
})
export class InterviewsModule {}

/** The routes of interviews, notes, actions and the day. */
@Module({
  imports: [InterviewsModule],
  controllers: [ActionsController, DayController, InterviewsController, NotesController],
})
export class InterviewsApi {}

/** Interviews react to nothing in the worker yet. */
@Module({ imports: [InterviewsModule] })
export class InterviewsJobs {}
