import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, newId, UnitOfWork } from '@relais/server/kernel';
import type { SituationRequest } from './beneficiaries.messages';
import type { BeneficiaryView } from './beneficiary-views.messages';
import { ShowBeneficiary } from './show-beneficiary';

/** Adds a dated fact about where the person stands; the one of the same kind that was open ends the day before. */
@Injectable()
export class NoteSituation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly show: ShowBeneficiary,
  ) {}

  async execute(beneficiaryId: Id, situation: SituationRequest): Promise<BeneficiaryView> {
    await this.work.found('select id from app.beneficiary where region = $1 and id = $2 for update', [beneficiaryId]);
    const { actor } = this.work;
    await this.work.rows(
      `update app.situation set valid_until = greatest(valid_from, $4::date - 1)
        where region = $1 and beneficiary_id = $2 and kind = $3 and valid_until is null`,
      [beneficiaryId, situation.kind, situation.validFrom],
    );
    const id = newId();
    await this.work.rows(
      `insert into app.situation (region, id, beneficiary_id, kind, detail, valid_from, author_post_id, operator_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, beneficiaryId, situation.kind, situation.detail, situation.validFrom, actor.postId, actor.operatorId, this.clock.now()],
    );
    await this.journal.record('beneficiary.situation_noted', { objectType: 'situation', objectId: id, beneficiaryId });
    return this.show.read(beneficiaryId);
  }
}
