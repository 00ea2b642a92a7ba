import { Injectable } from '@nestjs/common';
import { draftReferral, type Id } from '@relais/domain';
import { Clock, type EventConsumer, type HappenedEvent, Journal, newId, OnEvents, orRefuse, UnitOfWork } from '@relais/server/kernel';
import { NOT_SAID, ReferralEntity } from './referral.entity';

/** The team that a decline named, when it still receives and nothing follows the declined referral yet. */
const NAMED = `
  select u.id as "unitId", u.operator_id as "operatorId" from app.referral_transition t
  join app.unit u on u.region = $1 and u.id = (t.detail->>'destinationUnitId')::uuid and u.active and u.receives_referrals
  where t.region = $1 and t.referral_id = $2 and t.move = 'decline' and t.detail ? 'destinationUnitId'
    and not exists (select 1 from app.referral n where n.region = $1 and n.parent_id = $2)
  order by t.sequence desc limit 1`;

/** A receiver declined and named who could serve the person: the sender finds a draft ready for that team. Source: referral.md, "redirect" at the desk. */
@Injectable()
@OnEvents('referral.declined', 'referral.decline_confirmed')
export class OnDestinationNamed implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute({ payload: { referralId } }: HappenedEvent): Promise<void> {
    if (!referralId) return;
    const named = await this.work.row<{ unitId: Id; operatorId: Id }>(NAMED, [referralId]);
    const declined = named && (await this.work.lock(ReferralEntity, referralId));
    if (!named || declined?.status !== 'closed' || named.unitId === declined.senderUnitId) return;
    const now = this.clock.now();
    const { kind, need, theme, urgent, beneficiaryId, senderOperatorId, senderUnitId, senderPostId, message, included } = declined;
    const draft = orRefuse(
      draftReferral(
        {
          ...{ region: declined.region, id: newId(), beneficiaryId, kind, need, theme, urgent },
          ...{ senderOperatorId, senderUnitId, senderPostId, parentId: declined.id },
          ...{ receiverOperatorId: named.operatorId, receiverUnitId: named.unitId },
        },
        now,
      ),
    );
    const recommended = {
      ...NOT_SAID,
      recommendedUnitId: named.unitId,
      recommendedByPostId: declined.claimedByPostId,
      recommendedAt: now,
    };
    await this.work.insert(ReferralEntity, { ...draft, ...recommended, message, included, summary: {} });
    const fact = { objectType: 'referral', objectId: draft.id, beneficiaryId };
    await this.journal.record('referral.draft_prepared', fact, { referralId: draft.id, parentId: declined.id, senderUnitId });
  }
}
