import { type CivilDate, fragilityOf, type Id, type Instant, type PackEnd, type PackState, weightOf } from '@relais/domain';

/** The units from one upwards: who leads there. */
export const above = (unit: string): string => `coalesce((select json_agg(t.ancestor_id) from app.unit_ancestor t
  where t.region = $1 and t.unit_id = ${unit}), '[]'::json) as above`;

/** A pack as the use cases and the worker read it. */
export type PackRow = {
  readonly id: Id;
  readonly absenceId: Id;
  readonly postId: Id;
  readonly unitId: Id;
  readonly endsAs: PackEnd;
  readonly receiverPostIds: readonly Id[];
  readonly status: PackState;
  readonly beginsOn: CivilDate;
  readonly returnsOn: CivilDate | null;
  readonly runByPostId: Id | null;
  readonly movedAt: Instant | null;
  readonly undoUntil: Instant | null;
  readonly version: number;
};

/** Its columns, for `app.continuity_pack k`. */
export const PACK = `k.id, k.absence_id as "absenceId", k.post_id as "postId", k.unit_id as "unitId", k.ends_as as "endsAs",
  k.receiver_post_ids as "receiverPostIds", k.status, k.begins_on as "beginsOn", k.returns_on as "returnsOn",
  k.run_by_post_id as "runByPostId", k.moved_at as "movedAt", k.undo_until as "undoUntil", k.version`;

/** Colleagues of the operator who are there all the while: `$2` posts, `$3` who is away, `$4` first and `$5` last day away, if it ends. */
export const FIT = `
  select p.id from app.post p
  join app.post away on away.region = $1 and away.id = $3 and away.operator_id = p.operator_id
  where p.region = $1 and p.id = any($2::uuid[]) and p.id <> $3 and p.active and p.role in ('counsellor', 'unit_lead')
    and not exists (select from app.absence a where a.region = $1 and a.post_id = p.id and a.cancelled_at is null
      and a.starts_on <= coalesce($5::date, $4::date) and (a.ends_on is null or a.ends_on >= $4::date))`;

/** What makes one file weigh, as the database tells it. */
export type FactsRow = {
  readonly postId: Id;
  readonly beneficiaryId: Id | null;
  readonly birthDate: CivilDate;
  readonly hasSolution: boolean;
  readonly unsafeToContact: boolean;
  readonly lastContactAt: Instant;
  readonly overdueActions: number;
  readonly openReferrals: number;
  readonly nextAppointmentAt: Instant | null;
  readonly household: string | null;
};

/** Facts of the files that some posts lead: `$2` posts, `$3` today, `$4` now. Says which file it is to the worker alone. */
export const FACTS = `
  select f.post_id as "postId", f.beneficiary_id as "beneficiaryId", f.birth_date as "birthDate", f.has_solution as "hasSolution",
    f.unsafe as "unsafeToContact", f.last_contact_at as "lastContactAt", f.overdue as "overdueActions", f.referrals as "openReferrals",
    f.next_at as "nextAppointmentAt", f.household
  from (select $1::text) as here (region), app.caseload_facts($2::uuid[], $3::date, $4::timestamptz) f`;

/** What each post carries, by the weight of its files. */
export function loadsOf(files: readonly FactsRow[], today: CivilDate, now: Instant): ReadonlyMap<Id, number> {
  const loads = new Map<Id, number>();
  for (const file of files) loads.set(file.postId, (loads.get(file.postId) ?? 0) + weightOf(fragilityOf(file, today, now)));
  return loads;
}
