import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, EditsVersion, ExistingId, IfMatch, OfId } from '@relais/server/kernel';
import { AbsenceList, AbsenceView, MoveLastDayRequest, NoteAbsenceRequest } from './continuity.messages';
import { ListAbsences } from './list-absences';
import { ListReferents } from './list-referents';
import { MoveLastDay } from './move-last-day';
import { NoteAbsence } from './note-absence';
import { ReferentList } from './referents.messages';

@ApiTags('continuity')
@Controller()
export class ContinuityController {
  constructor(
    private readonly absences: ListAbsences,
    private readonly note: NoteAbsence,
    private readonly lastDay: MoveLastDay,
    private readonly referents: ListReferents,
  ) {}

  @Get('absences')
  @Can('absence.show')
  @Answers(AbsenceList)
  listAbsences(): Promise<AbsenceList> {
    return this.absences.execute();
  }

  @Get('absences/:id')
  @Can('absence.show')
  @Answers(AbsenceView)
  @OfId()
  showAbsence(@Param('id', ExistingId) id: Id): Promise<AbsenceView> {
    return this.absences.one(id);
  }

  @Post('posts/:id/absences')
  @Can('absence.note')
  @Creates(AbsenceView)
  @OfId()
  noteAbsence(@Param('id', ExistingId) id: Id, @Body() request: NoteAbsenceRequest): Promise<AbsenceView> {
    return this.note.execute(id, request);
  }

  @Put('absences/:id/last-day')
  @Can('absence.note')
  @Answers(AbsenceView)
  @OfId()
  @EditsVersion()
  moveLastDay(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() { endsOn }: MoveLastDayRequest): Promise<AbsenceView> {
    return this.lastDay.execute(id, version, endsOn);
  }

  @Delete('absences/:id')
  @Can('absence.note')
  @Answers()
  @OfId()
  @EditsVersion()
  cancelAbsence(@Param('id', ExistingId) id: Id, @IfMatch() version: number): Promise<void> {
    return this.note.cancel(id, version);
  }

  @Get('beneficiaries/:id/referents')
  @Can('beneficiary.show')
  @Answers(ReferentList)
  @OfId()
  listReferents(@Param('id', ExistingId) id: Id): Promise<ReferentList> {
    return this.referents.execute(id);
  }
}
