import { Injectable } from '@nestjs/common';
import { type Id, type Instant, plusMinutes } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import type { Watcher, Watchers } from './triage.messages';

/** Minutes after which somebody who says nothing is gone; an open screen speaks every fifteen seconds. */
const GONE = 0.75;

const IN_SIGHT = 'select id from app.referral where region = $1 and id = $2';
const HERE = `insert into app.referral_watch (region, referral_id, post_id, operator_id, seen_at) values ($1, $2, $3, $4, $5)
  on conflict (region, referral_id, post_id) do update set seen_at = excluded.seen_at`;
const OTHERS = `select w.post_id as "postId", s.given_name || ' ' || s.family_name as name
  from app.referral_watch w
  join app.post p on p.region = $1 and p.id = w.post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  where w.region = $1 and w.referral_id = $2 and w.post_id <> $3 and w.operator_id = $4 and w.seen_at > $5
  order by w.seen_at desc limit 5`;

/** Says that a referral is open on one's screen, and hears which colleagues of the same operator have it open too. */
@Injectable()
export class WatchReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(id: Id): Promise<Watchers> {
    const { postId, operatorId } = this.work.actor;
    await this.work.found(IN_SIGHT, [id]);
    const now: Instant = this.clock.now();
    await this.work.rows(HERE, [id, postId, operatorId, now]);
    return { items: await this.work.rows<Watcher>(OTHERS, [id, postId, operatorId, plusMinutes(now, -GONE)]) };
  }
}
