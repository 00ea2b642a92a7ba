import { Injectable } from '@nestjs/common';
import { type Id, type PackState, regionOf, type RegionCode, undoUntil } from '@relais/domain';
import { Clock, Journal, LiveTeller, UnitOfWork } from '@relais/server/kernel';
import { MoveBatch } from './move-batch';
import { PACK, type PackRow } from './pack-rows';
import { TakeCaseload } from './take-caseload';

/** Packs whose day has come: they go, or they come back. */
const DUE = `
  update app.continuity_pack k set status = case k.status when 'waiting' then 'moving' else 'returning' end, version = k.version + 1
  where k.region = $1 and (k.status = 'waiting' and k.begins_on <= $2::date or k.status = 'moved' and k.returns_on <= $2::date)`;

const AT_WORK = `select ${PACK} from app.continuity_pack k
  where k.region = $1 and k.status in ('preparing', 'moving', 'undoing', 'returning') order by k.created_at, k.id`;

const LOCK = `select ${PACK} from app.continuity_pack k where k.region = $1 and k.id = $2 and k.status = $3 for update skip locked`;

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

  /** One round for a region; how many files were settled. */
  async execute(region: RegionCode): Promise<number> {
    const who = { region, system: true } as const;
    const packs = await this.work.write(who, async () => {
      await this.work.rows(DUE, [this.clock.today(region)]);
      return this.work.rows<PackRow>(AT_WORK);
    });
    let settled = 0;
    for (const pack of packs) {
      if (pack.status === 'preparing') await this.work.write(who, () => this.prepare(pack));
      else settled += await this.carryOut(pack, region);
    }
    return settled;
  }

  private async prepare(pack: PackRow): Promise<void> {
    const locked = await this.work.row<PackRow>(LOCK, [pack.id, 'preparing']);
    if (!locked) return;
    await this.caseload.execute(locked, regionOf(this.work.region).timeZone);
    this.say(locked);
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
