import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, EditsVersion, ExistingId, IfMatch, OfId } from '@relais/server/kernel';
import { ChangeAudience } from './change-audience';
import { InterviewView } from './interview-views.messages';
import { AudienceRequest } from './interviews.messages';

@ApiTags('interviews')
@Controller('notes')
export class NotesController {
  constructor(private readonly change: ChangeAudience) {}

  @Put(':id/audience')
  @Can('interview.log')
  @Answers(InterviewView)
  @EditsVersion()
  @OfId()
  changeAudience(
    @Param('id', ExistingId) id: Id,
    @IfMatch() version: number,
    @Body() { audience }: AudienceRequest,
  ): Promise<InterviewView> {
    return this.change.execute(id, version, audience);
  }
}
