/** Columns of a referral that a coordinator may know: the machine's own, never what tells who the person is or what was written of them. */
const KNOWN = `region, id, kind, need, theme, urgent, status, status_since, previous_status, held_for, closure, outcome, decline_reason,
  sender_operator_id, sender_unit_id, sender_post_id, receiver_operator_id, receiver_unit_id, claimed_by_post_id, accountable_post_id,
  parent_id, successor_id, sent_at, accepted_at, first_contact_at, last_contact_at, closed_at, decide_since, decide_spent_minutes,
  contact_since, contact_spent_minutes, hold_minutes_used, review_at, resume_at, due_at, due_milestone, decline_returned, cancel_objected,
  result_contested, opposed, closed_by_kind, closed_by_post_id, sequence, created_at, updated_at, version`;

/** What the doors hand out: {@link KNOWN}, a file number, whether the person agreed, why the region is concerned, who moved it last. */
export const COORDINATED_TYPE = `
  create type app.coordinated_referral as (
    region text, id uuid, kind text, need text, theme text, urgent boolean, status text, status_since timestamptz, previous_status text,
    held_for text, closure text, outcome text, decline_reason text, sender_operator_id uuid, sender_unit_id uuid, sender_post_id uuid,
    receiver_operator_id uuid, receiver_unit_id uuid, claimed_by_post_id uuid, accountable_post_id uuid, parent_id uuid, successor_id uuid,
    sent_at timestamptz, accepted_at timestamptz, first_contact_at timestamptz, last_contact_at timestamptz, closed_at timestamptz,
    decide_since timestamptz, decide_spent_minutes int, contact_since timestamptz, contact_spent_minutes int, hold_minutes_used int,
    review_at timestamptz, resume_at timestamptz, due_at timestamptz, due_milestone text, decline_returned boolean, cancel_objected boolean,
    result_contested boolean, opposed boolean, closed_by_kind text, closed_by_post_id uuid, sequence int, created_at timestamptz,
    updated_at timestamptz, version int, file_number text, sharing text, why text, last_kind text, last_post_id uuid)`;

/** Dates of which the coordinator is told: once one has come, the referral needs the region. Source: domain, MILESTONE_ACTS. */
export const ESCALATED = `('held_alert', 'decide_escalate', 'waitlist_escalate', 'contact_coordinator', 'stall_coordinator', 'resume_coordinator',
  'look_due', 'look_escalate', 'queue_empty')`;

/** Why a referral needs the region, or null. What the coordinator has decided on stays open to them, as \`settled\`. */
const WHY = `
  case when r.status = 'held' and r.held_for = 'check' then 'check'
    when r.status = 'decline_pending' then 'decline'
    when r.closure = 'expired' and r.closed_at > now() - interval '60 days' then 'expired'
    when r.status not in ('draft', 'closed') and exists (select from app.referral_reminder m where m.region = here and m.referral_id = r.id
      and m.step = r.status_since and split_part(m.milestone, ':', 1) in ${ESCALATED}) then 'escalated'
    when r.result_contested and r.status in ('accepted', 'in_progress') then 'contested'
    when exists (select from app.referral_transition t where t.region = here and t.referral_id = r.id and t.actor_kind = 'coordinator')
      then 'settled' end`;

/** `which` narrows the rows further; what the coordinator was about to decide on is handed out even when it just moved on. */
const selected = (which: string): string => `
    select ${KNOWN.replaceAll(/\w+/g, 'r.$&')}, b.file_number,
      case when b.sharing_status = 'opposed' then 'opposed'
        when exists (select from app.sharing s where s.region = here and s.beneficiary_id = b.id) then b.sharing_status end,
      coalesce(w.why, 'settled'), l.actor_kind, l.actor_post_id
    from app.referral r
    join app.beneficiary b on b.region = here and b.id = r.beneficiary_id
    cross join lateral (select ${WHY}) as w (why)
    left join lateral (select t.actor_kind, t.actor_post_id from app.referral_transition t
      where t.region = here and t.referral_id = r.id order by t.sequence desc limit 1) l on true
    where r.region = here and ${which}`;

/** How each door begins: nothing for anybody but a coordinator. */
export const OPENING = `
  declare
    here text := sec.region();
  begin
    if sec.role() is distinct from 'regional_coordinator' then return; end if;`;

/** The doors run as their owner. */
export const BY_OWNER = `security definer set search_path = pg_catalog, pg_temp`;

/** Every referral that needs the region, as far as a coordinator may know it; nothing for anybody else. */
const LIST = `
  create function app.list_for_coordination() returns setof app.coordinated_referral language plpgsql stable ${BY_OWNER} as $$ ${OPENING}
    return query ${selected(`w.why <> 'settled' and (r.status not in ('draft', 'closed') or r.closure = 'expired')`)};
  end $$`;

/** One of them, locked until the end of the transaction when asked so. */
const opening = (create: string, first: string): string => `
  ${create} function app.open_for_coordination(referral uuid, locking boolean) returns setof app.coordinated_referral
  language plpgsql volatile ${BY_OWNER} as $$ ${OPENING}
    if not exists (select from app.referral r cross join lateral (select ${WHY}) as w (why)
      where r.region = here and r.id = open_for_coordination.referral and w.why is not null) then return; end if;
    if locking then ${first}perform from app.referral r where r.region = here and r.id = open_for_coordination.referral for update; end if;
    return query ${selected('r.id = open_for_coordination.referral')};
  end $$`;

const OPEN = opening('create', '');

