import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import type { BeneficiaryView } from './beneficiary-views.messages';
import { ShowBeneficiary } from './show-beneficiary';

/** A legal representative who is one no more, from today in the region; the row stays as proof. */
@Injectable()
export class EndRepresentative {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly show: ShowBeneficiary,
  ) {}

  async execute(id: Id): Promise<BeneficiaryView> {
    const { beneficiaryId } = await this.work.found<{ beneficiaryId: Id }>(
      `select beneficiary_id as "beneficiaryId" from app.legal_representative where region = $1 and id = $2 and ended_on is null for update`,
      [id],
    );
    const now = this.clock.now();
    await this.work.rows(
      'update app.legal_representative set ended_on = $3, updated_at = $4, version = version + 1 where region = $1 and id = $2',
      [id, this.clock.today(this.work.region), now],
    );
    await this.work.rows('update app.beneficiary set updated_at = $3, version = version + 1 where region = $1 and id = $2', [
      beneficiaryId,
      now,
    ]);
    await this.journal.record('beneficiary.representative_ended', { objectType: 'legal_representative', objectId: id, beneficiaryId });
    return this.show.read(beneficiaryId);
  }
}
