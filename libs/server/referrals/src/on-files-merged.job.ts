import { Injectable } from '@nestjs/common';
import { TIMER, type TwinReferral, twinsOf } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, InTransactionOf, UnitOfWork } from '@relais/server/kernel';
import { MakeMove } from './make-move';

const REFERRALS = `
  select r.id, r.beneficiary_id as "beneficiaryId", r.theme, r.receiver_unit_id as "receiverUnitId", r.status from app.referral r
  where r.region = $1 and r.beneficiary_id = any($2::uuid[]) and r.status <> 'closed' order by r.id for update`;

/** Two files were one person: of a referral that then exists twice one goes on, and the other one is superseded by it. */
@Injectable()
@InTransactionOf('beneficiary.merged')
export class OnFilesMerged implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly makeMove: MakeMove,
  ) {}

  async execute({ payload: { mergedId, beneficiaryId } }: Pick<HappenedEvent, 'payload'>): Promise<void> {
    if (!mergedId || !beneficiaryId) return;
    const files = [mergedId, beneficiaryId].sort();
    for (const file of files) await this.makeMove.lockFile(file);
    for (const { id, successorId } of twinsOf(beneficiaryId, await this.work.rows<TwinReferral>(REFERRALS, [files])))
      await this.makeMove.execute('supersede', await this.makeMove.lock(id), { successorId }, { standing: TIMER });
  }
}