/** The same, which takes the file before the referral, as every move does: two who wait for each other would both fail. */
export const OPEN_AFTER_FILE = opening(
  'create or replace',
  `perform from app.beneficiary b where b.region = here and b.id = (select r.beneficiary_id from app.referral r
      where r.region = here and r.id = open_for_coordination.referral) for no key update;
      `,
);

/** What happened to it; the words of questions, answers and results are the professionals' own. */
const LOG = `
  create function app.log_for_coordination(referral uuid)
  returns table (sequence int, move text, from_status text, to_status text, actor_kind text, actor_post_id uuid, reason text, at timestamptz,
    decline_reason text, alternatives jsonb) language plpgsql stable ${BY_OWNER} as $$ ${OPENING}
    return query
    select t.sequence, t.move, t.from_status, t.to_status, t.actor_kind, t.actor_post_id,
      case when t.move not in ('ask_info', 'answer_info', 'post_result', 'accept', 'waitlist') then t.reason end, t.at,
      t.detail->>'declineReason', t.detail->'alternatives'
    from app.referral_transition t
    where t.region = here and t.referral_id = log_for_coordination.referral
      and exists (select from app.open_for_coordination(log_for_coordination.referral, false))
    order by t.sequence;
  end $$`;

/**
 * Writes a move that a coordinator makes: the columns of the machine, its line of the log, and for a reroute the draft that follows. The
 * rules are the domain's; here stands only that nobody else, and nothing else, passes by this door.
 */
const WRITE = `
  create function app.write_for_coordination(referral uuid, expected int, patch jsonb, line jsonb, draft jsonb) returns void
  language plpgsql volatile ${BY_OWNER} as $$
  declare
    here text := sec.region();
    old app.referral;
    new app.referral;
  begin
    if sec.role() is distinct from 'regional_coordinator'
      or line->>'move' not in ('release', 'withdraw', 'confirm_decline', 'return_decline', 'reroute')
      or not exists (select from app.open_for_coordination(write_for_coordination.referral, true)) then
      raise exception 'not a move of the coordinator' using errcode = 'insufficient_privilege', constraint = 'coordination';
    end if;
    select * into old from app.referral r where r.region = here and r.id = write_for_coordination.referral;
    if old.version <> expected then
      raise exception 'the referral moved' using errcode = 'serialization_failure';
    end if;
    if draft is not null then
      insert into app.referral (region, id, beneficiary_id, kind, need, theme, urgent, message, included, status, status_since,
        sender_operator_id, sender_unit_id, sender_post_id, receiver_operator_id, receiver_unit_id, parent_id, recommended_unit_id,
        recommended_by_post_id, recommended_at, created_at, updated_at)
      select here, (draft->>'id')::uuid, old.beneficiary_id, old.kind, old.need, old.theme, old.urgent, old.message, old.included, 'draft',
        (line->>'at')::timestamptz, old.sender_operator_id, old.sender_unit_id, old.sender_post_id, u.operator_id, u.id, old.id, u.id,
        sec.post(), (line->>'at')::timestamptz, (line->>'at')::timestamptz, (line->>'at')::timestamptz
      from app.unit u where u.region = here and u.id = (draft->>'unitId')::uuid;
    end if;
    new := jsonb_populate_record(old, patch - array['region', 'id', 'beneficiary_id', 'kind', 'need', 'theme', 'urgent', 'summary', 'message',
      'included', 'sender_operator_id', 'sender_unit_id', 'sender_post_id', 'receiver_operator_id', 'receiver_unit_id', 'packet_id']);
    update app.referral r set status = new.status, status_since = new.status_since, previous_status = new.previous_status,
      held_for = new.held_for, closure = new.closure, outcome = new.outcome, outcome_note = case when new.outcome is null then null else old.outcome_note end,
      decline_reason = new.decline_reason, successor_id = new.successor_id, sent_at = new.sent_at, closed_at = new.closed_at,
      decide_since = new.decide_since, decide_spent_minutes = new.decide_spent_minutes, contact_since = new.contact_since,
      contact_spent_minutes = new.contact_spent_minutes, hold_minutes_used = new.hold_minutes_used, review_at = new.review_at,
      resume_at = new.resume_at, due_at = new.due_at, due_milestone = new.due_milestone, decline_returned = new.decline_returned,
      closed_by_kind = new.closed_by_kind, closed_by_post_id = new.closed_by_post_id, sequence = new.sequence, updated_at = new.updated_at,
      version = old.version + 1
    where r.region = here and r.id = old.id;
    insert into app.referral_transition (region, id, referral_id, sequence, move, from_status, to_status, actor_post_id, actor_kind, reason,
      detail, at)
    values (here, (line->>'id')::uuid, old.id, new.sequence, line->>'move', old.status, new.status, sec.post(), 'coordinator',
      line->>'reason', line->'detail', (line->>'at')::timestamptz);
    -- What ends, ends its read at once: the receiver's support and its meetings.
    if new.status = 'closed' and old.accepted_at is not null then
      update app.appointment a set status = 'cancelled', updated_at = (line->>'at')::timestamptz, version = a.version + 1
      where a.region = here and a.referral_id = old.id and a.unit_id = old.receiver_unit_id and a.status = 'planned';
      update app.support s set closed_on = greatest(s.opened_on, (line->>'today')::date), version = s.version + 1
      where s.region = here and s.referral_id = old.id and s.unit_id = old.receiver_unit_id and s.closed_on is null;
    end if;
  end $$`;

/** The doors, in the order of their making. */
export const DOORS = [LIST, OPEN, LOG, WRITE];

/** Their signatures, for the rights on them. */
export const DOOR_NAMES = 'app.list_for_coordination, app.open_for_coordination, app.log_for_coordination, app.write_for_coordination';
