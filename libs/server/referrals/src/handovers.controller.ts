import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, ExistingId, OfId } from '@relais/server/kernel';
import { AgreeDateRequest, HandoverList, HandoverNote, HandoverQuery, HandoverReasonRequest, HandoverView } from './handovers.messages';
import { ShowHandovers } from './show-handovers';

@ApiTags('handovers')
@Controller('handovers')
export class HandoversController {
  constructor(private readonly handovers: ShowHandovers) {}

  @Get()
  @Can('referral.show')
  @Answers(HandoverList)
  listHandovers(@Query() { beneficiaryId }: HandoverQuery): Promise<HandoverList> {
    return this.handovers.list(beneficiaryId);
  }

  @Get(':id/note')
  @Can('referral.show')
  @Answers(HandoverNote)
  @OfId()
  showHandoverNote(@Param('id', ExistingId) id: Id): Promise<HandoverNote> {
    return this.handovers.note(id);
  }

  @Post(':id/agree-date')
  @Can('referral.write')
  @Answers(HandoverView)
  @OfId()
  agreeDateOfHandover(@Param('id', ExistingId) id: Id, @Body() request: AgreeDateRequest): Promise<HandoverView> {
    return this.handovers.move('agree_date', id, request);
  }

  @Post(':id/recall')
  @Can('referral.write')
  @Answers(HandoverView)
  @OfId()
  recallHandover(@Param('id', ExistingId) id: Id, @Body() request: HandoverReasonRequest): Promise<HandoverView> {
    return this.handovers.move('recall', id, request);
  }
}
