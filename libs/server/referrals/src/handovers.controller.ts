import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, ExistingId, OfId } from '@relais/server/kernel';
import { AnswerHandover } from './answer-handover';
import {
  AgreeDateRequest,
  AgreeHandoverRequest,
  HandoverList,
  HandoverNote,
  HandoverQuery,
  HandoverReasonRequest,
  HandoverView,
  ProposeHandoverRequest,
  TakerList,
} from './handovers.messages';
import { ProposeHandover } from './propose-handover';
import { ShowHandovers } from './show-handovers';

@ApiTags('handovers')
@Controller('handovers')
export class HandoversController {
  constructor(
    private readonly handovers: ShowHandovers,
    private readonly proposal: ProposeHandover,
    private readonly answer: AnswerHandover,
  ) {}

  @Get()
  @Can('referral.show')
  @Answers(HandoverList)
  listHandovers(@Query() { beneficiaryId }: HandoverQuery): Promise<HandoverList> {
    return this.handovers.list(beneficiaryId);
  }

  @Get('takers')
  @Can('referral.write')
  @Answers(TakerList)
  listTakers(@Query() { beneficiaryId }: HandoverQuery): Promise<TakerList> {
    return this.proposal.takers(beneficiaryId);
  }

  @Post()
  @Can('referral.write')
  @Creates(HandoverView)
  proposeHandover(@Body() request: ProposeHandoverRequest): Promise<HandoverView> {
    return this.proposal.execute(request);
  }

  @Get(':id/note')
  @Can('referral.show')
  @Answers(HandoverNote)
  @OfId()
  showHandoverNote(@Param('id', ExistingId) id: Id): Promise<HandoverNote> {
    return this.handovers.note(id);
  }

  @Post(':id/agree')
  @Can('referral.write')
  @Answers(HandoverView)
  @OfId()
  agreeToHandover(@Param('id', ExistingId) id: Id, @Body() { toPostId }: AgreeHandoverRequest): Promise<HandoverView> {
    return this.answer.agree(id, toPostId);
  }

  @Post(':id/refuse')
  @Can('referral.write')
  @Answers(HandoverView)
  @OfId()
  refuseHandover(@Param('id', ExistingId) id: Id, @Body() request: HandoverReasonRequest): Promise<HandoverView> {
    return this.answer.move('refuse', id, request);
  }

  @Post(':id/agree-date')
  @Can('referral.write')
  @Answers(HandoverView)
  @OfId()
  agreeDateOfHandover(@Param('id', ExistingId) id: Id, @Body() request: AgreeDateRequest): Promise<HandoverView> {
    return this.answer.move('agree_date', id, request);
  }

  @Post(':id/recall')
  @Can('referral.write')
  @Answers(HandoverView)
  @OfId()
  recallHandover(@Param('id', ExistingId) id: Id, @Body() request: HandoverReasonRequest): Promise<HandoverView> {
    return this.answer.move('recall', id, request);
  }

  @Post(':id/force')
  @Can('handover.force')
  @Answers(HandoverView)
  @OfId()
  forceHandover(@Param('id', ExistingId) id: Id, @Body() request: HandoverReasonRequest): Promise<HandoverView> {
    return this.answer.move('force', id, request);
  }
}
