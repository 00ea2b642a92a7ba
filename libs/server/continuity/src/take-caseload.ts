import { Injectable } from '@nestjs/common';
import { fragilityOf, type Id, splitCaseload, weightOf } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import { FACTS, type FactsRow, loadsOf, type PackRow } from './pack-rows';
import { LEAVE_WHAT_STAYS } from './what-stays';

/** What a post stands for, person by person; `$2` post, `$3` from, `$4` until when meetings move (the day after the last), `$5` time zone, `$6` now. */
const HELD = `
  select x.person as "beneficiaryId", coalesce(json_agg(x.id) filter (where x.what = 'referral'), '[]') as "referralIds",
    coalesce(json_agg(x.id) filter (where x.what = 'action'), '[]') as "actionIds",
    coalesce(json_agg(x.id) filter (where x.what = 'appointment'), '[]') as "appointmentIds"
  from (
    select 'referral' as what, r.id, r.beneficiary_id as person from app.referral r
    where r.region = $1 and r.status <> 'closed' and (r.accountable_post_id = $2 or r.sender_post_id = $2
      or r.claimed_by_post_id = $2 and r.status in ('received', 'info_needed', 'waitlisted'))
    union all
    select 'action', t.id, t.beneficiary_id from app.action t where t.region = $1 and t.owner_post_id = $2 and t.status = 'open'
    union all
    select 'appointment', a.id, a.beneficiary_id from app.appointment a
    where a.region = $1 and a.post_id = $2 and a.status = 'planned' and a.starts_at > $6
      and a.starts_at >= ($3::date)::timestamp at time zone $5
      and ($4::date is null or a.starts_at < ($4::date)::timestamp at time zone $5)) x
  group by x.person order by x.person`;

const UNITS = `select id, unit_id as "unitId" from app.post where region = $1 and id = any($2::uuid[])`;

const FORGET = `delete from app.pack_file where region = $1 and pack_id = $2 and status = 'waiting'`;

const ADD = `
  insert into app.pack_file (region, pack_id, beneficiary_id, unit_id, from_post_id, to_post_id, to_unit_id, place, weight, reasons, leads,
    referral_ids, action_ids, appointment_ids)
  select $1, $2, f."beneficiaryId", $3, $4, f."toPostId", f."toUnitId", f.place, f.weight, f.reasons, f.leads, f."referralIds", f."actionIds",
    f."appointmentIds"
  from jsonb_to_recordset($5::jsonb) as f ("beneficiaryId" uuid, "toPostId" uuid, "toUnitId" uuid, place int, weight int, reasons text[],
    leads boolean, "referralIds" uuid[], "actionIds" uuid[], "appointmentIds" uuid[])`;

/** Meetings at an hour at which the colleague has one of their own. */
const CLASHES = `
  update app.pack_file f set clashes = c.n
  from (select g.beneficiary_id, count(distinct a.id)::int as n from app.pack_file g
    join app.appointment a on a.region = $1 and a.id = any (g.appointment_ids)
    join app.appointment o on o.region = $1 and o.post_id = g.to_post_id and o.status = 'planned'
      and o.starts_at < a.starts_at + make_interval(mins => a.minutes) and a.starts_at < o.starts_at + make_interval(mins => o.minutes)
    where g.region = $1 and g.pack_id = $2 group by g.beneficiary_id) c
  where f.region = $1 and f.pack_id = $2 and f.beneficiary_id = c.beneficiary_id`;

const PREPARED = `update app.continuity_pack k set status = 'prepared', version = k.version + 1 where k.region = $1 and k.id = $2`;

type Held = { readonly beneficiaryId: Id; readonly referralIds: Id[]; readonly actionIds: Id[]; readonly appointmentIds: Id[] };
type FileRow = Held & { readonly leads: boolean; readonly facts: FactsRow | undefined };

/** Works out what moves with a pack, and to whom: every file, referral, action and meeting of the one who leaves, the most fragile first. */
@Injectable()
export class TakeCaseload {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Inside the worker's unit of work, with the pack locked. */
  async execute(pack: PackRow, timeZone: string): Promise<void> {
    const [today, now] = [this.clock.today(this.work.region), this.clock.now()];
    const facts = await this.work.rows<FactsRow>(FACTS, [[pack.postId, ...pack.receiverPostIds], today, now]);
    const held = await this.work.rows<Held>(HELD, [pack.postId, pack.beginsOn, pack.returnsOn, timeZone, now]);
    const files = together(
      facts.filter(({ postId }) => postId === pack.postId),
      held,
    ).map((file) => ({ ...file, ...fragilityOfFile(file, (one) => fragilityOf(one, today, now)) }));
    files.sort((one, other) => other.weight - one.weight || compare(one.facts?.nextAppointmentAt, other.facts?.nextAppointmentAt));
    const loads = loadsOf(facts, today, now);
    const takers = pack.receiverPostIds.map((postId) => ({ postId, load: loads.get(postId) ?? 0 }));
    const given = splitCaseload(
      files.map(({ beneficiaryId, weight, facts: known }) => ({ id: beneficiaryId, weight, household: known?.household ?? null })),
      takers,
    );
    const posts = await this.work.rows<{ id: Id; unitId: Id }>(UNITS, [pack.receiverPostIds]);
    const unitOf = new Map(posts.map(({ id, unitId }) => [id, unitId]));
    const rows = files.map(({ facts: _facts, ...file }, place) => {
      const toPostId = given.get(file.beneficiaryId) ?? '';
      return { ...file, place, toPostId, toUnitId: unitOf.get(toPostId) };
    });
    await this.work.rows(FORGET, [pack.id]);
    await this.work.rows(ADD, [pack.id, pack.unitId, pack.postId, JSON.stringify(rows)]);
    await this.work.rows(LEAVE_WHAT_STAYS, [pack.id, now]);
    await this.work.rows(CLASHES, [pack.id]);
    await this.work.rows(PREPARED, [pack.id]);
  }
}

/** The files that the post leads, with whatever else it stands for; and people of whom it only has something to do. */
function together(led: readonly FactsRow[], held: readonly Held[]): FileRow[] {
  const things = new Map(held.map((one) => [one.beneficiaryId, one]));
  const none = { referralIds: [], actionIds: [], appointmentIds: [] };
  const files = led.map((facts) => {
    const beneficiaryId = facts.beneficiaryId ?? '';
    return { ...none, ...things.get(beneficiaryId), beneficiaryId, leads: true, facts };
  });
  const leads = new Set(files.map(({ beneficiaryId }) => beneficiaryId));
  return [
    ...files,
    ...held.filter(({ beneficiaryId }) => !leads.has(beneficiaryId)).map((one) => ({ ...one, leads: false, facts: undefined })),
  ];
}

function fragilityOfFile(
  { facts }: FileRow,
  of: (facts: FactsRow) => ReturnType<typeof fragilityOf>,
): { readonly weight: number; readonly reasons: readonly string[] } {
  if (!facts) return { weight: 1, reasons: [] };
  const fragility = of(facts);
  return { weight: weightOf(fragility), reasons: fragility.reasons };
}

/** The sooner meeting first; without one last. */
function compare(one: string | null | undefined, other: string | null | undefined): number {
  return (one ?? '9').localeCompare(other ?? '9');
}
