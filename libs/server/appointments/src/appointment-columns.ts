import { unlessMasked } from '@relais/server/kernel';

/** The columns of an `AppointmentView`, from `app.appointment a`. Joins stay inside the region. */
export const APPOINTMENT_COLUMNS = `a.id, a.beneficiary_id as "beneficiaryId",
  coalesce(b.name_of_use, b.given_name) || ' ' || b.family_name as name,
  b.unsafe_to_contact as "unsafeToContact", b.contact_rule as "contactRule",
  a.post_id as "postId", ${unlessMasked("hs.given_name || ' ' || hs.family_name")} as "hostName",
  a.with_post_id as "withPostId", ${unlessMasked("ws.given_name || ' ' || ws.family_name", 'wo')} as "withName",
  a.group_session_id as "groupSessionId", a.operator_id as "operatorId", a.unit_id as "unitId", ${unlessMasked('u.name')} as "unitName",
  a.referral_id as "referralId",
  a.starts_at as "startsAt", a.minutes, coalesce(a.place, '') as place, coalesce(a.purpose, '') as purpose, a.status, a.version,
  (select i.id from app.interview i where i.region = $1 and i.appointment_id = a.id order by i.created_at limit 1) as "interviewId"`;

/** What {@link APPOINTMENT_COLUMNS} reads from: `$1` is the region. */
export const APPOINTMENT_SOURCE = `app.appointment a
  join app.beneficiary b on b.region = $1 and b.id = a.beneficiary_id
  join app.unit u on u.region = $1 and u.id = a.unit_id
  join app.operator o on o.region = $1 and o.id = a.operator_id
  join app.post hp on hp.region = $1 and hp.id = a.post_id
  join app.staff hs on hs.region = $1 and hs.id = hp.staff_id
  left join app.post wp on wp.region = $1 and wp.id = a.with_post_id
  left join app.staff ws on ws.region = $1 and ws.id = wp.staff_id
  left join app.operator wo on wo.region = $1 and wo.id = wp.operator_id`;

/** The facts of a meeting by which {@link whyNotChanged} decides. */
export const MEETING_SEEN = `select a.id, a.operator_id as "operatorId", a.status, a.starts_at as "startsAt",
  a.group_session_id as "groupSessionId", a.referral_id as "referralId" from app.appointment a where a.region = $1 and a.id = $2`;
