import { Injectable } from '@nestjs/common';
import { type Id, PERSON } from '@relais/domain';
import { type EventConsumer, type HappenedEvent, InTransactionOf, OnEvents, UnitOfWork } from '@relais/server/kernel';
import { MakeMove } from './make-move';

/** Live referrals of a person that the acting post may change; the worker sees all of them. */
const LIVE = `
  select id from app.referral
  where region = $1 and beneficiary_id = $2 and not opposed and status not in ('draft', 'closed') order by id for update`;

/**
 * The person opposes: in the same transaction as far as the acting post may, and by the worker for all others, live referrals ask to be
 * stopped and held ones end; nothing more is shared. The past log stays. Source: referral.md, invariant 12.
 */
@Injectable()
@InTransactionOf('beneficiary.opposed')
@OnEvents('beneficiary.opposed')
export class OnPersonOpposed implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly makeMove: MakeMove,
  ) {}

  async execute({ payload: { beneficiaryId } }: HappenedEvent): Promise<void> {
    if (!beneficiaryId) return;
    await this.makeMove.lockFile(beneficiaryId);
    for (const { id } of await this.work.rows<{ id: Id }>(LIVE, [beneficiaryId]))
      await this.makeMove.execute('oppose', await this.makeMove.lock(id), {}, { standing: PERSON });
  }
}
