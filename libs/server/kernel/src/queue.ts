import { createPostgresBackend, type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Id, RegionCode } from '@relais/domain';
import type { Settings } from './settings';

/** What a job carries: where, and which event. Never a name, never a note. */
export type EventJob = { readonly region: RegionCode; readonly eventId: Id };

/** The one queue of events. */
export const EVENT_QUEUE = 'events';

/** Schema of BullMQ's own tables. */
export const QUEUE_SCHEMA = 'jobs';

/** Tries before a job is set aside with its reason; stalls do not count against them. Source: trust.md §2. */
const TRIES = 8;
const STALLS = 10;

/** The event queue on PostgreSQL, or on Redis when one is set: the same API, the same tests. */
export function openQueue(settings: Settings): Queue<EventJob> {
  const defaultJobOptions = { attempts: TRIES, backoff: { type: 'exponential', delay: 500 }, removeOnComplete: 1_000, removeOnFail: false };
  if (settings.redisUrl) return new Queue<EventJob>(EVENT_QUEUE, { connection: redis(settings.redisUrl), defaultJobOptions });
  return new Queue(EVENT_QUEUE, { connection: postgres(settings), defaultJobOptions }, createPostgresBackend) as unknown as Queue<EventJob>;
}

/** A worker on the event queue; `handle` gets one job at a time per free place. */
export function openWorker(settings: Settings, handle: (job: EventJob) => Promise<void>): Worker<EventJob> {
  const process = (job: Job<EventJob>): Promise<void> => handle(job.data);
  const options = { concurrency: 4, maxStalledCount: STALLS, lockDuration: 15_000, stalledInterval: 5_000 };
  if (settings.redisUrl) return new Worker<EventJob>(EVENT_QUEUE, process, { connection: redis(settings.redisUrl), ...options });
  return new Worker(
    EVENT_QUEUE,
    process,
    { connection: postgres(settings), ...options },
    createPostgresBackend,
  ) as unknown as Worker<EventJob>;
}

function postgres(settings: Settings): { connectionString: string; schema: string; max: number } {
  return { connectionString: settings.workerDatabaseUrl, schema: QUEUE_SCHEMA, max: 6 };
}

function redis(url: string): Redis {
  return new Redis(url, { maxRetriesPerRequest: null });
}
