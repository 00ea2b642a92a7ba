import { Injectable } from '@nestjs/common';
import { type Id, whyNotUndoMerge } from '@relais/domain';
import { Clock, Journal, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import { ListMerges } from './list-merges';
import { FACTS, type FactsRow, lockMerge } from './merge-rows';
import type { MergeView } from './merges.messages';

/** The file that stayed, as one who accompanies or leads sees it. */
const SURVIVOR = `
  select b.merged_into_id is not null as gone from app.beneficiary b
  where b.region = $1 and b.id = $2 and exists (select from app.file_access a where a.region = $1 and a.beneficiary_id = b.id
    and a.grantee_id = $3 and a.basis in ('support', 'hierarchy'))`;

const UNDO = `update app.file_merge set status = 'undoing', undone_by_post_id = $3, version = version + 1 where region = $1 and id = $2`;

/** They were two people after all: within thirty days a unit lead of the file that stayed parts them. */
@Injectable()
export class UndoMerge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly list: ListMerges,
  ) {}

  async execute(id: Id): Promise<MergeView> {
    const { actor } = this.work;
    const { merge } = (await lockMerge(this.work, id)) ?? refuse('request.not_found');
    const { survivorId } = merge;
    const survivor = await this.work.row<{ gone: boolean }>(SURVIVOR, [survivorId, actor.unitId]);
    const no = whyNotUndoMerge(merge, survivor?.gone ?? false, actor, this.clock.now());
    if (no) throw new RefusalProblem(no);
    if (!survivor) refuse('permission.denied');
    const { facts } = await this.work.found<FactsRow>(FACTS, [survivorId, survivorId, id]);
    if (facts?.busy) refuse('merge.busy');
    await this.work.rows(UNDO, [id, actor.postId]);
    await this.journal.record('merge.undo_asked', { objectType: 'file_merge', objectId: id }, { mergeId: id });
    return this.list.one(id);
  }
}
