import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';

/** As what a post stands in a referral: who sent it, who claimed it, who answers for the person. */
export const REFERRAL_ROLES = ['sender', 'claimed', 'accountable'] as const;

/** As what a post stands in a referral. */
export type ReferralRole = (typeof REFERRAL_ROLES)[number];

/** A referral, the posts between which its side changes hands, and which of their roles. */
export type ReferralTakenOver = {
  readonly id: Id;
  readonly fromPostId: Id;
  readonly toPostId: Id;
  readonly roles: readonly ReferralRole[];
};

const held = (role: ReferralRole): string => `case when r.${role === 'claimed' ? 'claimed_by' : role}_post_id = f.from_post
    and '${role}' = any (string_to_array(f.roles, ' ')) then '${role}' end`;
const given = (role: ReferralRole, column: string): string => `case when '${role}' = any (h.roles) then h.to_post else r.${column} end`;

/** Whatever a post stands for in a referral that is still open: who sent it, who claimed it, who answers for the person. */
const GIVE = `
  with h as (
    select r.id, f.to_post, array_remove(array[${REFERRAL_ROLES.map(held).join(', ')}], null) as roles
    from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as f (id, from_post, to_post, roles)
    join app.referral r on r.region = $1 and r.id = f.id and r.status <> 'closed'
    where f.from_post in (r.sender_post_id, r.claimed_by_post_id, r.accountable_post_id) for update of r)
  update app.referral r set sender_post_id = ${given('sender', 'sender_post_id')},
    claimed_by_post_id = ${given('claimed', 'claimed_by_post_id')}, accountable_post_id = ${given('accountable', 'accountable_post_id')},
    updated_at = $6, version = r.version + 1
  from h where r.region = $1 and r.id = h.id and cardinality(h.roles) > 0
  returning r.id, r.beneficiary_id as "beneficiaryId", to_json(h.roles) as roles`;

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

  /** Resolves to the roles that changed hands, by referral: the others are closed, or somebody else's by now. */
  async execute(referrals: readonly ReferralTakenOver[]): Promise<ReadonlyMap<Id, readonly ReferralRole[]>> {
    if (referrals.length === 0) return new Map();
    const roles = referrals.map((one) => one.roles.join(' '));
    const now = this.clock.now();
    const moved = await this.work.rows<Given>(GIVE, [...columnsOf(referrals), roles, now]);
    const answering = new Set(moved.filter((one) => one.roles.includes('accountable')).map(({ id }) => id));
    await this.work.rows(TAKE, [...columnsOf(referrals.filter(({ id }) => answering.has(id))), now]);
    const changes = moved.map(({ id, beneficiaryId }) => ({
      fact: { objectType: 'referral', objectId: id, beneficiaryId },
      ids: { referralId: id },
    }));
    await this.journal.recordAll('referral.reassigned', changes);
    return new Map(moved.map((one) => [one.id, one.roles]));
  }
}

type Given = { readonly id: Id; readonly beneficiaryId: Id; readonly roles: readonly ReferralRole[] };

function columnsOf(referrals: readonly ReferralTakenOver[]): unknown[] {
  return [referrals.map(({ id }) => id), referrals.map((one) => one.fromPostId), referrals.map((one) => one.toPostId)];
}
