import { MINOR_SILENCE_DAYS, QUIET_DAYS, SILENCE_DAYS } from '@relais/domain';
import { ATTEMPT_COLUMNS, ATTEMPT_SOURCE, SIGHTING_COLUMNS } from './attempt-columns';

/** SQL of the board: one query per column, all in one round trip. `$1` region, `$2` unit, `$3` whether it leads, `$4` post, `$5` today, `$6` now. */

/** Cards of a column that one screen shows; the total says how many there are. */
const SHOWN = 60;

/** Units whose files the post answers for: its own, and for a lead those below. */
const SCOPE = `select m.unit_id from app.unit_ancestor m where m.region = $1 and m.ancestor_id = $2 and (m.depth = 0 or $3::boolean)`;

const NAME = `coalesce(nullif(b.name_of_use, ''), b.given_name) || ' ' || b.family_name`;

const inDays = (days: Readonly<Record<string, number>>, of: string, otherwise: number): string =>
  `case ${of} ${Object.entries(days)
    .map(([code, count]) => `when '${code}' then ${count}`)
    .join(' ')} else ${otherwise} end`;

/** Put off by the acting post beyond today. */
const notPutOff = (id: string): string =>
  `not exists (select from app.day_snooze z where z.region = $1 and z.post_id = $4 and z.object_id = ${id} and z.until > $5::date)`;

/** What is told of a person on every card; `x` is the column’s own part, cut before the facts are fetched. */
const cards = (part: string): string => `
  with x as (${part})
  select x.*, ${NAME} as name, b.birth_date as "birthDate", b.created_at as "createdAt", b.last_contact_at as "lastContactAt",
    b.unsafe_to_contact as "unsafeToContact", coalesce(b.lead_post_id = $4, false) as mine,
    lead.given_name || ' ' || lead.family_name as "leadName", u.id as "unitId", u.name as "unitName",
    coalesce(b.lead_post_id, b.lead_unit_id) is not null and b.lead_unit_id is null as led,
    (select s.scheme from app.support s where s.region = $1 and s.beneficiary_id = b.id and s.closed_on is null
      order by s.unit_id = u.id desc, s.opened_on limit 1) as scheme,
    exists (select from app.clock c where c.region = $1 and c.beneficiary_id = b.id and c.kind = 'return_to_training' and c.status = 'running')
      as returning,
    exists (select from app.clock c where c.region = $1 and c.beneficiary_id = b.id and c.status = 'running' and c.due_at < $6) as "clockOverdue",
    exists (select from app.appointment a where a.region = $1 and a.beneficiary_id = b.id and a.status = 'planned' and a.starts_at >= $6)
      as "meetingPlanned",
    coalesce((select a.status = 'no_show' from app.appointment a where a.region = $1 and a.beneficiary_id = b.id and a.starts_at < $6
      and a.status <> 'cancelled' order by a.starts_at desc limit 1), false) as "missedLast",
    coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'channel', k.channel, 'result', k.result, 'byName', k."byName",
        'at', to_char(k.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by k.at desc)
      from (select ${ATTEMPT_COLUMNS} from ${ATTEMPT_SOURCE} where t.region = $1 and t.beneficiary_id = b.id
        and t.at >= coalesce(b.last_contact_at, b.created_at) order by t.at desc limit 5) k), '[]') as tried
  from x
  join app.beneficiary b on b.region = $1 and b.id = x."beneficiaryId"
  left join app.post p on p.region = $1 and p.id = b.lead_post_id
  left join app.staff lead on lead.region = $1 and lead.id = p.staff_id
  join app.unit u on u.region = $1 and u.id = coalesce(x."ofUnit", p.unit_id, b.lead_unit_id)`;

const part = (columns: {
  since: string;
  object: string;
  unit?: string;
  referral?: string;
  detail?: string;
  clock?: string;
  due?: string;
}): string =>
  `select ${columns.object} as "objectId", b.id as "beneficiaryId", ${columns.since} as since, ${columns.unit ?? 'null::uuid'} as "ofUnit",
    ${columns.referral ?? 'null::uuid'} as "referralId", ${columns.detail ?? 'null::text'} as detail, ${columns.clock ?? 'null::text'} as "clockKind",
    ${columns.due ?? 'null::timestamptz'} as "dueAt", count(*) over ()::int as total`;

const FILES = `from app.beneficiary b where b.region = $1 and b.status = 'active' and ${notPutOff('b.id')}`;

