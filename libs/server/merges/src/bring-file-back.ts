import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import { lockMerge } from './merge-rows';

const BRING = `select app.bring_file_back($2, $3) from (select $1::text) as here (region)`;
const END = `update app.file_merge set status = 'undone', undone_at = $3, version = version + 1 where region = $1 and id = $2`;

/** Parts two files that were merged: all of it in one transaction. */
@Injectable()
export class BringFileBack {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(id: Id): Promise<void> {
    const { merge } = (await lockMerge(this.work, id)) ?? {};
    if (merge?.status !== 'undoing') return;
    const { survivorId, absorbedId } = merge;
    await this.work.rows(BRING, [id, this.clock.today(this.work.region)]);
    await this.work.rows(END, [id, this.clock.now()]);
    await this.journal.audit('merge.undone', { objectType: 'file_merge', objectId: id, beneficiaryId: absorbedId });
    const fact = { objectType: 'file_merge', objectId: id, beneficiaryId: survivorId };
    await this.journal.record('merge.undone', fact, { mergeId: id, mergedId: absorbedId });
  }
}
