import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id } from '@relais/domain';
import { Answers, Can, Creates, EditsVersion, ExistingId, IfMatch, OfId } from '@relais/server/kernel';
import { ClaimPerson } from './claim-person';
import { ListReferrals } from './list-referrals';
import { PacketView } from './packet.messages';
import { PreviewPacket } from './preview-packet';
import { ReferralView } from './referral-views.messages';
import { BoxQuery, ClaimRequest, CreateReferralRequest, EditReferralRequest, ReferralCounts, ReferralsPage } from './referrals.messages';
import { ShowReferral } from './show-referral';
import { WriteDraft } from './write-draft';

@ApiTags('referrals')
@Controller('referrals')
export class ReferralsController {
  constructor(
    private readonly list: ListReferrals,
    private readonly show: ShowReferral,
    private readonly drafts: WriteDraft,
    private readonly preview: PreviewPacket,
    private readonly claim: ClaimPerson,
  ) {}

  @Get()
  @Can('referral.show')
  @Answers(ReferralsPage)
  listReferrals(@Query() query: BoxQuery): Promise<ReferralsPage> {
    return this.list.execute(query);
  }

  @Get('counts')
  @Can('referral.show')
  @Answers(ReferralCounts)
  countReferrals(): Promise<ReferralCounts> {
    return this.list.counts();
  }

  @Post()
  @Can('referral.write')
  @Creates(ReferralView)
  createReferral(@Body() request: CreateReferralRequest): Promise<ReferralView> {
    return this.drafts.create(request);
  }

  @Post('claims')
  @Can('referral.write')
  @Creates(ReferralView)
  claimPerson(@Body() request: ClaimRequest): Promise<ReferralView> {
    return this.claim.execute(request);
  }

  @Get(':id')
  @Can('referral.show')
  @Answers(ReferralView)
  @OfId()
  showReferral(@Param('id', ExistingId) id: Id): Promise<ReferralView> {
    return this.show.execute(id);
  }

  @Patch(':id')
  @Can('referral.write')
  @Answers(ReferralView)
  @EditsVersion()
  @OfId()
  editReferral(@Param('id', ExistingId) id: Id, @IfMatch() version: number, @Body() request: EditReferralRequest): Promise<ReferralView> {
    return this.drafts.edit(id, version, request);
  }

  @Post(':id/packet-preview')
  @Can('referral.write')
  @Answers(PacketView)
  @OfId()
  previewPacket(@Param('id', ExistingId) id: Id): Promise<PacketView> {
    return this.preview.execute(id);
  }
}
