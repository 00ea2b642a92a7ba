import { Injectable } from '@nestjs/common';
import { type Id, type PackState, plusDays, regionOf, type RegionCode, undoUntil } from '@relais/domain';
import { Clock, Journal, LiveTeller, UnitOfWork } from '@relais/server/kernel';
import { MoveBatch } from './move-batch';
import { FIT, PACK, type PackRow } from './pack-rows';
import { TakeCaseload } from './take-caseload';

/** Packs that come back today; not to somebody who is away again, or whose post is closed: whoever has the files keeps them meanwhile. */
const COME_BACK = `
  update app.continuity_pack k set status = 'returning', version = k.version + 1
  from app.post p
  where k.region = $1 and k.status = 'moved' and k.returns_on <= $2::date and p.region = $1 and p.id = k.post_id and p.active
    and not exists (select from app.absence a where a.region = $1 and a.post_id = k.post_id and a.cancelled_at is null and a.starts_on <= $2::date
      and (a.ends_on is null or a.ends_on >= $2::date))`;

const AT_WORK = `select ${PACK} from app.continuity_pack k
  where k.region = $1 and (k.status in ('preparing', 'moving', 'undoing', 'returning') or k.status = 'waiting' and k.begins_on <= $2::date)
  order by k.created_at, k.id`;

const LOCK = `select ${PACK} from app.continuity_pack k where k.region = $1 and k.id = $2 and k.status = $3 for update skip locked`;

const BEGIN = `update app.continuity_pack k set status = $3, version = k.version + 1 where k.region = $1 and k.id = $2`;

const LEFT = `select 1 as left from app.pack_file where region = $1 and pack_id = $2 and status = $3 limit 1`;

const END = `
  update app.continuity_pack k set status = $3, moved_at = coalesce(k.moved_at, $4), undo_until = coalesce(k.undo_until, $5),
    ended_at = case when $3 = 'moved' then null else $4::timestamptz end, version = k.version + 1
  where k.region = $1 and k.id = $2`;

const NEXT: Partial<Record<PackState, PackState>> = { moving: 'moved', undoing: 'undone', returning: 'returned' };

/** Prepares, moves and brings back packs: batch by batch, by any number of workers, each file once even when one is killed. */
@Injectable()
export class MovePacks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly live: LiveTeller,
    private readonly caseload: TakeCaseload,
    private readonly batch: MoveBatch,
  ) {}

  /** One round for a region; how many files were settled. A pack that fails is left for the next round, and told at the end. */
  async execute(region: RegionCode): Promise<number> {
    const who = { region, system: true } as const;
    const packs = await this.work.write(who, async () => {
      const today = this.clock.today(region);
      await this.work.rows(COME_BACK, [today]);
      return this.work.rows<PackRow>(AT_WORK, [today]);
    });
    const failures: unknown[] = [];
    let settled = 0;
    for (const pack of packs) {
      try {
        if (pack.status === 'preparing') await this.work.write(who, () => this.prepare(pack));
        else if (pack.status === 'waiting') settled += await this.begin(pack, region);
        else settled += await this.carryOut(pack, region);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return settled;
  }

  private async prepare(pack: PackRow): Promise<void> {
    const locked = await this.work.row<PackRow>(LOCK, [pack.id, 'preparing']);
    if (!locked) return;
    await this.caseload.execute(locked, regionOf(this.work.region).timeZone);
    this.say(locked);
  }

  /** The first day: the caseload as it is now goes to those who are still there; with nobody left the lead decides again. */
  private async begin(pack: PackRow, region: RegionCode): Promise<number> {
    const moving = await this.work.write({ region, system: true }, async () => {
      const locked = await this.work.row<PackRow>(LOCK, [pack.id, 'waiting']);
      if (!locked) return undefined;
      const { id, receiverPostIds, postId, beginsOn, returnsOn } = locked;
      const last = returnsOn && plusDays(returnsOn, -1);
      const there = await this.work.rows<{ id: Id }>(FIT, [receiverPostIds, postId, beginsOn, last]);
      const begun: PackRow = { ...locked, status: there.length > 0 ? 'moving' : 'prepared' };
      if (begun.status === 'moving') {
        const takers = there.map((one) => one.id);
        await this.caseload.execute({ ...locked, receiverPostIds: takers }, regionOf(region).timeZone);
      }
      await this.work.rows(BEGIN, [id, begun.status]);
      this.say(locked);
      return begun.status === 'moving' ? begun : undefined;
    });
    return moving ? this.carryOut(moving, region) : 0;
  }

  private async carryOut(pack: PackRow, region: RegionCode): Promise<number> {
    const who = { region, system: true } as const;
    let settled = 0;
    for (let some = 1; some > 0; settled += some) {
      some = await this.work.write(who, async () => {
        const done = await this.batch.execute(pack);
        if (done > 0) this.say(pack);
        return done;
      });
    }
    await this.work.write(who, () => this.finish(pack));
    return settled;
  }

  /** Nothing is left, not even with another worker. */
  private async finish(pack: PackRow): Promise<void> {
    const { id, status, unitId, postId } = pack;
    if (!(await this.work.row(LOCK, [id, status]))) return;
    if (await this.work.row(LEFT, [id, status === 'moving' ? 'waiting' : 'moved'])) return;
    const [now, next] = [this.clock.now(), NEXT[status] ?? status];
    await this.work.rows(END, [id, next, now, undoUntil(now)]);
    await this.journal.record(`pack.${next}`, { objectType: 'continuity_pack', objectId: id }, { packId: id, unitId, postId });
    this.say(pack);
  }

  /** Open screens of those whom it concerns look again. */
  private say({ postId, receiverPostIds, unitId }: PackRow): void {
    const { region } = this.work;
    const postIds: Id[] = [postId, ...receiverPostIds];
    this.work.afterCommit(() => void this.live.tell({ region, topic: 'pack', postIds, unitIds: [unitId] }).catch(() => undefined));
  }
}
