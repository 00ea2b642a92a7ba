import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';

/** A referral and the posts between which its side changes hands. */
export type ReferralTakenOver = { readonly id: Id; readonly fromPostId: Id; readonly toPostId: Id };

const given = (column: string): string => `case when r.${column} = f.from_post then f.to_post else r.${column} end`;

/** Whatever a post stands for in a referral that is still open: who sent it, who claimed it, who answers for the person. */
const GIVE = `
  update app.referral r set sender_post_id = ${given('sender_post_id')}, claimed_by_post_id = ${given('claimed_by_post_id')},
    accountable_post_id = ${given('accountable_post_id')}, updated_at = $5, version = r.version + 1
  from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as f (id, from_post, to_post)
  where r.region = $1 and r.id = f.id and r.status <> 'closed'
    and f.from_post in (r.sender_post_id, r.claimed_by_post_id, r.accountable_post_id)
  returning r.id, r.beneficiary_id as "beneficiaryId"`;

/** A handover that the referral opened is taken by whoever answers for the person now. */
const TAKE = `
  update app.handover h set to_post_id = f.to_post, updated_at = $5, version = h.version + 1
  from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as f (id, from_post, to_post)
  where h.region = $1 and h.referral_id = f.id and h.to_post_id = f.from_post and h.status in ('proposed', 'agreed', 'overlap')`;

/** Referrals stay on their side and in their state; another post of the unit stands for it. A listed edge for continuity packs, docs/adr/0016. */
@Injectable()
export class TakeOverReferrals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Resolves to the referrals that changed hands: the others are closed, or somebody else's by now. */
  async execute(referrals: readonly ReferralTakenOver[]): Promise<ReadonlySet<Id>> {
    if (referrals.length === 0) return new Set();
    const columns = [referrals.map(({ id }) => id), referrals.map((one) => one.fromPostId), referrals.map((one) => one.toPostId)];
    const now = this.clock.now();
    const moved = await this.work.rows<{ id: Id; beneficiaryId: Id }>(GIVE, [...columns, now]);
    await this.work.rows(TAKE, [...columns, now]);
    const changes = moved.map(({ id, beneficiaryId }) => ({
      fact: { objectType: 'referral', objectId: id, beneficiaryId },
      ids: { referralId: id },
    }));
    await this.journal.recordAll('referral.reassigned', changes);
    return new Set(moved.map(({ id }) => id));
  }
}
