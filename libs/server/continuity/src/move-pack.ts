import { Injectable } from '@nestjs/common';
import { type CivilDate, type Id, type PackMove, type PackState, plusDays, standingToAbsence, startsAs, whyNotPack } from '@relais/domain';
import { Clock, Journal, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import type { PackView } from './pack.messages';
import { above, FIT, PACK, type PackRow } from './pack-rows';
import { ShowPack } from './show-pack';

const OF = `select k.post_id as "postId", ${above('k.unit_id')} from app.continuity_pack k where k.region = $1 and k.id = $2`;
const LOCK = `select ${PACK} from app.continuity_pack k where k.region = $1 and k.id = $2 for update`;
const SET = `update app.continuity_pack k set status = $3, run_by_post_id = $4, version = k.version + 1 where k.region = $1 and k.id = $2`;
const THERE = `select id from app.post where region = $1 and id = $2 and active`;

/** Lets a pack go, takes it back within a day, or lets it come back before its day. The files themselves are moved by the worker. */
@Injectable()
export class MovePack {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly show: ShowPack,
  ) {}

  async execute(move: Exclude<PackMove, 'prepare'>, id: Id): Promise<PackView> {
    const { actor, region } = this.work;
    const of = await this.work.found<{ postId: Id; above: readonly Id[] }>(OF, [id]);
    const standing = standingToAbsence(actor, of.postId, of.above);
    if (standing === 'reads') refuse('permission.denied');
    const pack = await this.work.found<PackRow>(LOCK, [id]);
    const no = whyNotPack(move, pack, standing, this.clock.now());
    if (no) throw new RefusalProblem(no);
    const today = this.clock.today(region);
    await this.takersAreThere(move, pack, today);
    const next: Record<typeof move, PackState> = { run: startsAs(pack.beginsOn, today), undo: 'undoing', return: 'returning' };
    await this.work.rows(SET, [id, next[move], actor.postId]);
    const { unitId, postId } = pack;
    await this.journal.record(`pack.${move}`, { objectType: 'continuity_pack', objectId: id }, { packId: id, unitId, postId });
    return this.show.one(id);
  }

  /** Since it was prepared a colleague may have left, or be away by then; and a closed post takes nothing back. */
  private async takersAreThere(move: Exclude<PackMove, 'prepare'>, pack: PackRow, today: CivilDate): Promise<void> {
    const { postId, receiverPostIds, beginsOn, returnsOn } = pack;
    const from = beginsOn > today ? beginsOn : today;
    const there = move === 'run' ? [receiverPostIds, postId, from, returnsOn && plusDays(returnsOn, -1)] : [postId];
    const takers = await this.work.rows(move === 'run' ? FIT : THERE, there);
    if (takers.length < (move === 'run' ? receiverPostIds.length : 1)) refuse('pack.receiver_unfit');
  }
}
