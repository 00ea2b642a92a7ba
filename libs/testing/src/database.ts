import { randomBytes } from 'node:crypto';
import { Client, Pool } from 'pg';
import type { RegionCode } from '@relais/domain';
import { databaseUrls, type DatabaseUrls } from '../../../tools/database/prepare';
import type { Secrets } from '../../../tools/database/secrets';
import { CLUSTER_VARIABLE, TEMPLATE, type TestCluster } from './cluster';
import { strayQueries } from './plan-watch';
import { professionals, type Professionals } from './professionals';
import { claimOf, sessionOf, type Acting, type Session } from './session';

/** A database of one spec file: a copy of the migrated template, real PostgreSQL, real roles. */
export type TestDatabase = {
  readonly name: string;
  readonly secrets: Secrets;
  readonly urls: DatabaseUrls;
  /** The superuser: for arranging and asserting, never for what is under test. */
  readonly owner: Pool;
  readonly api: Pool;
  readonly worker: Pool;
  readonly auth: Pool;
  /** As the superuser. Writing a row whose trigger keeps derived rows needs `arranging(region)` in its place. */
  rows<T = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** As the superuser with the signed context of a region, so that triggers keep derived rows too. */
  arranging(region: RegionCode): Session;
  /** As the API acting for a post. */
  acting(who: Acting): Session;
  /** As the worker in a region. */
  working(region: RegionCode): Session;
  /** Professionals with an account, a session and a post of their own. */
  readonly as: Professionals;
  /** Ends the connections and drops the database; throws when a query of the API or the worker left its region's partitions. */
  drop(): Promise<void>;
};

/** Choices of a spec file. */
export type TestDatabaseOptions = {
  /** For a spec that asks across regions on purpose, to see that nothing comes back. */
  readonly acrossRegions?: boolean;
};

/** Copies the template for this spec file. Call it in `beforeAll`, and `drop` in `afterAll`. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { adminUrl, secrets, log } = cluster();
  const name = `relais_${randomBytes(6).toString('hex')}`;
  await administer(adminUrl, `create database ${name} owner relais_owner template ${TEMPLATE} strategy file_copy`);
  const urls = databaseUrls(adminUrl, name, secrets);
  const pools = { owner: poolOf(urls.admin), api: poolOf(urls.api), worker: poolOf(urls.worker), auth: poolOf(urls.auth) };
  const database: TestDatabase = {
    name,
    secrets,
    urls,
    ...pools,
    rows: async <T>(sql: string, params: readonly unknown[] = []) => (await pools.owner.query(sql, [...params])).rows as T[],
    arranging: (region) => sessionOf(pools.owner, undefined, secrets.contextKey, { region, role: 'system' }),
    acting: (who) => sessionOf(pools.api, 'app_rw', secrets.contextKey, claimOf(who)),
    working: (region) => sessionOf(pools.worker, 'app_worker', secrets.contextKey, { region, role: 'system' }),
    get as() {
      return professionals(database);
    },
    drop: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      const strays = options.acrossRegions ? [] : await strayQueries(log, adminUrl, name);
      await administer(adminUrl, `drop database if exists ${name} with (force)`);
      if (strays.length > 0) throw new Error(`queries left their region:\n${strays.join('\n')}`);
    },
  };
  return database;
}

/** The one server of this run. */
export function cluster(): TestCluster {
  const told = process.env[CLUSTER_VARIABLE];
  if (told === undefined) throw new Error('no test server: this spec must be in the database or http project of jest');
  return JSON.parse(told) as TestCluster;
}

function poolOf(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 6, idleTimeoutMillis: 1000, allowExitOnIdle: true });
  pool.on('error', () => undefined);
  return pool;
}

async function administer(adminUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
