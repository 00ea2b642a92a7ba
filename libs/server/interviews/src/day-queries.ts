import { CLOCKS_OF_LEAD } from '@relais/domain';

/** SQL of the day page. `$1` is the region in all; every join stays inside it. */

const NAME = `coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name`;

/** A civil date `$3` as the moment at which it begins in the time zone `$4`. */
const DAY_BEGINS = `($3::date)::timestamp at time zone $4`;
const DAY_ENDS = `($3::date + 1)::timestamp at time zone $4`;

/** A matter that I did not put off beyond today. */
const notPutOff = (row: string, post: string, today: string): string => `not exists (select 1 from app.day_snooze z
    where z.region = $1 and z.post_id = ${post} and z.object_id = ${row}.id and z.until > ${today}::date)`;

/** My meetings of one day, held alone or with somebody; places in sessions stand on their own list: `$2` post, `$3` day, `$4` time zone. */
export const MEETINGS = `
  select a.id as "appointmentId", a.beneficiary_id as "beneficiaryId", ${NAME} as name, a.operator_id as "operatorId",
    a.starts_at as "startsAt", a.minutes,
    coalesce(a.place, '') as place, coalesce(a.purpose, '') as purpose, a.status, a.version,
    trace.id as "interviewId", trace.status as "interviewStatus",
    json_build_object(
      'lastContactAt', to_char(b.last_contact_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'lastThemes', coalesce(to_json(last.themes), '[]'),
      'nextAction', step.words, 'openActions', coalesce(step.total, 0), 'referralFrom', origin.name,
      'interpreter', b.interpreter, 'unsafeToContact', b.unsafe_to_contact, 'contactRule', b.contact_rule) as context
  from app.appointment a
  join app.beneficiary b on b.region = $1 and b.id = a.beneficiary_id
  left join lateral (select i.id, i.status from app.interview i
    where i.region = $1 and i.appointment_id = a.id order by i.created_at limit 1) trace on true
  left join lateral (select i.themes from app.interview i
    where i.region = $1 and i.beneficiary_id = a.beneficiary_id and i.status = 'sealed' order by i.happened_at desc limit 1) last on true
  left join lateral (select t.words, count(*) over () as total from app.action t
    where t.region = $1 and t.beneficiary_id = a.beneficiary_id and t.status = 'open' order by t.due_on nulls last, t.id limit 1) step on true
  left join lateral (select o.short_name as name from app.referral r join app.operator o on o.region = $1 and o.id = r.sender_operator_id
    where r.region = $1 and r.id = a.referral_id and r.sender_operator_id <> a.operator_id) origin on true
  where a.region = $1 and (a.post_id = $2 or a.with_post_id = $2) and a.group_session_id is null
    and a.starts_at >= ${DAY_BEGINS} and a.starts_at < ${DAY_ENDS} and a.status <> 'cancelled'
  order by a.starts_at, a.id limit 60`;

/** Meetings of the last seven days that are over and left no interview, and the next one after today: `$5` now. */
export const UNTRACED = `
  select a.id as "appointmentId", a.beneficiary_id as "beneficiaryId", ${NAME} as name, a.starts_at as "startsAt", a.minutes,
    coalesce(a.purpose, '') as purpose
  from app.appointment a join app.beneficiary b on b.region = $1 and b.id = a.beneficiary_id
  where a.region = $1 and a.post_id = $2 and a.starts_at >= ${DAY_BEGINS} - interval '7 days'
    and a.starts_at + make_interval(mins => a.minutes) <= $5 and a.status in ('planned', 'honoured')
    and a.group_session_id is null
    and not exists (select 1 from app.interview i where i.region = $1 and i.appointment_id = a.id)
  order by a.starts_at desc, a.id limit 50`;

/** The first meeting after today. */
export const NEXT_MEETING = `
  select a.id as "appointmentId", a.beneficiary_id as "beneficiaryId", ${NAME} as name, a.starts_at as "startsAt"
  from app.appointment a join app.beneficiary b on b.region = $1 and b.id = a.beneficiary_id
  where a.region = $1 and (a.post_id = $2 or a.with_post_id = $2) and a.group_session_id is null and a.starts_at >= ${DAY_ENDS}
    and a.status = 'planned'
  order by a.starts_at, a.id limit 1`;

const answeredBy = (side: 'receiver' | 'sender', kind: string): string => `select r.* from app.referral r
    where r.region = $1 and r.${side}_unit_id = $2 and r.kind ${kind}
      and (r.status = 'sent' or (r.status = 'received' and r.claimed_by_post_id = $3)) and ${notPutOff('r', '$3', '$5')}`;

