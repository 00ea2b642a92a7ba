import { Injectable } from '@nestjs/common';
import { type Id, whyNotMerge, whyNotReviewMerge } from '@relais/domain';
import { Clock, Journal, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import { ListMerges } from './list-merges';
import { FACTS, type FactsRow, lockMerge, type MergeRow } from './merge-rows';
import type { MergeView } from './merges.messages';

const ANSWER = `update app.file_merge set status = $3, answer = $4, reviewed_by_post_id = $5, reviewed_at = $6, version = version + 1
  where region = $1 and id = $2`;

/** A unit lead who accompanies the person in both files, or leads those who do, looks at a proposal of somebody else: yes, or no and why. */
@Injectable()
export class ReviewMerge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly list: ListMerges,
  ) {}

  /** Of two approvals that share a file at one moment one is first; the other one hears that this file is being merged. */
  async approve(id: Id): Promise<MergeView> {
    const { survivorId, absorbedId } = await this.lock(id);
    const { facts } = await this.work.found<FactsRow>(FACTS, [survivorId, absorbedId, id]);
    const no = facts ? whyNotMerge(facts) : 'permission.denied';
    if (no) refuse(no);
    await this.answer(id, 'merging', '');
    for (const beneficiaryId of [survivorId, absorbedId])
      await this.journal.audit('beneficiary.merge_approved', { objectType: 'file_merge', objectId: id, beneficiaryId });
    await this.journal.record('merge.approved', { objectType: 'file_merge', objectId: id }, { mergeId: id });
    return this.list.one(id);
  }

  async refuse(id: Id, answer: string): Promise<MergeView> {
    await this.lock(id);
    await this.answer(id, 'refused', answer);
    await this.journal.record('merge.refused', { objectType: 'file_merge', objectId: id }, { mergeId: id });
    return this.list.one(id);
  }

  private async lock(id: Id): Promise<MergeRow> {
    const { merge, open } = (await lockMerge(this.work, id)) ?? refuse('request.not_found');
    const no = whyNotReviewMerge(merge, this.work.actor);
    if (no) throw new RefusalProblem(no);
    if (open < 2) refuse('permission.denied');
    return merge;
  }

  private async answer(id: Id, status: 'merging' | 'refused', answer: string): Promise<void> {
    await this.work.rows(ANSWER, [id, status, answer, this.work.actor.postId, this.clock.now()]);
  }
}
