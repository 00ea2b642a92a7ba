import { Injectable } from '@nestjs/common';
import { type Id, whyNotAdd } from '@relais/domain';
import { Journal, RefusalProblem, refuse, UnitOfWork } from '@relais/server/kernel';
import { MakeMove } from './make-move';
import type { AddendumRequest, AnswerInfoRequest } from './moves.messages';
import { PackReferral } from './pack-referral';
import { ReferralEntity } from './referral.entity';
import type { ReferralView } from './referral-views.messages';
import { idsOf } from './referrals.messages';
import { PACK, type PackRow } from './show-queries';
import { ShowReferral } from './show-referral';
import { StandingOfPost } from './standing-of-post';

/** What the sender tells the receiver after sending: an addendum is a new version of the packet; an answer may carry one. */
@Injectable()
export class AddToPacket {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly makeMove: MakeMove,
    private readonly pack: PackReferral,
    private readonly standings: StandingOfPost,
    private readonly show: ShowReferral,
  ) {}

  async execute(id: Id, { message, included, version }: AddendumRequest): Promise<ReferralView> {
    const referral = await this.makeMove.lock(id);
    if (version !== undefined && version !== referral.version) refuse('referral.world_moved', { params: { status: referral.status } });
    const refusal = whyNotAdd(referral, await this.standings.of(referral));
    if (refusal) throw new RefusalProblem(refusal);
    const packetId = await this.freeze(referral, message, included);
    await this.work.update(ReferralEntity, id, { packetId });
    const { beneficiaryId, senderUnitId, receiverUnitId, accountablePostId, claimedByPostId } = referral;
    const tellReceiverPostId = accountablePostId ?? claimedByPostId ?? undefined;
    await this.journal.record(
      'referral.addendum_written',
      { objectType: 'referral', objectId: id, beneficiaryId },
      { referralId: id, senderUnitId, receiverUnitId, tellReceiverUnitId: receiverUnitId, tellReceiverPostId },
    );
    return this.show.view(id);
  }

  /** Answers the receiver's question, with notes ticked in the timeline when there are some. */
  async answer(id: Id, { info, included, version }: AnswerInfoRequest): Promise<ReferralView> {
    const before = await this.makeMove.lock(id);
    const packs = before.status === 'info_needed' && included !== undefined && included.length > 0;
    const may = packs && whyNotAdd(before, await this.standings.of(before)) === undefined;
    const packetId = may ? await this.freeze(before, info, included) : undefined;
    await this.makeMove.execute('answer_info', before, { info, ...(packetId && { packetId }), ...(version !== undefined && { version }) });
    return this.show.view(id);
  }

  /** The words of before stay, those added follow them. */
  private async freeze(referral: ReferralEntity, message: string, included: readonly string[] = []): Promise<Id> {
    const ticked = [...new Set([...referral.included, ...(idsOf(included) ?? [])])];
    const latest = await this.work.row<PackRow>(PACK, [referral.id]);
    const words = [latest?.content.message, message].filter(Boolean).join('\n\n');
    return this.pack.freeze(referral, await this.pack.execute({ ...referral, message: words, included: ticked }));
  }
}
