import 'reflect-metadata';
import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index';
import { contextPads } from './context-pads';

/** What the migrator needs: its own login, and the key that signs region contexts. */
export type MigrateOptions = { readonly migratorUrl: string; readonly contextKey: string };

const LOCK_NOT_AVAILABLE = '55P03';
const TRIES = 20;

/** Queues of the product. Each needs its own sequence of job numbers, which the logins may use but never make. */
const QUEUES = ['events'];

/**
 * Brings the schema to the newest version, then the job queue's own schema, and stores the context key. Each migration is one
 * transaction that gives up its lock after a second and tries again, so that readers never wait long. Returns the names of those that ran.
 */
export async function migrate({ migratorUrl, contextKey }: MigrateOptions): Promise<string[]> {
  const client = new Client({ connectionString: migratorUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('set lock_timeout = 0');
    await client.query(`select pg_advisory_lock(hashtext('relais migrations'))`);
    await client.query(`set lock_timeout = '1s'`);
    const ran = await retrying(() => runSchema(migratorUrl));
    await client.query('set role relais_owner');
    await retrying(() => runMigrations(client, 'jobs'));
    await openJobs(client);
    await storeContextKey(client, contextKey);
    return ran;
  } finally {
    await client.end();
  }
}

async function runSchema(migratorUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: migratorUrl,
    schema: 'deploy',
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    poolSize: 1,
    installExtensions: false,
    poolErrorHandler: () => undefined,
    extra: { options: '-c role=relais_owner' },
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** The queue works as the logins themselves, through one role that holds its rights and nothing else. */
async function openJobs(client: Client): Promise<void> {
  for (const queue of QUEUES) {
    const [named] = (await client.query<{ name: string }>('select jobs.job_id_seq_name($1) as name', [queue])).rows;
    await client.query(`create sequence if not exists jobs.${named?.name}`);
  }
  await client.query('grant usage on schema jobs to app_jobs');
  await client.query('grant select, insert, update, delete on all tables in schema jobs to app_jobs');
  await client.query('grant usage, select, update on all sequences in schema jobs to app_jobs');
  await client.query('revoke execute on all functions in schema jobs from public');
  await client.query('grant execute on all functions in schema jobs to app_jobs');
  await client.query('grant usage on schema deploy to app_rw, app_worker');
  await client.query('grant select on deploy.migration to app_rw, app_worker');
}

async function storeContextKey(client: Client, contextKey: string): Promise<void> {
  const { inner, outer } = contextPads(contextKey);
  await client.query('set role relais_key');
  await client.query(
    `insert into sec.context_key (id, inner_pad, outer_pad) values (1, $1, $2)
     on conflict (id) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad`,
    [inner, outer],
  );
}

async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left <= 1 || codeOf(error) !== LOCK_NOT_AVAILABLE) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function codeOf(error: unknown): string | undefined {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return code ?? driverError?.code;
}
