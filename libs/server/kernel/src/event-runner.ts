import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@relais/domain';
import { Clock } from './clock';
import { EventConsumers, type HappenedEvent } from './events';
import type { EventJob } from './queue';
import { UnitOfWork } from './unit-of-work';

/** Runs the reactions to an event: inbox row and effect in one transaction, so a second delivery finds the row and does nothing. */
@Injectable()
export class EventRunner {
  constructor(
    private readonly work: UnitOfWork,
    private readonly consumers: EventConsumers,
    private readonly clock: Clock,
  ) {}

  /** Handles one delivery. Throws when a reaction failed, so that the queue tries again. */
  async handle(job: EventJob): Promise<void> {
    const who = { region: job.region, system: true } as const;
    const event = await this.work.read(who, () => this.eventOf(job));
    if (!event) return;
    for (const { name, consumer } of this.consumers.of(event.event)) {
      await this.work.write(who, async () => {
        const first = await this.work.rows(
          `insert into app.inbox (region, event_id, consumer, at) values ($1, $2, $3, $4) on conflict do nothing returning event_id`,
          [event.id, name, this.clock.now()],
        );
        if (first.length > 0) await consumer.execute(event);
      });
    }
    await this.work.write(who, () =>
      this.work.rows(`update app.outbox set settled_at = $3 where region = $1 and id = $2`, [event.id, this.clock.now()]),
    );
  }

  private async eventOf({ region, eventId }: EventJob): Promise<HappenedEvent | undefined> {
    const row = await this.work.row<{ id: Id; event: string; at: Instant; payload: HappenedEvent['payload'] }>(
      `select id, event, at, payload from app.outbox where region = $1 and id = $2`,
      [eventId],
    );
    return row && { region, ...row };
  }
}
