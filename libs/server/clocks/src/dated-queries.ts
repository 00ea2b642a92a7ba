import { CLOCKS_OF_LEAD } from '@relais/domain';
import { unlessMasked } from '@relais/server/kernel';

/** SQL of the dated lists. `$1` is the region in all; every join stays inside it. */

const ofLead = CLOCKS_OF_LEAD.map((kind) => `'${kind}'`).join(', ');

const NAME = `coalesce(nullif(b.name_of_use, ''), b.given_name) || ' ' || b.family_name`;

/** The lead of an active file answers for some kinds, whoever noted it for the others. */
const LEADS = `c.kind in (${ofLead}) and b.status = 'active'`;

/** A clock with the post and the unit that answer for it; no unit where it is that of the post. */
const CLOCKS = `
  select c.id, c.kind, null::text as milestone, c.status, c.beneficiary_id as "beneficiaryId", ${NAME} as name, c.started_on as "startedOn",
    c.due_at as "dueAt", c.pause_until as "pauseUntil", c.pause_proof as "pauseProof", c.paused_days as "pausedDays", c.met_on as "metOn",
    c.met_by as "metBy", c.dropped, c.detail, case when ${LEADS} then b.lead_post_id else c.post_id end as post,
    case when ${LEADS} then b.lead_unit_id else c.unit_id end as unit, c.appointment_id as appointment
  from app.clock c
  join app.beneficiary b on b.region = $1 and b.id = c.beneficiary_id`;

const SENDER_ANSWERS = `r.status in ('held', 'info_needed', 'result_posted')`;
const POST_OF_REFERRAL = `case when ${SENDER_ANSWERS} then r.sender_post_id else coalesce(r.accountable_post_id, r.claimed_by_post_id) end`;
const UNIT_OF_REFERRAL = `case when ${SENDER_ANSWERS} then r.sender_unit_id else r.receiver_unit_id end`;

/** Dates of referrals, as their own area keeps them; a person whose file is closed to the reader has no name. */
const REFERRALS = `
  select r.id, 'referral' as kind, split_part(r.due_milestone, ':', 1) as milestone, 'running' as status, b.id as "beneficiaryId", ${NAME} as name,
    (r.status_since at time zone $2)::date as "startedOn", r.due_at as "dueAt", null::date as "pauseUntil", null::text as "pauseProof",
    0 as "pausedDays", null::date as "metOn", null::text as "metBy", null::text as dropped, r.need as detail, ${POST_OF_REFERRAL} as post,
    ${UNIT_OF_REFERRAL} as unit, null::uuid as appointment
  from app.referral r
  left join app.beneficiary b on b.region = $1 and b.id = r.beneficiary_id`;

/** Lines of what was found: who answers, and where, without names where the operator is masked for the reader. */
const lines = (found: string): string => `
  select x.id, x.kind, x.milestone, x.status, x."beneficiaryId", x.name, x."startedOn", x."dueAt", x."pauseUntil", x."pauseProof",
    x."pausedDays", x."metOn", x."metBy", x.dropped, x.detail, ${unlessMasked("s.given_name || ' ' || s.family_name")} as "answersName",
    ${unlessMasked('u.name')} as "unitName", a.starts_at as "appointmentAt"
  from (${found}) x
  left join app.post p on p.region = $1 and p.id = x.post
  left join app.staff s on s.region = $1 and s.id = p.staff_id
  left join app.unit u on u.region = $1 and u.id = coalesce(x.unit, p.unit_id)
  left join app.operator o on o.region = $1 and o.id = u.operator_id
  left join app.appointment a on a.region = $1 and a.id = x.appointment and a.status = 'planned'`;

const OPEN = `c.status in ('running', 'paused')`;
const WAITS = `r.due_at is not null and r.status not in ('draft', 'closed')`;

/** Every date of one person, `$3`: what runs first, by date, then what is over. `$2` is the time zone. */
export const DATES_OF_PERSON = `${lines(`
    (${CLOCKS} where c.region = $1 and c.beneficiary_id = $3 order by (not ${OPEN}), c.due_at limit 60)
    union all
    (${REFERRALS} where r.region = $1 and r.beneficiary_id = $3 and ${WAITS} order by r.due_at limit 40)`)}
  order by x.status not in ('running', 'paused'), x."dueAt", x.id`;

/** One clock, `$2`. */
export const DATE_OF_CLOCK = lines(`${CLOCKS} where c.region = $1 and c.id = $2`);

/** What comes after the place `$5`, `$6`: at most `$7` of each part; the page is cut before the names are fetched. */
const after = (row: string): string => `($5::timestamptz is null or (${row}.due_at, ${row}.id) > ($5::timestamptz, $6::uuid))
  order by ${row}.due_at, ${row}.id limit $7`;
const clocks = (which: string): string => `(${CLOCKS} where c.region = $1 and ${OPEN} and ${which} and ${after('c')})`;
const referrals = (which: string): string => `(${REFERRALS} where r.region = $1 and ${WAITS} and ${which} and ${after('r')})`;
const page = (...parts: readonly string[]): string =>
  `${lines(`select * from (${parts.join(' union all ')}) y order by y."dueAt", y.id limit $7`)} order by x."dueAt", x.id`;

/** Dates for which one post answers: `$3` post, `$4` its unit; `$5` and `$6` the place after which to go on, `$7` how many. */
export const DATES_OF_POST = page(
  clocks(`c.kind in (${ofLead}) and b.status = 'active' and (b.lead_post_id = $3 or b.lead_unit_id = $4)`),
  clocks(`c.post_id = $3 and (c.kind not in (${ofLead}) or b.status <> 'active')`),
  referrals(`(r.sender_post_id = $3 or r.accountable_post_id = $3 or r.claimed_by_post_id = $3) and ${POST_OF_REFERRAL} = $3`),
);

const SCOPE = `select m.unit_id from app.unit_ancestor m where m.region = $1 and m.ancestor_id = $4 and (m.depth = 0 or $3::boolean)`;

/** Dates of a unit, and for its lead (`$3`) of those below: `$4` the unit. */
export const DATES_OF_UNIT = page(
  clocks(`c.unit_id in (${SCOPE})`),
  referrals(`(r.sender_unit_id in (${SCOPE}) or r.receiver_unit_id in (${SCOPE})) and ${UNIT_OF_REFERRAL} in (${SCOPE})`),
);
