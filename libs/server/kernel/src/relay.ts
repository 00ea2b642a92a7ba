import { Injectable } from '@nestjs/common';
import { type Id, type Instant, plusMinutes, type RegionCode } from '@relais/domain';
import { Clock } from './clock';
import { EventQueue } from './queue';
import { UnitOfWork } from './unit-of-work';

const BATCH = 200;

/** Seconds after which a dispatched event without any trace of its effect is dispatched again; twice as many the second time, and so on. */
const SILENCE = 30;

/** Most times that the silence is counted: a job that always fails is tried again every half hour, not more. */
const LONGEST = 60;

/**
 * Passes committed events from the outbox to the queue, region by region, and again when nothing came of them.
 * A killed relay loses nothing: what is not marked goes again, and consumers act once per event. Source: trust.md §2.
 */
@Injectable()
export class Relay {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly queue: EventQueue,
  ) {}

  /** Dispatches one batch of a region; returns how many events went out. */
  async pass(region: RegionCode): Promise<number> {
    return this.dispatch(
      region,
      `select id, event, attempts from app.outbox where region = $1 and dispatched_at is null order by id limit ${BATCH} for update skip locked`,
      [],
    );
  }

  /** Dispatches again, under a new job id, what was dispatched long ago and left no inbox row. */
  async sweep(region: RegionCode): Promise<number> {
    const before: Instant = plusMinutes(this.clock.now(), -SILENCE / 60);
    return this.dispatch(
      region,
      `select o.id, o.event, o.attempts from app.outbox o
        where o.region = $1 and o.dispatched_at < $2::timestamptz and o.settled_at is null
          and o.dispatched_at < $2::timestamptz - make_interval(secs => ${SILENCE} * (least(o.attempts, ${LONGEST}) - 1))
        order by o.id limit ${BATCH} for update skip locked`,
      [before],
    );
  }

  private async dispatch(region: RegionCode, sql: string, params: readonly unknown[]): Promise<number> {
    this.queue.mustAnswer();
    return this.work.write({ region, system: true }, async () => {
      const events = await this.work.rows<{ id: Id; event: string; attempts: number }>(sql, params);
      if (events.length === 0) return 0;
      await this.queue.add(
        events.map(({ id, event, attempts }) => ({ event, jobId: `${id}-${attempts + 1}`, job: { region, eventId: id } })),
      );
      await this.work.rows(`update app.outbox set dispatched_at = $2, attempts = attempts + 1 where region = $1 and id = any($3::uuid[])`, [
        this.clock.now(),
        events.map(({ id }) => id),
      ]);
      return events.length;
    });
  }
}
