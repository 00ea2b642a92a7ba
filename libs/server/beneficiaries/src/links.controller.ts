import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Can, Creates, ExistingId, FreshProof, OfId } from '@relais/server/kernel';
import { AnswerLink } from './answer-link';
import { AskLink } from './ask-link';
import { BeneficiaryView } from './beneficiary-views.messages';
import { BreakGlass } from './break-glass';
import { EndRepresentative } from './end-representative';
import {
  DistinctionRequest,
  GlassRequest,
  GlassView,
  GrantLinkRequest,
  LinkBoxQuery,
  LinkRequestRequest,
  LinkRequests,
  LinkRequestsPage,
  LinkRequestView,
  RefuseLinkRequest,
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
    private readonly ended: EndRepresentative,
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

  @Get('link-requests')
  @Can('beneficiary.answer_link')
  @Answers(LinkRequestsPage)
  listLinkBox(@Query() query: LinkBoxQuery): Promise<LinkRequestsPage> {
    return this.list.box(query);
  }

  @Post('link-requests/:id/grant')
  @Can('beneficiary.answer_link')
  @Creates(LinkRequestView)
  @OfId()
  grantLink(@Param('id', ExistingId) id: string, @Body() { answer }: GrantLinkRequest): Promise<LinkRequestView> {
    return this.answer.execute(id, 'granted', answer);
  }

  @Post('link-requests/:id/refuse')
  @Can('beneficiary.answer_link')
  @Creates(LinkRequestView)
  @OfId()
  refuseLink(@Param('id', ExistingId) id: string, @Body() { answer }: RefuseLinkRequest): Promise<LinkRequestView> {
    return this.answer.execute(id, 'refused', answer);
  }

  @Post('beneficiaries/:id/glass')
  @FreshProof()
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

  @Post('beneficiaries/:id/legal-representatives')
  @Can('beneficiary.edit')
  @Creates(BeneficiaryView)
  @OfId()
  nameRepresentative(@Param('id', ExistingId) id: string, @Body() named: RepresentativeRequest): Promise<BeneficiaryView> {
    return this.representative.execute(id, named);
  }

  @Post('legal-representatives/:id/end')
  @Can('beneficiary.edit')
  @Creates(BeneficiaryView)
  @OfId()
  endRepresentative(@Param('id', ExistingId) id: string): Promise<BeneficiaryView> {
    return this.ended.execute(id);
  }
}
