import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, newId, UnitOfWork } from '@relais/server/kernel';
import type { SharingRequest } from './beneficiaries.messages';
import type { BeneficiaryView } from './beneficiary-views.messages';
import { ShowBeneficiary } from './show-beneficiary';

/** Records what the person said about sharing, when and how. Opposition stops what other operators read in the same instant. */
@Injectable()
export class ChangeSharing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly show: ShowBeneficiary,
  ) {}

  async execute(beneficiaryId: Id, { status, how, detail = '' }: SharingRequest): Promise<BeneficiaryView> {
    await this.work.found('select id from app.beneficiary where region = $1 and id = $2 for no key update', [beneficiaryId]);
    const { actor } = this.work;
    const [id, now] = [newId(), this.clock.now()];
    await this.work.rows(
      `insert into app.sharing (region, id, beneficiary_id, status, how, recorded_at, author_post_id, operator_id, detail, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6)`,
      [id, beneficiaryId, status, how, now, actor.postId, actor.operatorId, detail],
    );
    await this.work.rows(
      'update app.beneficiary set sharing_status = $3, updated_at = $4, version = version + 1 where region = $1 and id = $2',
      [beneficiaryId, status, now],
    );
    await this.journal.record(
      status === 'opposed' ? 'beneficiary.opposed' : 'beneficiary.sharing_recorded',
      { objectType: 'sharing', objectId: id, beneficiaryId },
      { unitId: actor.unitId },
    );
    return this.show.read(beneficiaryId);
  }
}
