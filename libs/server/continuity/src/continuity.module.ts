import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AbsenceEntity } from './absence.entity';
import { ContinuityController } from './continuity.controller';
import { ListAbsences } from './list-absences';
import { NoteAbsence } from './note-absence';

/** Absences and departures, and what becomes of a caseload meanwhile. */
@Module({
  imports: [TypeOrmModule.forFeature([AbsenceEntity])],
  providers: [ListAbsences, NoteAbsence],
  exports: [ListAbsences, NoteAbsence],
})
export class ContinuityModule {}

/** The routes of absences. */
@Module({ imports: [ContinuityModule], controllers: [ContinuityController] })
export class ContinuityApi {}
