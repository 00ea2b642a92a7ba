import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AppointmentsModule } from '@relais/server/appointments';
import { InterviewsModule } from '@relais/server/interviews';
import { ReferralsModule } from '@relais/server/referrals';
import { AbsenceEntity } from './absence.entity';
import { ClosePost } from './close-post';
import { ContinuityController } from './continuity.controller';
import { ListAbsences } from './list-absences';
import { ListCaseloads } from './list-caseloads';
import { ListPackFiles } from './list-pack-files';
import { ListReferents } from './list-referents';
import { MoveBatch } from './move-batch';
import { MoveLastDay } from './move-last-day';
import { MovePack } from './move-pack';
import { MovePacks } from './move-packs.job';
import { NoteAbsence } from './note-absence';
import { PacksController } from './packs.controller';
import { PreparePack } from './prepare-pack';
import { ShowPack } from './show-pack';
import { TakeCaseload } from './take-caseload';

/** The routes of absences, of packs, and of what a post holds. */
@Module({
  imports: [TypeOrmModule.forFeature([AbsenceEntity])],
  providers: [
    ClosePost,
    ListAbsences,
    ListCaseloads,
    ListPackFiles,
    ListReferents,
    MoveLastDay,
    MovePack,
    NoteAbsence,
    PreparePack,
    ShowPack,
  ],
  controllers: [ContinuityController, PacksController],
})
export class ContinuityApi {}

/** In the worker: caseloads move and come back. What moves belongs to three areas: listed edges, docs/adr/0016. */
@Module({
  imports: [AppointmentsModule, InterviewsModule, ReferralsModule],
  providers: [MoveBatch, MovePacks, TakeCaseload],
  exports: [MovePacks],
})
export class ContinuityJobs {}
