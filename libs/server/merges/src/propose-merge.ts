import { Injectable } from '@nestjs/common';
import { whyNotProposeMerge } from '@relais/domain';
import { Clock, Journal, newId, refuse, RefusalProblem, UnitOfWork } from '@relais/server/kernel';
import { ListMerges } from './list-merges';
import { FACTS, type FactsRow, LOCK_FILES } from './merge-rows';
import type { MergeView, ProposeMergeRequest } from './merges.messages';

const PROPOSE = `insert into app.file_merge (region, id, survivor_id, absorbed_id, takes, reason, status, proposed_by_post_id, proposed_at)
  values ($1, $2, $3, $4, $5, $6, 'proposed', $7, $8)`;

/** Somebody who accompanies the person in both files says that they are one, what of each is kept, and why. */
@Injectable()
export class ProposeMerge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly list: ListMerges,
  ) {}

  async execute({ survivorId, absorbedId, takes, reason }: ProposeMergeRequest): Promise<MergeView> {
    if (survivorId === absorbedId) refuse('merge.same_file', { pointer: '/absorbedId' });
    const files = await this.work.rows(LOCK_FILES, [[survivorId, absorbedId]]);
    if (files.length < 2) refuse('request.not_found');
    const { facts } = await this.work.found<FactsRow>(FACTS, [survivorId, absorbedId, null]);
    // A broken glass shows a file; it decides nothing about it.
    if (!facts) return refuse('permission.denied');
    const no = whyNotProposeMerge(facts);
    if (no) throw new RefusalProblem(no);
    const id = newId();
    await this.work.rows(PROPOSE, [id, survivorId, absorbedId, [...new Set(takes)], reason, this.work.actor.postId, this.clock.now()]);
    for (const beneficiaryId of [survivorId, absorbedId])
      await this.journal.audit('beneficiary.merge_proposed', { objectType: 'file_merge', objectId: id, beneficiaryId });
    await this.journal.record('merge.proposed', { objectType: 'file_merge', objectId: id }, { mergeId: id });
    return this.list.one(id);
  }
}
