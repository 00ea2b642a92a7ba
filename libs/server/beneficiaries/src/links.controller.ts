import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Can, Creates, EditsVersion, ExistingId, IfMatch, OfId } from '@relais/server/kernel';
import { AnswerLink } from './answer-link';
import { AskLink } from './ask-link';
import { BeneficiaryView } from './beneficiary-views.messages';
import { BreakGlass } from './break-glass';
import {
  DistinctionRequest,
  GlassRequest,
  GlassView,
  LinkRequestRequest,
  LinkRequests,
  LinkRequestView,
  RepresentativeRequest,
} from './links.messages';
import { ListLinkRequests } from './list-link-requests';
import { NameRepresentative } from './name-representative';
import { TellApart } from './tell-apart';

/** Who comes to accompany a person, and who is not the person. `id` is a file's identifier, or an index card's where one has no file. */
@ApiTags('beneficiaries')
@Controller()
export class LinksController {
  constructor(
    private readonly ask: AskLink,
    private readonly list: ListLinkRequests,
    private readonly answer: AnswerLink,
    private readonly glass: BreakGlass,
    private readonly apart: TellApart,
    private readonly representative: NameRepresentative,
  ) {}

  @Post('beneficiaries/:id/link-requests')
  @Can('beneficiary.ask_link')
  @Creates(LinkRequestView)
  @OfId()
  askLink(@Param('id', ExistingId) id: string, @Body() request: LinkRequestRequest): Promise<LinkRequestView> {
    return this.ask.execute(id, request);
  }

  @Get('beneficiaries/:id/link-requests')
  @Can('beneficiary.answer_link')
  @Answers(LinkRequests)
  @OfId()
  listLinkRequests(@Param('id', ExistingId) id: string): Promise<LinkRequests> {
    return this.list.execute(id);
  }

  @Post('link-requests/:id/grant')
  @Can('beneficiary.answer_link')
  @Creates(LinkRequestView)
  @OfId()
  grantLink(@Param('id', ExistingId) id: string): Promise<LinkRequestView> {
    return this.answer.execute(id, 'granted');
  }

  @Post('link-requests/:id/refuse')
  @Can('beneficiary.answer_link')
  @Creates(LinkRequestView)
  @OfId()
  refuseLink(@Param('id', ExistingId) id: string): Promise<LinkRequestView> {
    return this.answer.execute(id, 'refused');
  }

  @Post('beneficiaries/:id/glass')
  @Can('beneficiary.break_glass')
  @Creates(GlassView)
  @OfId()
  breakGlass(@Param('id', ExistingId) id: string, @Body() request: GlassRequest): Promise<GlassView> {
    return this.glass.execute(id, request);
  }

  @Post('beneficiaries/:id/distinctions')
  @Can('beneficiary.edit')
  @Answers()
  @OfId()
  tellApart(@Param('id', ExistingId) id: string, @Body() { cardId }: DistinctionRequest): Promise<void> {
    return this.apart.execute(id, cardId);
  }

  @Put('beneficiaries/:id/legal-representative')
  @Can('beneficiary.edit')
  @Answers(BeneficiaryView)
  @OfId()
  @EditsVersion()
  nameRepresentative(
    @Param('id', ExistingId) id: string,
    @Body() named: RepresentativeRequest,
    @IfMatch() version: number,
  ): Promise<BeneficiaryView> {
    return this.representative.execute(id, named, version);
  }
}
