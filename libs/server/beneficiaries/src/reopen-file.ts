import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, Journal, newId, refuse, UnitOfWork } from '@relais/server/kernel';
import type { BeneficiaryView } from './beneficiary-views.messages';
import { ShowBeneficiary } from './show-beneficiary';
import { WhoIsMeant } from './who-is-meant';

/** A professional could not write to a closed file that nobody of theirs accompanies: the database opens it, for them and at once. */
const RETURN = `select app.return_to_file($2, $3, $4) as returned from (select $1::text) as here (region)`;

/** The person came back: the same file opens again with its history, led by the post they came back to. Source: domain.md §4. */
@Injectable()
export class ReopenFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly meant: WhoIsMeant,
    private readonly show: ShowBeneficiary,
  ) {}

  async execute(reference: Id, reason: string): Promise<BeneficiaryView> {
    const beneficiaryId = await this.meant.by(reference);
    if (!(await this.reopen(beneficiaryId, reason))) refuse('file.open');
    return this.show.read(beneficiaryId);
  }

  /** Opens the file inside the caller's unit of work; false when it is open. */
  async reopen(beneficiaryId: Id, reason?: string): Promise<boolean> {
    const { postId, unitId } = this.work.actor;
    const row = await this.work.row<{ returned: boolean }>(RETURN, [beneficiaryId, newId(), this.clock.today(this.work.region)]);
    if (!row?.returned) return false;
    const fact = { objectType: 'beneficiary', objectId: beneficiaryId, beneficiaryId, reason };
    await this.journal.record('beneficiary.reopened', fact, { postId, unitId });
    return true;
  }
}
