import { type INestApplicationContext, type ModuleMetadata, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { RegionCode } from '@relais/domain';
import { type Clock, EventRunner, KernelModule } from '@relais/server/kernel';
import { settingsFor } from './api';
import type { TestDatabase } from './database';

/** A worker on a test database: the kernel and the jobs of the named areas, without queue nor schedule of its own. */
export type TestWorker = {
  /** A job of the areas. */
  get<T>(job: Type<T>): T;
  /** Handles every event of a region that is not settled, and those that come of it. */
  settle(region: RegionCode): Promise<void>;
  close(): Promise<void>;
};

/** Assembles a worker for a spec file; close it in `afterAll`, before the database is dropped. */
export async function workerFor(
  db: TestDatabase,
  areas: NonNullable<ModuleMetadata['imports']>,
  options: { clock?: Clock; environment?: Readonly<Record<string, string>> } = {},
): Promise<TestWorker> {
  class Worker {}
  const kernel = KernelModule.forWorker({ settings: settingsFor(db, options.environment), ...(options.clock && { clock: options.clock }) });
  const app: INestApplicationContext = await NestFactory.createApplicationContext(
    { module: Worker, imports: [kernel, ...areas] },
    { logger: false },
  );
  const settle = async (region: RegionCode): Promise<void> => {
    const events = await db.rows<{ id: string }>('select id from app.outbox where region = $1 and settled_at is null order by id', [
      region,
    ]);
    for (const { id } of events) await app.get(EventRunner).handle({ region, eventId: id });
    if (events.length > 0) await settle(region);
  };
  return { get: (job) => app.get(job, { strict: false }), settle, close: () => app.close() };
}
