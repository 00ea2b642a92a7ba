import { Injectable } from '@nestjs/common';
import { type Id, inUsualFiles, standingToAbsence } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import type { PackReceiver, PackTotals, PackView } from './pack.messages';
import { above, FACTS, type FactsRow, loadsOf, PACK, type PackRow } from './pack-rows';

const VIEW = `
  select ${PACK}, s.given_name || ' ' || s.family_name as name,
    ${above('k.unit_id')}
  from app.continuity_pack k
  join app.post p on p.region = $1 and p.id = k.post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  where k.region = $1`;

const counted = (status: string): string => `count(*) filter (where f.status = '${status}')::int as ${status}`;

const TOTALS = `
  select count(*)::int as files, count(*) filter (where f.leads)::int as leads,
    coalesce(sum(cardinality(f.referral_ids)), 0)::int as referrals, coalesce(sum(cardinality(f.action_ids)), 0)::int as actions,
    coalesce(sum(cardinality(f.appointment_ids)), 0)::int as appointments, coalesce(sum(f.clashes), 0)::int as clashes,
    ${['waiting', 'moved', 'refused', 'undone', 'returned', 'kept'].map(counted).join(', ')}
  from app.pack_file f where f.region = $1 and f.pack_id = $2`;

const RECEIVERS = `
  select p.id as "postId", s.given_name || ' ' || s.family_name as name, count(f.beneficiary_id)::int as files,
    coalesce(sum(f.weight) filter (where f.leads and f.status = 'waiting'), 0)::int as gains
  from app.post p
  join app.staff s on s.region = $1 and s.id = p.staff_id
  left join app.pack_file f on f.region = $1 and f.pack_id = $2 and f.to_post_id = p.id
  where p.region = $1 and p.id = any($3::uuid[])
  group by p.id, s.given_name, s.family_name order by s.family_name, s.given_name, p.id`;

type Row = PackRow & { readonly name: string; readonly above: readonly Id[] };

/** A pack: how far it is, what moves, and what each colleague carries. */
@Injectable()
export class ShowPack {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The latest pack of an absence. */
  async ofAbsence(absenceId: Id): Promise<PackView> {
    return this.seen(await this.work.found<Row>(`${VIEW} and k.absence_id = $2 order by k.created_at desc, k.id limit 1`, [absenceId]));
  }

  async one(id: Id): Promise<PackView> {
    return this.seen(await this.work.found<Row>(`${VIEW} and k.id = $2`, [id]));
  }

  private async seen({ above, receiverPostIds, ...pack }: Row): Promise<PackView> {
    const [today, now] = [this.clock.today(this.work.region), this.clock.now()];
    const [totals, receivers, files] = await Promise.all([
      this.work.found<PackTotals>(TOTALS, [pack.id]),
      this.work.rows<Omit<PackReceiver, 'load'>>(RECEIVERS, [pack.id, receiverPostIds]),
      this.work.rows<FactsRow>(FACTS, [receiverPostIds, today, now]),
    ]);
    const loads = loadsOf(files, today, now);
    return {
      ...pack,
      standing: standingToAbsence(this.work.actor, pack.postId, above),
      totals,
      receivers: receivers.map((one) => ({ ...one, load: inUsualFiles(loads.get(one.postId) ?? 0), gains: inUsualFiles(one.gains) })),
    };
  }
}
