import { Injectable } from '@nestjs/common';
import { type Id, REFERRAL_EVENTS } from '@relais/domain';
import { Clock, type EventConsumer, type HappenedEvent, LiveTeller, newId, OnEvents, UnitOfWork } from '@relais/server/kernel';

/** Active professionals of a unit, or of the nearest unit above it that has some. */
const TEAM = `
  select p.id from app.unit_ancestor u
  join app.post p on p.region = $1 and p.unit_id = u.ancestor_id and p.active and p.role in ('counsellor', 'unit_lead')
  where u.region = $1 and u.unit_id = $2 and u.depth = (
    select min(n.depth) from app.unit_ancestor n
    join app.post q on q.region = $1 and q.unit_id = n.ancestor_id and q.active and q.role in ('counsellor', 'unit_lead')
    where n.region = $1 and n.unit_id = $2)`;

const ACTIVE = `select id from app.post where region = $1 and id = $2 and active`;

const TELL = `
  insert into app.notice (region, id, post_id, kind, referral_id, beneficiary_id, operator_id, created_at)
  select $1, n.id, n.post_id, $4, r.id, r.beneficiary_id, case when $5 = 'sender' then r.receiver_operator_id else r.sender_operator_id end, $6
  from unnest($2::uuid[], $3::uuid[]) as n (id, post_id), app.referral r
  where r.region = $1 and r.id = $7`;

/** Tells those on each side of a referral what became of it: the post that answers for it, or the whole team of its queue; never who did it. */
@Injectable()
@OnEvents(...Object.values(REFERRAL_EVENTS))
export class OnReferralMoved implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly live: LiveTeller,
  ) {}

  async execute(event: HappenedEvent): Promise<void> {
    const { payload, region } = event;
    const told = [
      ...(await this.tell(event, 'sender', payload['tellSenderUnitId'], payload['tellSenderPostId'])),
      ...(await this.tell(event, 'receiver', payload['tellReceiverUnitId'], payload['tellReceiverPostId'])),
    ];
    const unitIds = [payload['senderUnitId'], payload['receiverUnitId']].filter((id) => id !== undefined);
    this.work.afterCommit(() => {
      const failed = (): undefined => undefined;
      if (told.length > 0) this.live.tell({ region, topic: 'notice', postIds: told, unitIds: [] }).catch(failed);
      this.live.tell({ region, topic: 'referral', postIds: told, unitIds }).catch(failed);
    });
  }

  private async tell(event: HappenedEvent, side: 'sender' | 'receiver', unitId: Id | undefined, postId: Id | undefined): Promise<Id[]> {
    const { referralId, actorPostId } = event.payload;
    if (!unitId || !referralId) return [];
    const one = postId ? await this.work.rows<{ id: Id }>(ACTIVE, [postId]) : [];
    const posts = one.length > 0 ? one : await this.work.rows<{ id: Id }>(TEAM, [unitId]);
    const ids = posts.map(({ id }) => id).filter((id) => id !== actorPostId);
    if (ids.length > 0) await this.work.rows(TELL, [ids.map(() => newId()), ids, event.event, side, this.clock.now(), referralId]);
    return ids;
  }
}
