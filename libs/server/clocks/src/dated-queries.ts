import { CLOCKS_OF_LEAD } from '@relais/domain';
import { unlessMasked } from '@relais/server/kernel';

/** SQL of the dated lists. `$1` is the region in all; every join stays inside it. */

const ofLead = CLOCKS_OF_LEAD.map((kind) => `'${kind}'`).join(', ');

const NAME = `coalesce(nullif(b.name_of_use, ''), b.given_name) || ' ' || b.family_name`;

/** The lead of an active file answers for some kinds, whoever noted it for the others. */
const LEADS = `c.kind in (${ofLead}) and b.status = 'active'`;

/** Who answers, and where; without names where the operator is masked for the reader. */
const ANSWERS = `${unlessMasked("s.given_name || ' ' || s.family_name")} as "answersName", ${unlessMasked('u.name')} as "unitName"`;

const CLOCK_LINES = `
  select c.id, c.kind, null::text as milestone, c.status, c.beneficiary_id as "beneficiaryId", ${NAME} as name, c.started_on as "startedOn",
    c.due_at as "dueAt", c.pause_until as "pauseUntil", c.pause_proof as "pauseProof", c.paused_days as "pausedDays", c.met_on as "metOn",
    c.met_by as "metBy", c.dropped, c.detail, ${ANSWERS},
    a.starts_at as "appointmentAt"
  from app.clock c
  join app.beneficiary b on b.region = $1 and b.id = c.beneficiary_id
  left join app.post p on p.region = $1 and p.id = case when ${LEADS} then b.lead_post_id else c.post_id end
  left join app.staff s on s.region = $1 and s.id = p.staff_id
  left join app.unit u on u.region = $1 and u.id = case when ${LEADS} then coalesce(b.lead_unit_id, p.unit_id) else c.unit_id end
  left join app.operator o on o.region = $1 and o.id = u.operator_id
  left join app.appointment a on a.region = $1 and a.id = c.appointment_id and a.status = 'planned'`;

/** Dates of referrals, as their own area keeps them; a person whose file is closed to the reader has no name. */
const REFERRAL_LINES = `
  select r.id, 'referral' as kind, split_part(r.due_milestone, ':', 1) as milestone, 'running' as status, b.id as "beneficiaryId", ${NAME} as name,
    (r.status_since at time zone $2)::date as "startedOn", r.due_at as "dueAt", null::date as "pauseUntil", null::text as "pauseProof",
    0 as "pausedDays", null::date as "metOn", null::text as "metBy", null::text as dropped, r.need as detail,
    ${ANSWERS}, null::timestamptz as "appointmentAt"
  from app.referral r
  left join app.beneficiary b on b.region = $1 and b.id = r.beneficiary_id
  left join app.post p on p.region = $1 and p.id = case when r.status in ('held', 'info_needed', 'result_posted') then r.sender_post_id
    else coalesce(r.accountable_post_id, r.claimed_by_post_id) end
  left join app.staff s on s.region = $1 and s.id = p.staff_id
  left join app.unit u on u.region = $1
    and u.id = case when r.status in ('held', 'info_needed', 'result_posted') then r.sender_unit_id else r.receiver_unit_id end
  left join app.operator o on o.region = $1 and o.id = u.operator_id`;

const OPEN = `c.status in ('running', 'paused')`;
const WAITS = `r.due_at is not null and r.status not in ('draft', 'closed')`;

/** Every date of one person, `$3`: what runs first, by date, then what is over. `$2` is the time zone. */
export const DATES_OF_PERSON = `
  select x.* from (
    (${CLOCK_LINES} where c.region = $1 and c.beneficiary_id = $3 order by (not ${OPEN}), c.due_at limit 60)
    union all
    (${REFERRAL_LINES} where r.region = $1 and r.beneficiary_id = $3 and ${WAITS} order by r.due_at limit 40)
  ) x order by x.status not in ('running', 'paused'), x."dueAt", x.id`;

/** One clock, `$2`. */
export const DATE_OF_CLOCK = `${CLOCK_LINES} where c.region = $1 and c.id = $2`;

/** What comes after the place `$5`, `$6`: at most `$7` of each part, so that only those are joined and checked. */
const after = (row: string): string => `($5::timestamptz is null or (${row}.due_at, ${row}.id) > ($5::timestamptz, $6::uuid))
  order by ${row}.due_at, ${row}.id limit $7`;
const clocks = (which: string): string => `(${CLOCK_LINES} where c.region = $1 and ${OPEN} and ${which} and ${after('c')})`;
const referrals = (which: string): string => `(${REFERRAL_LINES} where r.region = $1 and ${WAITS} and ${which} and ${after('r')})`;
const page = (...parts: readonly string[]): string => `select x.* from (${parts.join(' union all ')}) x order by x."dueAt", x.id limit $7`;

/** Dates for which one post answers: `$3` post, `$4` its unit; `$5` and `$6` the place after which to go on, `$7` how many. */
export const DATES_OF_POST = page(
  clocks(`c.kind in (${ofLead}) and b.status = 'active' and c.beneficiary_id in (select m.id from app.beneficiary m
    where m.region = $1 and (m.lead_post_id = $3 or m.lead_unit_id = $4))`),
  clocks(`c.post_id = $3 and (c.kind not in (${ofLead}) or b.status <> 'active')`),
  referrals('(r.sender_post_id = $3 or r.accountable_post_id = $3 or r.claimed_by_post_id = $3) and p.id = $3'),
);

const SCOPE = `select m.unit_id from app.unit_ancestor m where m.region = $1 and m.ancestor_id = $4 and (m.depth = 0 or $3::boolean)`;

/** Dates of a unit, and for its lead (`$3`) of those below: `$4` the unit. */
export const DATES_OF_UNIT = page(
  clocks(`c.unit_id in (${SCOPE})`),
  referrals(`(r.sender_unit_id in (${SCOPE}) or r.receiver_unit_id in (${SCOPE})) and u.id in (${SCOPE})`),
);