/** In a unit’s queue: nobody answers for the person. */
export const UNASSIGNED = cards(`
  ${part({
    object: 'b.id',
    since: `coalesce((select t.since from app.lead_tenure t where t.region = $1 and t.beneficiary_id = b.id and t.until is null), b.created_at)`,
  })} ${FILES} and b.lead_unit_id in (${SCOPE}) order by 3, 1 limit ${SHOWN}`);

/** The lead is away today, or has left. */
export const ABSENT = cards(`
  ${part({ object: 'b.id', since: 'w.since', detail: 'w.until' })}
  from app.post q
  join lateral (
    select coalesce(min(a.starts_on), q.until, $5::date)::timestamptz as since, max(a.ends_on)::text as until,
      count(a.id) > 0 or not q.active or q.until < $5::date as away
    from app.absence a where a.region = $1 and a.post_id = q.id and a.cancelled_at is null and a.starts_on <= $5::date and (a.ends_on is null or a.ends_on >= $5::date)) w on w.away
  join app.beneficiary b on b.region = $1 and b.lead_post_id = q.id and b.status = 'active' and ${notPutOff('b.id')}
  where q.region = $1 and q.unit_id in (${SCOPE}) order by 3, 1 limit ${SHOWN}`);

const BY_SCHEME = inDays(SILENCE_DAYS, 'k.scheme', SILENCE_DAYS.free);

const SILENT_FOR = `case when b.birth_date > $5::date - interval '18 years' then least(${BY_SCHEME}, ${MINOR_SILENCE_DAYS}) else ${BY_SCHEME} end`;

/** Nobody is silent before this: what came since is left out by the index. */
const SOONEST = Math.min(MINOR_SILENCE_DAYS, ...Object.values(SILENCE_DAYS));

/** Nobody of the network had a two-way contact for as long as the scheme allows; the longest over comes first. */
export const SILENT = cards(`
  ${part({ object: 'b.id', since: 'coalesce(b.last_contact_at, b.created_at)' })}
  from app.beneficiary b
  left join app.post q on q.region = $1 and q.id = b.lead_post_id
  cross join lateral (select coalesce((select s.scheme from app.support s where s.region = $1 and s.beneficiary_id = b.id
    and s.closed_on is null order by s.unit_id = coalesce(q.unit_id, b.lead_unit_id) desc, s.opened_on limit 1), 'free') as scheme) k
  where b.region = $1 and b.status = 'active' and ${notPutOff('b.id')}
    and coalesce(b.last_contact_at, b.created_at) <= $6::timestamptz - interval '${SOONEST} days'
    and (q.unit_id in (${SCOPE}) or b.lead_unit_id in (${SCOPE}))
    and coalesce(b.last_contact_at, b.created_at) <= $6::timestamptz - make_interval(days => ${SILENT_FOR})
  order by 3, 1 limit ${SHOWN}`);

/** What a unit sent and hears nothing of. */
export const QUIET_REFERRALS = cards(`
  ${part({
    object: 'r.id',
    since: 'greatest(r.status_since, r.last_contact_at)',
    unit: 'r.sender_unit_id',
    referral: 'r.id',
    detail: `(select o.short_name from app.operator o where o.region = $1 and o.id = r.receiver_operator_id and not o.sensitive)`,
  })}
  from app.referral r join app.beneficiary b on b.region = $1 and b.id = r.beneficiary_id
  where r.region = $1 and r.sender_unit_id in (${SCOPE}) and r.status in (${Object.keys(QUIET_DAYS)
    .map((status) => `'${status}'`)
    .join(', ')})
    and greatest(r.status_since, r.last_contact_at) <= $6::timestamptz - make_interval(days => ${inDays(QUIET_DAYS, 'r.status', 30)})
    and ${notPutOff('r.id')}
  order by 3, 1 limit ${SHOWN}`);

/** News to be asked three and six months after the exit: due within a month, or late. */
export const EXITS = cards(`
  ${part({ object: 'c.id', since: `c.started_on::timestamptz`, unit: 'c.unit_id', clock: 'c.kind', due: 'c.due_at' })}
  from app.clock c join app.beneficiary b on b.region = $1 and b.id = c.beneficiary_id
  where c.region = $1 and c.unit_id in (${SCOPE}) and c.kind in ('exit_3_months', 'exit_6_months') and c.status = 'running'
    and c.due_at <= $6::timestamptz + interval '30 days' and ${notPutOff('c.id')}
  order by c.due_at, 1 limit ${SHOWN}`);

/** What other units ask: `$2` unit, `$3` whether it leads. */
export const QUESTIONS = `select ${SIGHTING_COLUMNS} from app.sighting q
  where q.region = $1 and q.asked_unit_id in (${SCOPE}) and q.answered_at is null order by q.asked_at, q.id limit 50`;
