import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@relais/domain';
import { UnitOfWork } from '@relais/server/kernel';

const RAISE = `update app.beneficiary set last_contact_at = $3
  where region = $1 and id = $2 and (last_contact_at is null or last_contact_at < $3)`;

/** The latest moment at which the person and the network were in touch in both directions; it only ever moves forward. */
@Injectable()
export class LastContact {
  constructor(private readonly work: UnitOfWork) {}

  async execute(beneficiaryId: Id, at: Instant): Promise<void> {
    await this.work.rows(RAISE, [beneficiaryId, at]);
  }
}
