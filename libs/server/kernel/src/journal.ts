import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock } from './clock';
import { EventConsumers } from './events';
import { newId } from './new-id';
import { UnitOfWork } from './unit-of-work';

/** What an audit fact is about. Identifiers only; `reason` is a code or the words typed for a break-the-glass. */
export type Fact = {
  readonly objectType: string;
  readonly objectId: Id;
  readonly beneficiaryId?: Id | undefined;
  readonly reason?: string | undefined;
};

const AUDIT = `insert into app.audit (region, id, at, account_id, post_id, operator_id, action, object_type, object_id, beneficiary_id, reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/**
 * Every change leaves two rows in its own transaction: the audit fact, and the event that the worker will pass on; what other areas
 * must write with it follows at once. The worker's own changes are nobody's.
 */
@Injectable()
export class Journal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly consumers: EventConsumers,
  ) {}

  /** Records a change and announces it. `ids` travel with the event: identifiers only, never personal data. */
  async record(event: string, fact: Fact, ids: Readonly<Record<string, Id | undefined>> = {}): Promise<void> {
    await this.audit(event, fact);
    const about = { ...ids, objectId: fact.objectId, ...(fact.beneficiaryId && { beneficiaryId: fact.beneficiaryId }) };
    const payload = { ...about, actorPostId: this.work.professional?.postId };
    const [id, at] = [newId(), this.clock.now()];
    await this.work.rows(`insert into app.outbox (region, id, at, event, payload) values ($1, $2, $3, $4, $5)`, [
      id,
      at,
      event,
      JSON.stringify(payload),
    ]);
    for (const { consumer } of this.consumers.inTransactionOf(event)) {
      await consumer.execute({ region: this.work.region, id, event, at, payload });
    }
  }

  /** Records that a named file was read, in the transaction of the read: no trace, no data. Source: trust.md §2, §4. */
  async audit(action: string, fact: Fact): Promise<void> {
    const who = this.work.professional;
    await this.work.rows(AUDIT, [
      newId(),
      this.clock.now(),
      who?.accountId ?? null,
      who?.postId ?? null,
      who?.operatorId ?? null,
      action,
      fact.objectType,
      fact.objectId,
      fact.beneficiaryId ?? null,
      fact.reason ?? null,
    ]);
  }
}
