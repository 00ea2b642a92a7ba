import { Injectable } from '@nestjs/common';
import {
  afterSpan,
  contactMade,
  type HandedOver,
  type Handover,
  type HandoverAnswer,
  type HandoverMove,
  type HandoverProposal,
  type Id,
  type Instant,
  isHandoverOpen,
  moveHandover,
  proposeHandover,
  type Referral,
  spanOf,
} from '@relais/domain';
import { Clock, type Identifiers, Journal, newId, orRefuse, refuse, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import { HandoverEntity } from './handover.entity';

const LEAD = `
  select b.lead_post_id as "postId", coalesce(p.unit_id, b.lead_unit_id) as "unitId", coalesce(p.operator_id, u.operator_id) as "operatorId"
  from app.beneficiary b
  left join app.post p on p.region = $1 and p.id = b.lead_post_id
  left join app.unit u on u.region = $1 and u.id = b.lead_unit_id
  where b.region = $1 and b.id = $2 and b.status = 'active'`;

/** The lead changes only from the one who gives, and back only from the one who took: whoever took it over meanwhile keeps it. */
const CHANGE_LEAD = `
  update app.beneficiary b set lead_post_id = $3, lead_unit_id = $4, updated_at = $7, version = b.version + 1
  where b.region = $1 and b.id = $2 and b.status = 'active'
    and (b.lead_post_id, b.lead_unit_id) is not distinct from ($5::uuid, $6::uuid) returning b.id`;

const LOG = `
  insert into app.handover_transition (region, id, handover_id, sequence, move, from_status, to_status, actor_post_id, actor_side, reason, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const OF_REFERRAL = `select id from app.handover where region = $1 and referral_id = $2
  and status in ('proposed', 'agreed', 'overlap', 'effective', 'warm') order by created_at desc limit 1`;

/** The former unit's support ends with the handover of a \`redirect\`: rights trimmed to "former". */
const TRIM = `
  update app.support s set closed_on = greatest(s.opened_on, $4::date), outcome = 'handed_over', version = s.version + 1
  where s.region = $1 and s.beneficiary_id = $2 and s.unit_id = $3 and s.closed_on is null`;

/** Within one unit its support goes along with the lead: whoever led there no longer answers for it. */
const KEEP_REFERENT = `
  update app.support s set referent_post_id = $3, version = s.version + 1
  where s.region = $1 and s.beneficiary_id = $2 and s.closed_on is null
    and s.unit_id = (select p.unit_id from app.post p where p.region = $1 and p.id = $3)
    and (s.referent_post_id is null or s.referent_post_id in ($4, $5)) and s.referent_post_id is distinct from $3`;

const EVENTS: Readonly<Record<HandoverMove, string>> = {
  agree: 'handover.agreed',
  refuse: 'handover.refused',
  lapse: 'handover.lapsed',
  open_overlap: 'handover.opened',
  agree_date: 'handover.date_agreed',
  record_contact: 'handover.contact_recorded',
  take_effect: 'handover.effective',
  warm_up: 'handover.warm',
  end: 'handover.ended',
  recall: 'handover.recalled',
  force: 'handover.forced',
};

/** The referent changes hands: the one way in which a handover moves, with its log, the lead, and the event, in one transaction. */
@Injectable()
export class HandOver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
  ) {}

  /** A `redirect` was accepted: whoever leads for the sender's operator gives, the accountable post takes. Nothing when they do not lead. */
  async openFor({ id, region, beneficiaryId, senderOperatorId, accountablePostId, receiverUnitId }: Referral): Promise<void> {
    const lead = await this.work.row<{ postId: Id | null; unitId: Id; operatorId: Id }>(LEAD, [beneficiaryId]);
    if (!lead || lead.operatorId !== senderOperatorId || lead.postId === accountablePostId) return;
    const between = { fromPostId: lead.postId, fromUnitId: lead.unitId, toPostId: accountablePostId, toUnitId: receiverUnitId };
    const about = { region, id: newId(), beneficiaryId, referralId: id, kind: 'redirect' } as const;
    const proposed = await this.propose({ ...about, ...between, effectiveOn: null, reason: null, proposedByPostId: null });
    await this.overlap(proposed, { side: 'taker', postId: this.work.professional?.postId ?? null });
  }

  /** Writes a proposal; it lapses like a question to the actor. */
  async propose(proposal: HandoverProposal): Promise<Handover> {
    const { settings, calendar } = await this.agreement.inForce();
    const now = this.clock.now();
    const proposed = proposeHandover(proposal, now, afterSpan(now, spanOf('stall_coordinator', false, settings), calendar));
    try {
      await this.work.insert(HandoverEntity, proposed);
    } catch (error) {
      if ((error as { code?: string }).code === '23505') refuse('handover.under_way');
      throw error;
    }
    if (proposal.proposedByPostId !== null) await this.announce('handover.proposed', proposed, {});
    return proposed;
  }

  /** The one who takes agrees: from now on both may act. */
  async overlap(proposed: Handover, answer: HandoverAnswer): Promise<Handover> {
    const agreed = await this.move('agree', proposed, answer);
    return this.move('open_overlap', agreed, answer);
  }

  /** First contact of a `redirect`. */
  async meet({ id }: Referral, contactAt: Instant): Promise<void> {
    const handover = await this.ofReferral(id);
    if (handover?.status !== 'overlap') return;
    const answer = { side: 'taker', postId: this.work.professional?.postId ?? null, contactAt } as const;
    await this.apply(handover, orRefuse(contactMade(handover, answer, this.clock.now())), answer);
  }

  /** The referral that opened it was called off. */
  async recallOf({ id }: Pick<Referral, 'id'>): Promise<void> {
    const handover = await this.ofReferral(id);
    if (handover) await this.move('recall', handover, { side: 'system', postId: null });
  }

  /** Makes one move of a locked handover. */
  async move(name: HandoverMove, handover: Handover, answer: HandoverAnswer): Promise<Handover> {
    const moved = orRefuse(moveHandover(name, handover, answer, this.clock.now()));
    await this.apply(handover, moved, answer);
    return moved.handover;
  }

  private async ofReferral(referralId: Id): Promise<HandoverEntity | undefined> {
    const row = await this.work.row<{ id: Id }>(OF_REFERRAL, [referralId]);
    return row && this.work.lock(HandoverEntity, row.id);
  }

  private async apply(before: Handover, { handover, transitions, lead }: HandedOver, answer: HandoverAnswer): Promise<void> {
    const { region: _region, id, version: _version, ...row } = handover;
    const { beneficiaryId } = handover;
    if (lead) {
      const from = isHandoverOpen(before) ? [before.fromPostId, before.fromPostId ? null : before.fromUnitId] : [before.toPostId, null];
      const change = [beneficiaryId, lead.toPostId, lead.toUnitId, ...from, this.clock.now()];
      const changed = await this.work.rows(CHANGE_LEAD, change);
      if (changed.length === 0 && isHandoverOpen(before)) refuse('referral.world_moved', { params: { by: '', to: before.status } });
    }
    await this.work.update(HandoverEntity, id, row, before.version);
    for (const { sequence, move, fromStatus, toStatus, actorPostId, actorSide, reason, at } of transitions)
      await this.work.rows(LOG, [newId(), id, sequence, move, fromStatus, toStatus, actorPostId, actorSide, reason, at]);
    if (handover.status === 'ended' && handover.kind === 'redirect')
      await this.work.rows(TRIM, [beneficiaryId, handover.fromUnitId, this.clock.today(this.work.region)]);
    if (lead) await this.work.rows(KEEP_REFERENT, [beneficiaryId, lead.toPostId, handover.fromPostId, handover.toPostId]);
    const { fromUnitId, toUnitId, fromPostId, toPostId } = handover;
    const tell = answer.side === 'giver' ? {} : { tellSenderUnitId: fromUnitId, tellSenderPostId: fromPostId ?? undefined };
    const tellTaker = answer.side === 'taker' ? {} : { tellReceiverUnitId: toUnitId, tellReceiverPostId: toPostId ?? undefined };
    const said = transitions.filter(({ move }) => move !== 'warm_up' && move !== 'record_contact');
    for (const { move } of said) await this.announce(EVENTS[move], handover, { ...tell, ...tellTaker });
  }

  private async announce(
    event: string,
    { id, beneficiaryId, referralId, fromUnitId, toUnitId }: Handover,
    tell: Identifiers,
  ): Promise<void> {
    const ids = { handoverId: id, referralId: referralId ?? undefined, fromUnitId, toUnitId, ...tell };
    await this.journal.record(event, { objectType: 'handover', objectId: id, beneficiaryId }, ids);
  }
}
