import type { PackStay } from '@relais/domain';

const why = (stays: PackStay): string => `'${stays}'`;

/** Whether the post `p` that takes sees a unit's side of a referral: it works there, or leads above it. The policies of `app.referral` say the same. */
const speaksFor = (unit: string): string => `exists (select from app.unit_ancestor u where u.region = $1 and u.unit_id = ${unit}
  and u.ancestor_id = p.unit_id and (u.depth = 0 or p.role = 'unit_lead'))`;

/** Whether the file is open to whoever takes: it is once they lead it; by accompanying the person, or by hierarchy alone. */
const OPEN = `
  select g.leads or coalesce(bool_or(true), false) as open, g.leads or coalesce(bool_or(a.basis <> 'hierarchy'), false) as accompanied
  from app.file_access a where a.region = $1 and a.beneficiary_id = g.beneficiary_id and a.grantee_id in (g.to_unit_id, g.to_post_id)
    and (a.expires_at is null or a.expires_at > $3)`;

/** An action made from a note is read by whom the note is told to. The policies of `app.action` say the same. */
const TOLD = `t.note_audience is null or t.note_author_post_id = p.id or t.note_sealed and o.accompanied and (t.note_audience in ('network', 'person')
  or t.note_audience = 'team' and t.note_unit_id = p.unit_id or t.note_audience = 'operator' and t.operator_id = p.operator_id)`;

const THINGS = `
  select 'referral' as what, r.id, case when r.sender_post_id = g.from_post_id and not ${speaksFor('r.sender_unit_id')}
      or r.claimed_by_post_id = g.from_post_id and not ${speaksFor('r.receiver_unit_id')}
      or not (${speaksFor('r.sender_unit_id')} or ${speaksFor('r.receiver_unit_id')}) then ${why('referral_of_unit')} end as why
  from unnest(g.referral_ids) as h (id) join app.referral r on r.region = $1 and r.id = h.id
  union all
  select 'action', t.id, case when not o.open then ${why('action_not_open')} when not (${TOLD}) then ${why('action_of_note')} end
  from unnest(g.action_ids) as h (id) join app.action t on t.region = $1 and t.id = h.id
  union all
  select 'appointment', m.id, case when not o.open then ${why('appointment_not_open')}
      when m.with_post_id = g.to_post_id then ${why('appointment_with_taker')} end
  from unnest(g.appointment_ids) as h (id) join app.appointment m on m.region = $1 and m.id = h.id`;

const moving = (what: string): string => `coalesce(array_agg(x.id) filter (where x.what = '${what}' and x.why is null), '{}')`;

/** Takes out of each file of a pack what whoever takes could not open, and says why it stays. `$2` pack, `$3` now. Reckoned once, not for each file. */
export const LEAVE_WHAT_STAYS = `
  with s as materialized (
    select g.beneficiary_id, ${moving('referral')} as referrals, ${moving('action')} as actions, ${moving('appointment')} as appointments,
      array_agg(distinct x.why) filter (where x.why is not null) as stays
    from app.pack_file g join app.post p on p.region = $1 and p.id = g.to_post_id
    cross join lateral (${OPEN}) o cross join lateral (${THINGS}) x
    where g.region = $1 and g.pack_id = $2 group by g.beneficiary_id)
  update app.pack_file f set referral_ids = s.referrals, action_ids = s.actions, appointment_ids = s.appointments, stays = s.stays,
    reason = case when not f.leads and cardinality(s.referrals || s.actions || s.appointments) = 0 then 'not_open' end
  from s where f.region = $1 and f.pack_id = $2 and f.beneficiary_id = s.beneficiary_id and s.stays is not null`;
