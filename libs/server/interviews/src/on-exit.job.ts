import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, type EventConsumer, type HappenedEvent, Journal, OnEvents, UnitOfWork } from '@relais/server/kernel';

/** Of a file as it stands now: the event may arrive after what undid it. */
const DROP = `
  update app.action t set status = 'dropped', updated_at = $3, version = t.version + 1
  from app.beneficiary b
  where t.region = $1 and t.beneficiary_id = $2 and t.status = 'open' and b.region = $1 and b.id = t.beneficiary_id and b.status = 'closed'
  returning t.id`;

/** A file was closed: what was still to be done is dropped, since nobody would see it. It does not come back with the person. */
@Injectable()
@OnEvents('beneficiary.closed')
export class OnExit implements EventConsumer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute({ payload: { beneficiaryId } }: HappenedEvent): Promise<void> {
    if (!beneficiaryId) return;
    const dropped = await this.work.rows<{ id: Id }>(DROP, [beneficiaryId, this.clock.now()]);
    for (const { id } of dropped)
      await this.journal.record('action.dropped', { objectType: 'action', objectId: id, beneficiaryId, reason: 'file_closed' });
  }
}
