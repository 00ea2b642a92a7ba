import { Injectable } from '@nestjs/common';
import { type Id, type ReferralKind, type ReferralState, waitingSide } from '@relais/domain';
import { Clock, PAGE, pageOf, readPlace, UnitOfWork } from '@relais/server/kernel';
import type { ReferralLine } from './referral-line.messages';
import type { Box, BoxQuery, ReferralCounts, ReferralsPage } from './referrals.messages';

type Row = Omit<ReferralLine, 'waitSide' | 'overdue'> & { readonly heldFor: 'agreement' | 'check' | null };

const UNDECIDED = `'sent', 'received', 'info_needed', 'waitlisted'`;
const UNDER_WAY = `'in_progress', 'on_hold', 'cancel_requested', 'result_posted'`;

/** Each queue: whose it is, what stands in it, and in which order. */
const QUEUES = {
  received: { of: 'receiver_unit_id', status: `in (${UNDECIDED})`, by: 'due_at' },
  to_contact: { of: 'receiver_unit_id', status: `= 'accepted'`, by: 'due_at' },
  in_progress: { of: 'receiver_unit_id', status: `in (${UNDER_WAY})`, by: 'due_at' },
  sent: { of: 'sender_unit_id', status: `not in ('draft', 'closed')`, by: 'due_at' },
  draft: { of: 'sender_unit_id', status: `= 'draft'`, by: 'updated_at' },
  done: { of: undefined, status: `= 'closed'`, by: 'closed_at' },
} as const satisfies Record<Box, { of: string | undefined; status: string; by: string }>;

const mine = (column: string): string => `exists (select 1 from app.unit_ancestor m
  where m.region = $1 and m.unit_id = r.${column} and m.ancestor_id = $2)`;

/** `$2` unit, `$3` post, `$4` and `$5` the place after which to go on, `$6` how many. The page is cut before the names are fetched. */
function listOf({ of, status, by }: (typeof QUEUES)[Box]): string {
  const whose = of === undefined ? `(${mine('receiver_unit_id')} or ${mine('sender_unit_id')})` : mine(of);
  const [after, order] = by === 'due_at' ? ['>', 'asc'] : ['<', 'desc'];
  const side =
    of === undefined
      ? `case when ${mine('sender_unit_id')} then 'sender' else 'receiver' end`
      : `'${of === 'sender_unit_id' ? 'sender' : 'receiver'}'`;
  return `
  select r.id, r.version, r.kind, r.need, r.theme, r.urgent, r.status, r.status_since as "statusSince", r.closure, r.outcome,
    r.held_for as "heldFor", r.side, b.id as "beneficiaryId", coalesce(coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name,
      k.content->'identity'->>'name', r.summary->>'name', '—') as name,
    b.id is null and k.id is null and coalesce((r.summary->>'masked')::boolean, true) as masked,
    coalesce(extract(year from b.birth_date)::int, (r.summary->>'birthYear')::int) as "birthYear",
    so.short_name as "senderOperatorName", su.name as "senderUnitName", ro.short_name as "receiverOperatorName",
    ru.name as "receiverUnitName", cs.given_name || ' ' || cs.family_name as "claimedByName",
    acs.given_name || ' ' || acs.family_name as "accountableName",
    coalesce($3 in (r.sender_post_id, r.claimed_by_post_id, r.accountable_post_id), false) as mine,
    r.due_at as "dueAt", r.due_milestone as "dueMilestone", r.sent_at as "sentAt", r.closed_at as "closedAt", r.updated_at as "updatedAt"
  from (select r.*, ${side} as side from app.referral r
    where r.region = $1 and r.status ${status} and ${whose}
      and ($4::timestamptz is null or (r.${by}, r.id) ${after} ($4::timestamptz, $5::uuid))
    order by r.${by} ${order}, r.id ${order} limit $6) r
  left join app.beneficiary b on b.region = $1 and b.id = r.beneficiary_id
  left join app.packet k on k.region = $1 and k.id = r.packet_id
  join app.operator so on so.region = $1 and so.id = r.sender_operator_id
  join app.unit su on su.region = $1 and su.id = r.sender_unit_id
  join app.operator ro on ro.region = $1 and ro.id = r.receiver_operator_id
  join app.unit ru on ru.region = $1 and ru.id = r.receiver_unit_id
  left join app.post cp on cp.region = $1 and cp.id = r.claimed_by_post_id
  left join app.staff cs on cs.region = $1 and cs.id = cp.staff_id
  left join app.post ap on ap.region = $1 and ap.id = r.accountable_post_id
  left join app.staff acs on acs.region = $1 and acs.id = ap.staff_id
  order by r.${by} ${order}, r.id ${order}`;
}

const LISTS = Object.fromEntries(Object.entries(QUEUES).map(([box, queue]) => [box, listOf(queue)])) as Record<Box, string>;

const countOf = (box: Exclude<Box, 'done'>): string => {
  const { of, status } = QUEUES[box];
  return `(select count(*)::int from (select 1 from app.referral r where r.region = $1 and r.status ${status} and ${mine(of)} limit 1000) x)`;
};
const COUNTS = `select ${(['received', 'to_contact', 'in_progress', 'sent', 'draft'] as const).map((box) => `${countOf(box)} as ${box}`).join(', ')},
  (select count(*)::int from (select 1 from app.referral r where r.region = $1 and r.due_at < $3
    and r.status in (${UNDECIDED}, 'accepted', ${UNDER_WAY}) and ${mine('receiver_unit_id')} limit 1000) x) as overdue`;

/** The queues of a team, in one round trip, by what falls due first. */
@Injectable()
export class ListReferrals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ box, after, limit = PAGE }: BoxQuery): Promise<ReferralsPage> {
    const { unitId, postId } = this.work.actor;
    const place = readPlace(after, 2) ?? [null, null];
    const rows = await this.work.rows<Row>(LISTS[box], [unitId, postId, ...place, limit + 1]);
    const key = { due_at: 'dueAt', updated_at: 'updatedAt', closed_at: 'closedAt' } as const;
    const page = pageOf(rows, limit, (row) => [row[key[QUEUES[box].by]], row.id]);
    const now = this.clock.now();
    const items = page.items.map(({ heldFor, ...row }) => ({
      ...row,
      waitSide: waitingSide({ status: row.status as ReferralState, kind: row.kind as ReferralKind, heldFor }) ?? null,
      overdue: row.dueAt !== null && row.dueAt < now,
    }));
    return { items, next: page.next };
  }

  counts(): Promise<ReferralCounts> {
    const unitId: Id = this.work.actor.unitId;
    return this.work.found<ReferralCounts>(COUNTS, [unitId, this.clock.now()]);
  }
}
