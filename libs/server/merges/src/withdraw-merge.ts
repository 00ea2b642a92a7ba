import { Injectable } from '@nestjs/common';
import { type Id, whyNotWithdrawMerge } from '@relais/domain';
import { Clock, Journal, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import { ListMerges } from './list-merges';
import { lockMerge } from './merge-rows';
import type { MergeView } from './merges.messages';

const WITHDRAW = `update app.file_merge set status = 'withdrawn', reviewed_at = $3, version = version + 1 where region = $1 and id = $2`;

/** Whoever proposed a merge finds out that they were wrong before anybody answered. */
@Injectable()
export class WithdrawMerge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly list: ListMerges,
  ) {}

  async execute(id: Id): Promise<MergeView> {
    const { merge } = (await lockMerge(this.work, id)) ?? refuse('request.not_found');
    const no = whyNotWithdrawMerge(merge, this.work.actor);
    if (no) throw new RefusalProblem(no);
    await this.work.rows(WITHDRAW, [id, this.clock.now()]);
    await this.journal.record('merge.withdrawn', { objectType: 'file_merge', objectId: id }, { mergeId: id });
    return this.list.one(id);
  }
}