/**
 * Referrals that wait for my unit's answer: those it received, and the claims of others, which those who accompany decide. `$2` unit, `$3`
 * post, `$4` now, `$5` day. A person whose file is not open yet has the name that the inbox shows.
 */
export const REFERRALS = `
  select case when r.due_at < $4 then 'referral_overdue' else 'referral_waiting' end as reason, r.id as "objectId",
    b.id as "beneficiaryId", coalesce(${NAME}, r.summary->>'name') as name, r.need as words, coalesce(r.sent_at, r.created_at) as since,
    r.due_at as "dueAt", r.urgent, null::int as version, count(*) over () as total
  from (${answeredBy('receiver', `<> 'claim'`)} union all ${answeredBy('sender', `= 'claim'`)}) r
  left join app.beneficiary b on b.region = $1 and b.id = r.beneficiary_id
  order by r.urgent desc, r.due_at, r.id limit 7`;

/** My interviews that are not sealed: `$2` post, `$3` day. */
export const DRAFTS = `
  select 'note_to_finish' as reason, i.id as "objectId", i.beneficiary_id as "beneficiaryId", ${NAME} as name, null as words,
    i.happened_at as since, null::timestamptz as "dueAt", false as urgent, i.version, count(*) over () as total
  from app.interview i join app.beneficiary b on b.region = $1 and b.id = i.beneficiary_id
  where i.region = $1 and i.author_post_id = $2 and i.status = 'draft' and ${notPutOff('i', '$2', '$3')}
  order by i.happened_at, i.id limit 7`;

/** Actions that I owe and whose day has passed: `$3` day, `$4` time zone. */
export const OVERDUE = `
  select 'action_overdue' as reason, t.id as "objectId", t.beneficiary_id as "beneficiaryId", ${NAME} as name, t.words,
    t.created_at as since, (t.due_on + 1)::timestamp at time zone $4 as "dueAt", false as urgent, t.version, count(*) over () as total
  from app.action t join app.beneficiary b on b.region = $1 and b.id = t.beneficiary_id
  where t.region = $1 and t.owner_post_id = $2 and t.status = 'open' and t.due_on < $3 and ${notPutOff('t', '$2', '$3')}
  order by t.due_on, t.id limit 7`;

const OF_LEAD = CLOCKS_OF_LEAD.map((kind) => `'${kind}'`).join(', ');

const dueClocks = (which: string): string => `(
  select case when c.due_at < $4 then 'clock_overdue' else 'clock_soon' end as reason, c.id as "objectId", b.id as "beneficiaryId",
    ${NAME} as name, null as words, c.created_at as since, c.due_at as "dueAt", false as urgent, null::int as version, c.kind as clock
  from app.clock c join app.beneficiary b on b.region = $1 and b.id = c.beneficiary_id
  where c.region = $1 and c.status = 'running' and c.due_at < $4::timestamptz + interval '7 days' and ${notPutOff('c', '$2', '$3')} and ${which}
  order by c.due_at, c.id limit 7)`;

/** Dated obligations for which I answer, late or due within a week: `$3` day, `$4` now. As the lead of the file, or as who noted it. */
export const DUE_CLOCKS = `select * from (
  ${dueClocks(`c.kind in (${OF_LEAD}) and b.status = 'active' and b.lead_post_id = $2`)}
  union all ${dueClocks(`c.post_id = $2 and (c.kind not in (${OF_LEAD}) or b.status <> 'active')`)}) x order by x."dueAt", x."objectId" limit 7`;

/**
 * People of whom I am the lead, longest unheard of first: `$2` post, `$3` moment before which it counts as a silence, `$4` day. One
 * that was put off is no matter of today, but still among those not seen for longest.
 */
export const UNHEARD = `
  select 'silence' as reason, b.id as "objectId", b.id as "beneficiaryId", ${NAME} as name, null as words,
    coalesce(b.last_contact_at, b.created_at) as since, null::timestamptz as "dueAt", false as urgent, null::int as version,
    b.last_contact_at as "lastContactAt", off.put as "putOff",
    count(*) filter (where coalesce(b.last_contact_at, b.created_at) < $3 and not off.put) over () as total
  from app.beneficiary b
  cross join lateral (select not ${notPutOff('b', '$2', '$4')} as put) off
  where b.region = $1 and b.lead_post_id = $2 and b.status = 'active'
  order by coalesce(b.last_contact_at, b.created_at), b.id limit 7`;
