import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock } from './clock';
import { EventConsumers, type HappenedEvent } from './events';
import { newId } from './new-id';
import { UnitOfWork } from './unit-of-work';

/** What travels with an event: identifiers and codes only. */
export type Identifiers = Readonly<Record<string, Id | undefined>>;

/** What an audit fact is about. Identifiers only; `reason` is a code or the words typed for a break-the-glass. */
export type Fact = {
  readonly objectType: string;
  readonly objectId: Id;
  readonly beneficiaryId?: Id | undefined;
  readonly reason?: string | undefined;
};

const AUDIT = `insert into app.audit (region, id, at, account_id, post_id, operator_id, action, object_type, object_id, beneficiary_id, reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const AUDITS = `insert into app.audit (region, id, at, account_id, post_id, operator_id, action, object_type, object_id, beneficiary_id)
  select $1, f.id, $3, $4, $5, $6, $7, f.object_type, f.object_id, f.beneficiary_id
  from unnest($2::uuid[], $8::text[], $9::uuid[], $10::uuid[]) as f (id, object_type, object_id, beneficiary_id)`;

const EVENTS = `insert into app.outbox (region, id, at, event, payload)
  select $1, e.id, $3, $4, e.payload from unnest($2::uuid[], $5::jsonb[]) as e (id, payload)`;

const AUDIT_READ = (table: 'interview'): string => `insert into app.audit
    (region, id, at, account_id, post_id, operator_id, action, object_type, object_id, beneficiary_id)
  select $1, $2, $3, $4, $5, $6, $7, $8, x.id, x.beneficiary_id from app.${table} x where x.region = $1 and x.id = $9`;

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
  async record(event: string, fact: Fact, ids: Identifiers = {}): Promise<void> {
    await this.audit(event, fact);
    const payload = this.payloadOf(fact, ids);
    const [id, at] = [newId(), this.clock.now()];
    await this.work.rows(`insert into app.outbox (region, id, at, event, payload) values ($1, $2, $3, $4, $5)`, [
      id,
      at,
      event,
      JSON.stringify(payload),
    ]);
    await this.complete({ region: this.work.region, id, event, at, payload });
  }

  /** Records many changes of one kind at once, each with its own fact and identifiers: two messages, whatever their number. */
  async recordAll(event: string, changes: readonly { readonly fact: Fact; readonly ids: Identifiers }[]): Promise<void> {
    if (changes.length === 0) return;
    const at = this.clock.now();
    const who = this.work.professional;
    const facts = changes.map(({ fact }) => fact);
    await this.work.rows(AUDITS, [
      facts.map(() => newId()),
      at,
      who?.accountId ?? null,
      who?.postId ?? null,
      who?.operatorId ?? null,
      event,
      facts.map(({ objectType }) => objectType),
      facts.map(({ objectId }) => objectId),
      facts.map(({ beneficiaryId }) => beneficiaryId ?? null),
    ]);
    const events = changes.map(({ fact, ids }) => ({ id: newId(), payload: this.payloadOf(fact, ids) }));
    await this.work.rows(EVENTS, [events.map(({ id }) => id), at, event, events.map(({ payload }) => JSON.stringify(payload))]);
    for (const { id, payload } of events) await this.complete({ region: this.work.region, id, event, at, payload });
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

  /** Records that a row of the file was read, whose person the database knows: it leaves in the same round trip as the read itself. */
  async auditRead(table: 'interview', objectId: Id): Promise<void> {
    const { accountId, postId, operatorId } = this.work.actor;
    const read = [newId(), this.clock.now(), accountId, postId, operatorId, `${table}.read`, table, objectId];
    await this.work.rows(AUDIT_READ(table), read);
  }

  private async complete(event: HappenedEvent): Promise<void> {
    for (const { consumer } of this.consumers.inTransactionOf(event.event)) await consumer.execute(event);
  }

  private payloadOf({ objectId, beneficiaryId }: Fact, ids: Identifiers): Identifiers {
    return { ...ids, objectId, ...(beneficiaryId && { beneficiaryId }), actorPostId: this.work.professional?.postId };
  }
}
