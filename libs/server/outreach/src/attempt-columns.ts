import { unlessMasked } from '@relais/server/kernel';

/** The name of a unit, null when its operator is masked for the reader. */
const unitNamed = (id: string): string => `(select ${unlessMasked('u.name')} from app.unit u
    join app.operator o on o.region = $1 and o.id = u.operator_id where u.region = $1 and u.id = ${id})`;

/** The columns of an `AttemptView`, from `app.attempt t` with its author. */
export const ATTEMPT_COLUMNS = `t.id, t.channel, t.result, t.at, f.given_name || ' ' || f.family_name as "byName"`;

/** What {@link ATTEMPT_COLUMNS} reads from: `$1` is the region. */
export const ATTEMPT_SOURCE = `app.attempt t
  join app.post w on w.region = $1 and w.id = t.post_id
  join app.staff f on f.region = $1 and f.id = w.staff_id`;

/** The columns of a `SightingView`, from `app.sighting q`; a masked operator’s unit has no name, a closed file no person. */
export const SIGHTING_COLUMNS = `q.id, q.beneficiary_id as "beneficiaryId",
  (select coalesce(nullif(b.name_of_use, ''), b.given_name) || ' ' || b.family_name from app.beneficiary b
    where b.region = $1 and b.id = q.beneficiary_id) as name,
  ${unitNamed('q.asked_unit_id')} as "askedUnitName", ${unitNamed('q.asker_unit_id')} as "askerUnitName",
  q.asked_at as "askedAt", q.answered_at as "answeredAt", q.seen, q.seen_on as "seenOn"`;
