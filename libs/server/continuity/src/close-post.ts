import { Injectable } from '@nestjs/common';
import { type Id, standingToAbsence, whyNotClosePost } from '@relais/domain';
import { Clock, Journal, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import type { HoldingsView } from './caseload.messages';
import { above } from './pack-rows';

const POST = `
  select p.id as "postId", s.given_name || ' ' || s.family_name as name, p.unit_id as "unitId", p.active, h.files, h.referrals, h.actions,
    h.appointments,
    ${above('p.unit_id')}
  from app.post p
  join app.staff s on s.region = $1 and s.id = p.staff_id
  cross join lateral app.holdings_of(p.id, $3::timestamptz) h
  where p.region = $1 and p.id = $2 and p.operator_id = $4`;

const CLOSE = `update app.post p set active = false, until = greatest(p.since, $3::date), version = p.version + 1 where p.region = $1 and p.id = $2`;

type Row = HoldingsView & { readonly unitId: Id; readonly above: readonly Id[] };

/** Closes a post whose professional left, once nothing hangs on it: nobody's referent disappears. */
@Injectable()
export class ClosePost {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** What the post still answers for. */
  async holdings(postId: Id): Promise<HoldingsView> {
    const { above, unitId: _unitId, ...view } = await this.find(postId);
    if (standingToAbsence(this.work.actor, postId, above) === 'reads') refuse('permission.denied');
    return view;
  }

  async execute(postId: Id): Promise<HoldingsView> {
    const { above, unitId, ...view } = await this.find(postId);
    const { actor, region } = this.work;
    if (postId === actor.postId || standingToAbsence(actor, postId, above) !== 'leads') refuse('permission.denied');
    const no = whyNotClosePost(view);
    if (no) throw new RefusalProblem(no);
    await this.work.rows(CLOSE, [postId, this.clock.today(region)]);
    await this.journal.record('post.closed', { objectType: 'post', objectId: postId }, { postId, unitId });
    return { ...view, active: false };
  }

  private find(postId: Id): Promise<Row> {
    return this.work.found<Row>(POST, [postId, this.clock.now(), this.work.actor.operatorId]);
  }
}
