import type { CivilDate, Id, Instant, PackEnd, PackState } from '@relais/domain';

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
