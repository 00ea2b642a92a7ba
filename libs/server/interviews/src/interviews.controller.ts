import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, EditsVersion, ExistingId, IfMatch, OfId } from '@relais/server/kernel';
import { AddAddendum } from './add-addendum';
import { DraftsPage, InterviewView } from './interview-views.messages';
import { DraftsQuery, KeepInterviewRequest, LogInterviewRequest, NewNote } from './interviews.messages';
import { KeepInterview } from './keep-interview';
import { ListDrafts } from './list-drafts';
import { LogInterview } from './log-interview';
import { SealInterview } from './seal-interview';
import { ShowInterview } from './show-interview';

@ApiTags('interviews')
@Controller('interviews')
export class InterviewsController {
  constructor(
    private readonly drafts: ListDrafts,
    private readonly log: LogInterview,
    private readonly show: ShowInterview,
    private readonly keep: KeepInterview,
    private readonly seal: SealInterview,
    private readonly addAddendum: AddAddendum,
  ) {}

  @Get()
  @Can('interview.log')
  @Answers(DraftsPage)
  listDrafts(@Query() query: DraftsQuery): Promise<DraftsPage> {
    return this.drafts.execute(query);
  }

  @Post()
  @Can('interview.log')
  @Creates(InterviewView)
  logInterview(@Body() request: LogInterviewRequest): Promise<InterviewView> {
    return this.log.execute(request);
  }

  @Get(':id')
  @Can('interview.show')
  @Answers(InterviewView)
  @OfId()
  showInterview(@Param('id', ExistingId) id: Id): Promise<InterviewView> {
    return this.show.execute(id);
  }

  @Patch(':id')
  @Can('interview.log')
  @Answers(InterviewView)
  @EditsVersion()
  @OfId()
  keepInterview(
    @Param('id', ExistingId) id: Id,
    @IfMatch() version: number,
    @Body() request: KeepInterviewRequest,
  ): Promise<InterviewView> {
    return this.keep.execute(id, version, request);
  }

  @Post(':id/seal')
  @Can('interview.log')
  @Answers(InterviewView)
  @EditsVersion()
  @OfId()
  sealInterview(@Param('id', ExistingId) id: Id, @IfMatch() version: number): Promise<InterviewView> {
    return this.seal.execute(id, version);
  }

  @Post(':id/addenda')
  @Can('interview.log')
  @Creates(InterviewView)
  @OfId()
  addInterviewAddendum(@Param('id', ExistingId) id: Id, @Body() note: NewNote): Promise<InterviewView> {
    return this.addAddendum.execute(id, note);
  }
}
