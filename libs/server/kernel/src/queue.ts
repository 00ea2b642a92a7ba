import { createPostgresBackend, type Job, Queue, Worker } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Id, RegionCode } from '@relais/domain';
import type { Settings } from './settings';

/** What a job carries: where, and which event. Never a name, never a note. */
export type EventJob = { readonly region: RegionCode; readonly eventId: Id };

/** One event on its way to the queue; the same `jobId` twice is one job. BullMQ refuses ":" in it. */
export type EventToQueue = { readonly event: string; readonly jobId: string; readonly job: EventJob };

/** Schema of BullMQ's own tables. */
const QUEUE_SCHEMA = 'jobs';

/** The one queue of events. */
const NAME = 'events';

/** Tries before a job is set aside with its reason; stalls do not count against them. Source: trust.md §2. */
const TRIES = 8;
const STALLS = 10;

/** Longest wait for jobs under way when a worker stops. */
const FAREWELL_MS = 15_000;

/** Redis does not answer: events stay in the outbox, written as ever, until it is back. */
export class QueueAway extends Error {
  /** Shaped like an SQLSTATE, for the log. */
  readonly code = 'QUEUE';
}

/** The event queue on PostgreSQL, or on Redis when one is set: the same API, the same tests. */
export class EventQueue implements OnApplicationShutdown {
  private readonly queue: Queue<EventJob>;
  private readonly redis: Redis | undefined;

  constructor(settings: Settings) {
    const defaultJobOptions = {
      attempts: TRIES,
      backoff: { type: 'exponential', delay: 500 },
      removeOnComplete: 1_000,
      removeOnFail: false,
    };
    // A command that Redis can't take now is refused at once: the relay waits outside its transaction, not inside.
    this.redis = redisOf(settings, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
    this.queue = this.redis
      ? new Queue<EventJob>(NAME, { connection: this.redis, skipVersionCheck: true, defaultJobOptions })
      : (new Queue(NAME, { connection: postgres(settings), defaultJobOptions }, createPostgresBackend) as unknown as Queue<EventJob>);
    this.queue.on('error', () => undefined);
  }

  /** Throws a {@link QueueAway} when the queue can't take anything now; asked before a transaction is opened. */
  mustAnswer(): void {
    if (this.redis && this.redis.status !== 'ready') throw new QueueAway();
  }

  /** Adds events; one that is there already is left as it is. */
  async add(events: readonly EventToQueue[]): Promise<void> {
    await this.queue.addBulk(events.map(({ event, jobId, job }) => ({ name: event, data: job, opts: { jobId } })));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
    this.redis?.disconnect();
  }
}

/** A worker on the event queue; `handle` gets one job at a time per free place. */
export class QueueWorker {
  private readonly worker: Worker<EventJob>;
  private readonly redis: Redis | undefined;

  constructor(settings: Settings, handle: (job: EventJob) => Promise<void>) {
    const process = (job: Job<EventJob>): Promise<void> => handle(job.data);
    const options = { concurrency: 4, maxStalledCount: STALLS, lockDuration: 15_000, stalledInterval: 5_000 };
    this.redis = redisOf(settings, { maxRetriesPerRequest: null });
    this.worker = this.redis
      ? new Worker<EventJob>(NAME, process, { connection: this.redis, ...options })
      : (new Worker(NAME, process, { connection: postgres(settings), ...options }, createPostgresBackend) as unknown as Worker<EventJob>);
    this.worker.on('error', () => undefined);
  }

  /** Takes no new job, waits for those under way, lets go of the queue. What is cut off is delivered again to another worker. */
  async close(): Promise<void> {
    const late = new Promise((resolve) => setTimeout(resolve, FAREWELL_MS).unref());
    await Promise.race([this.worker.close(this.redis !== undefined && this.redis.status !== 'ready'), late]);
    this.redis?.disconnect();
  }
}

function postgres(settings: Settings): { connectionString: string; schema: string; max: number } {
  return { connectionString: settings.workerDatabaseUrl, schema: QUEUE_SCHEMA, max: 6 };
}

function redisOf(settings: Settings, options: RedisOptions): Redis | undefined {
  if (!settings.redisUrl) return undefined;
  const redis = new Redis(settings.redisUrl, { ...options, retryStrategy: (times) => Math.min(times * 100, 2_000) });
  // Told by the rounds of the relay, once; without a listener ioredis writes every failed try to the console.
  redis.on('error', () => undefined);
  return redis;
}
