import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Id, MoveAnswer, ReferralMove } from '@relais/domain';
import { Answers, Can, ExistingId, OfId } from '@relais/server/kernel';
import { AcceptReferral } from './accept-referral';
import { AddToPacket } from './add-to-packet';
import { DeclineReferral } from './decline-referral';
import { MakeMove } from './make-move';
import {
  AcceptRequest,
  AddendumRequest,
  AnswerInfoRequest,
  AskInfoRequest,
  DeclineRequest,
  HoldRequest,
  MoveRequest,
  OptionalReasonRequest,
  ReasonRequest,
  RecordContactRequest,
  ReleaseRequest,
  RequestCancelRequest,
  ResultRequest,
  SendRequest,
  WaitlistRequest,
} from './moves.messages';
import { RecordContact } from './record-contact';
import { ReferralView } from './referral-views.messages';
import { SendReferral } from './send-referral';
import { ShowReferral } from './show-referral';

@ApiTags('referrals')
@Controller('referrals')
export class ReferralMovesController {
  constructor(
    private readonly makeMove: MakeMove,
    private readonly send: SendReferral,
    private readonly accept: AcceptReferral,
    private readonly decline: DeclineReferral,
    private readonly contact: RecordContact,
    private readonly packet: AddToPacket,
    private readonly show: ShowReferral,
  ) {}

  @Post(':id/send')
  @Can('referral.write')
  @Answers(ReferralView)
  @OfId()
  sendReferral(@Param('id', ExistingId) id: Id, @Body() request: SendRequest): Promise<ReferralView> {
    return this.send.execute(id, request);
  }

  @Post(':id/release')
  @Can('referral.write')
  @Answers(ReferralView)
  @OfId()
  releaseReferral(@Param('id', ExistingId) id: Id, @Body() request: ReleaseRequest): Promise<ReferralView> {
    return this.send.release(id, request);
  }

  @Post(':id/receive')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  receiveReferral(@Param('id', ExistingId) id: Id, @Body() request: MoveRequest): Promise<ReferralView> {
    return this.move('receive', id, request);
  }

  @Post(':id/accept')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  acceptReferral(@Param('id', ExistingId) id: Id, @Body() request: AcceptRequest): Promise<ReferralView> {
    return this.accept.execute(id, request);
  }

  @Post(':id/decline')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  declineReferral(@Param('id', ExistingId) id: Id, @Body() request: DeclineRequest): Promise<ReferralView> {
    return this.decline.execute(id, request);
  }

  @Post(':id/waitlist')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  waitlistReferral(@Param('id', ExistingId) id: Id, @Body() request: WaitlistRequest): Promise<ReferralView> {
    return this.move('waitlist', id, request);
  }

  @Post(':id/ask-info')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  askInfoOnReferral(@Param('id', ExistingId) id: Id, @Body() request: AskInfoRequest): Promise<ReferralView> {
    return this.move('ask_info', id, request);
  }

  @Post(':id/answer-info')
  @Can('referral.write')
  @Answers(ReferralView)
  @OfId()
  answerInfoOnReferral(@Param('id', ExistingId) id: Id, @Body() request: AnswerInfoRequest): Promise<ReferralView> {
    return this.packet.answer(id, request);
  }

  @Post(':id/packet-addendum')
  @Can('referral.write')
  @Answers(ReferralView)
  @OfId()
  addToPacketOfReferral(@Param('id', ExistingId) id: Id, @Body() request: AddendumRequest): Promise<ReferralView> {
    return this.packet.execute(id, request);
  }

  @Post(':id/withdraw')
  @Can('referral.write')
  @Answers(ReferralView)
  @OfId()
  withdrawReferral(@Param('id', ExistingId) id: Id, @Body() request: OptionalReasonRequest): Promise<ReferralView> {
    return this.move('withdraw', id, request);
  }

  @Post(':id/record-contact')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  recordContactOfReferral(@Param('id', ExistingId) id: Id, @Body() request: RecordContactRequest): Promise<ReferralView> {
    return this.contact.execute(id, request);
  }

  @Post(':id/unaccept')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  unacceptReferral(@Param('id', ExistingId) id: Id, @Body() request: OptionalReasonRequest): Promise<ReferralView> {
    return this.move('unaccept', id, request);
  }

  @Post(':id/hold')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  holdReferral(@Param('id', ExistingId) id: Id, @Body() request: HoldRequest): Promise<ReferralView> {
    return this.move('hold', id, request);
  }

  @Post(':id/resume')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  resumeReferral(@Param('id', ExistingId) id: Id, @Body() request: MoveRequest): Promise<ReferralView> {
    return this.move('resume', id, request);
  }

  @Post(':id/post-result')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  postResultOfReferral(@Param('id', ExistingId) id: Id, @Body() request: ResultRequest): Promise<ReferralView> {
    return this.move('post_result', id, request);
  }

  @Post(':id/acknowledge')
  @Can('referral.write')
  @Answers(ReferralView)
  @OfId()
  acknowledgeReferral(@Param('id', ExistingId) id: Id, @Body() request: MoveRequest): Promise<ReferralView> {
    return this.move('acknowledge', id, request);
  }

  @Post(':id/contest')
  @Can('referral.write')
  @Answers(ReferralView)
  @OfId()
  contestReferral(@Param('id', ExistingId) id: Id, @Body() request: ReasonRequest): Promise<ReferralView> {
    return this.move('contest', id, request);
  }

  @Post(':id/request-cancel')
  @Can('referral.write')
  @Answers(ReferralView)
  @OfId()
  requestCancelOfReferral(@Param('id', ExistingId) id: Id, @Body() request: RequestCancelRequest): Promise<ReferralView> {
    return this.move('request_cancel', id, request);
  }

  @Post(':id/confirm-cancel')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  confirmCancelOfReferral(@Param('id', ExistingId) id: Id, @Body() request: MoveRequest): Promise<ReferralView> {
    return this.move('confirm_cancel', id, request);
  }

  @Post(':id/object-cancel')
  @Can('referral.answer')
  @Answers(ReferralView)
  @OfId()
  objectCancelOfReferral(@Param('id', ExistingId) id: Id, @Body() request: ReasonRequest): Promise<ReferralView> {
    return this.move('object_cancel', id, request);
  }

  @Post(':id/mark-error')
  @Can('referral.write')
  @Answers(ReferralView)
  @OfId()
  markErrorOfReferral(@Param('id', ExistingId) id: Id, @Body() request: ReasonRequest): Promise<ReferralView> {
    return this.move('mark_error', id, request);
  }

  private async move(name: ReferralMove, id: Id, answer: MoveAnswer): Promise<ReferralView> {
    await this.makeMove.execute(name, await this.makeMove.lock(id), answer);
    return this.show.view(id);
  }
}
