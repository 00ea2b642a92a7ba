import { Injectable } from '@nestjs/common';
import { type Id, type PackMove, type PackState, startsAs, whyNotPack } from '@relais/domain';
import { Clock, Journal, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import type { PackView } from './pack.messages';
import { PACK, type PackRow } from './pack-rows';
import { ShowPack } from './show-pack';

const LOCK = `select ${PACK} from app.continuity_pack k where k.region = $1 and k.id = $2 for update`;
const SET = `update app.continuity_pack k set status = $3, run_by_post_id = $4, version = k.version + 1 where k.region = $1 and k.id = $2`;

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
    const { standing } = await this.show.one(id);
    if (standing === 'reads') refuse('permission.denied');
    const pack = await this.work.found<PackRow>(LOCK, [id]);
    const no = whyNotPack(move, pack, standing, this.clock.now());
    if (no) throw new RefusalProblem(no);
    const next: Record<typeof move, PackState> = {
      run: startsAs(pack.beginsOn, this.clock.today(region)),
      undo: 'undoing',
      return: 'returning',
    };
    await this.work.rows(SET, [id, next[move], actor.postId]);
    const { unitId, postId } = pack;
    await this.journal.record(`pack.${move}`, { objectType: 'continuity_pack', objectId: id }, { packId: id, unitId, postId });
    return this.show.one(id);
  }
}
