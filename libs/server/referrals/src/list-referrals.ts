import { Injectable } from '@nestjs/common';
import { type ReferralKind, type ReferralState, waitingSide } from '@relais/domain';
import { Clock, PAGE, pageOf, readPlace, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import type { ReferralLine } from './referral-line.messages';
import type { Box, BoxQuery, ReferralCounts, ReferralsPage } from './referrals.messages';
import { waitingDays } from './waiting-days';

type Row = Omit<ReferralLine, 'waitSide' | 'overdue' | 'waitedDays' | 'leftDays'> & { readonly heldFor: 'agreement' | 'check' | null };

const UNDECIDED = `'sent', 'received', 'info_needed', 'waitlisted'`;
const UNDER_WAY = `'in_progress', 'on_hold', 'cancel_requested', 'result_posted'`;

/** Put off by the post of that parameter: only its own rows are in its sight. */
const snoozed = (post: string, now: string): string => `exists (select 1 from app.referral_snooze z
  where z.region = $1 and z.post_id = ${post} and z.referral_id = r.id and z.until > ${now})`;

type Side = 'receiver_unit_id' | 'sender_unit_id';

const mine = (column: Side): string => `exists (select 1 from app.unit_ancestor m
  where m.region = $1 and m.unit_id = r.${column} and m.ancestor_id = $2)`;

/** What is still asked: until a claim is decided, the team that accompanies decides, and the one that claims waits. */
const ASKED = `'held', ${UNDECIDED}, 'decline_pending'`;
const receiver = (which: string) => ({ of: 'receiver_unit_id', which }) as const;
const sender = (which: string) => ({ of: 'sender_unit_id', which }) as const;

/** Each queue: whose it is and what stands in it, by side, and in which order. What one put off oneself stands apart. */
const QUEUES = {
  received: {
    parts: [receiver(`r.status in (${UNDECIDED}) and r.kind <> 'claim'`), sender(`r.status in (${UNDECIDED}) and r.kind = 'claim'`)],
    by: 'due_at',
  },
  to_contact: { parts: [receiver(`r.status = 'accepted'`)], by: 'due_at' },
  in_progress: { parts: [receiver(`r.status in (${UNDER_WAY})`)], by: 'due_at' },
  sent: {
    parts: [
      sender(`r.status not in ('draft', 'closed') and (r.kind <> 'claim' or r.status not in (${ASKED}))`),
      receiver(`r.status in (${ASKED}) and r.kind = 'claim'`),
    ],
    by: 'due_at',
  },
  draft: { parts: [sender(`r.status = 'draft'`)], by: 'updated_at' },
  done: { parts: [sender(`r.status = 'closed'`), receiver(`r.status = 'closed' and not ${mine('sender_unit_id')}`)], by: 'closed_at' },
  snoozed: {
    parts: [
      receiver(`r.status <> 'closed'`),
      sender(`r.status in (${UNDECIDED}) and r.kind = 'claim' and not ${mine('receiver_unit_id')}`),
    ],
    by: 'due_at',
  },
} as const satisfies Record<Box, { parts: readonly { of: Side; which: string }[]; by: string }>;

/** The queues of which one puts something off. */
const PUT_OFF_APART: readonly Box[] = ['received', 'to_contact', 'in_progress'];
const apart = (box: Box, putOff: string): string => {
  if (box === 'snoozed') return `and ${putOff}`;
  return PUT_OFF_APART.includes(box) ? `and not ${putOff}` : '';
};

/** `$2` unit, `$3` post, `$4` and `$5` the place after which to go on, `$6` how many, `$7` now. The page is cut before the names are fetched. */
function listOf(box: Box): string {
  const { parts, by } = QUEUES[box];
  const [after, order] = by === 'due_at' ? ['>', 'asc'] : ['<', 'desc'];
  const first = `order by ${by} ${order}, id ${order} limit $6`;
  const part = ({ of, which }: (typeof parts)[number]): string => `(select r.*, '${of === 'sender_unit_id' ? 'sender' : 'receiver'}' as side
    from app.referral r where r.region = $1 and ${which} and ${mine(of)} ${apart(box, snoozed('$3', '$7'))}
      and ($4::timestamptz is null or (r.${by}, r.id) ${after} ($4::timestamptz, $5::uuid)) ${first})`;
  return `
  select r.id, r.version, r.kind, r.need, r.theme, r.urgent, r.status, r.status_since as "statusSince", r.closure, r.outcome,
    r.held_for as "heldFor", r.side, b.id as "beneficiaryId", coalesce(coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name,
      k.content->'identity'->>'name', r.summary->>'name', '—') as name,
    b.id is null and k.id is null and coalesce((r.summary->>'masked')::boolean, true) as masked,
    coalesce(extract(year from b.birth_date)::int, (r.summary->>'birthYear')::int) as "birthYear",
    so.short_name as "senderOperatorName", su.name as "senderUnitName", ro.short_name as "receiverOperatorName",
    r.receiver_unit_id as "receiverUnitId", ru.name as "receiverUnitName", cs.given_name || ' ' || cs.family_name as "claimedByName",
    acs.given_name || ' ' || acs.family_name as "accountableName",
    coalesce($3 in (r.sender_post_id, r.claimed_by_post_id, r.accountable_post_id), false) as mine,
    (select z.until from app.referral_snooze z where z.region = $1 and z.post_id = $3 and z.referral_id = r.id and z.until > $7)
      as "snoozedUntil", r.due_at as "dueAt", r.due_milestone as "dueMilestone", r.sent_at as "sentAt", r.closed_at as "closedAt", r.updated_at as "updatedAt"
  from (select * from (${parts.map(part).join(' union all ')}) p ${first}) r
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

const LISTS = Object.fromEntries((Object.keys(QUEUES) as Box[]).map((box) => [box, listOf(box)])) as Record<Box, string>;

/** What is under way on one side of the team, once for all counts. */
const underWay = (of: Side): string => `select r.*, '${of}' as side, ${snoozed('$4', '$3')} as put_off
  from app.referral r where r.region = $1 and r.status <> 'closed' and ${mine(of)}`;

const partOf = ({ of, which }: { readonly of: Side; readonly which: string }): string => `r.side = '${of}' and (${which})`;
const oneOf = (parts: readonly { readonly of: Side; readonly which: string }[]): string => `(${parts.map(partOf).join(' or ')})`;

const COUNTED = ['received', 'to_contact', 'in_progress', 'sent', 'draft', 'snoozed'] as const satisfies readonly Box[];

const count = (which: string): string => `least(count(*) filter (where ${which}), 1000)::int`;

const LATE = [
  receiver(`r.status in (${UNDECIDED}, 'accepted', ${UNDER_WAY}) and (r.kind <> 'claim' or r.status not in (${UNDECIDED}))`),
  sender(`r.status in (${UNDECIDED}) and r.kind = 'claim'`),
];

/** `$2` unit, `$3` now, `$4` post. */
const COUNTS = `
  select ${COUNTED.map((box) => `${count(`${oneOf(QUEUES[box].parts)} ${apart(box, 'r.put_off')}`)} as ${box}`).join(', ')},
    ${count(`r.due_at < $3 and ${oneOf(LATE)}`)} as overdue,
    (select count(*)::int from (${QUEUES.done.parts
      .map(({ of, which }) => `select 1 from app.referral r where r.region = $1 and ${which} and ${mine(of)}`)
      .join(' union all ')} limit 1000) x) as done,
    (select u.usual_answer_days from app.unit u where u.region = $1 and u.id = $2) as "usualDays"
  from (${underWay('receiver_unit_id')} union all ${underWay('sender_unit_id')}) r`;

/** The queues of a team, in one round trip, by what falls due first. */
@Injectable()
export class ListReferrals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
  ) {}

  async execute({ box, after, limit = PAGE }: BoxQuery): Promise<ReferralsPage> {
    const { unitId, postId } = this.work.actor;
    const place = readPlace(after) ?? [null, null];
    const now = this.clock.now();
    const [rows, { calendar }] = await Promise.all([
      this.work.rows<Row>(LISTS[box], [unitId, postId, ...place, limit + 1, now]),
      this.agreement.inForce(),
    ]);
    const key = { due_at: 'dueAt', updated_at: 'updatedAt', closed_at: 'closedAt' } as const;
    const page = pageOf(rows, limit, (row) => [row[key[QUEUES[box].by]], row.id]);
    const items = page.items.map(({ heldFor, ...row }) => ({
      ...row,
      waitSide: waitingSide({ status: row.status as ReferralState, kind: row.kind as ReferralKind, heldFor }) ?? null,
      overdue: row.dueAt !== null && row.dueAt < now,
      ...waitingDays(row.statusSince, row.dueAt, now, calendar),
    }));
    return { items, next: page.next };
  }

  counts(): Promise<ReferralCounts> {
    const { unitId, postId } = this.work.actor;
    return this.work.found<ReferralCounts>(COUNTS, [unitId, this.clock.now(), postId]);
  }
}
