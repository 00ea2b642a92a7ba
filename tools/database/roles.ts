import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import type { Secrets } from './secrets';

/**
 * Roles that nobody signs in as. `relais_*` own things, `app_*` use them and own nothing (but `app_search`, which owns the one search
 * function). Source: trust.md §1, 4.
 */
const GROUPS = [
  'relais_owner',
  'relais_key',
  'relais_upkeep',
  'relais_gate',
  'app_rw',
  'app_worker',
  'app_auth',
  'app_search',
  'app_transfer',
  'app_figures',
  'app_backup',
  'app_jobs',
] as const;

/** Settings of the logins: those of a role reached by SET ROLE would not apply. */
const APP_SETTINGS = {
  plan_cache_mode: 'force_custom_plan',
  statement_timeout: '5s',
  lock_timeout: '2s',
  idle_in_transaction_session_timeout: '10s',
  search_path: 'app',
  timezone: 'UTC',
};

const LOGINS = [
  { name: 'api_login', secret: 'apiLogin', becomes: ['app_rw'], uses: ['app_jobs'], settings: APP_SETTINGS },
  {
    name: 'worker_login',
    secret: 'workerLogin',
    becomes: ['app_worker'],
    uses: ['app_jobs'],
    settings: { ...APP_SETTINGS, statement_timeout: '30s' },
  },
  { name: 'auth_login', secret: 'authLogin', becomes: ['app_auth'], uses: [], settings: { ...APP_SETTINGS, search_path: 'auth' } },
  {
    name: 'relais_migrator',
    secret: 'migrator',
    becomes: ['relais_owner', 'relais_key', 'relais_upkeep', 'relais_gate', 'app_search'],
    uses: [],
    settings: {
      row_security: 'off',
      lock_timeout: '1s',
      statement_timeout: '5min',
      idle_in_transaction_session_timeout: '60s',
      timezone: 'UTC',
    },
  },
] as const satisfies readonly {
  name: string;
  secret: keyof Secrets;
  becomes: readonly (typeof GROUPS)[number][];
  uses: readonly (typeof GROUPS)[number][];
  settings: Record<string, string>;
}[];

/** The logins, for the catalogue tests. */
export const loginNames = LOGINS.map((login) => login.name);

/** Makes the roles and the logins of the cluster, or brings them back to what they must be. Runs as a role that may create roles. */
export async function createRoles(client: Client, secrets: Secrets): Promise<void> {
  await client.query(`select pg_advisory_lock(hashtext('relais roles'))`);
  try {
    for (const group of GROUPS) await ensureRole(client, group, 'nologin noinherit nobypassrls nosuperuser nocreatedb nocreaterole');
    for (const login of LOGINS) {
      const verifier = scramVerifier(String(secrets[login.secret]));
      await ensureRole(client, login.name, `login noinherit nobypassrls nosuperuser nocreatedb nocreaterole password '${verifier}'`);
      for (const role of login.becomes) await client.query(`grant ${role} to ${login.name} with inherit false, set true, admin false`);
      for (const role of login.uses) await client.query(`grant ${role} to ${login.name} with inherit true, set false, admin false`);
      for (const [name, value] of Object.entries(login.settings)) await client.query(`alter role ${login.name} set ${name} = '${value}'`);
    }
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('relais roles'))`);
  }
}

async function ensureRole(client: Client, name: string, attributes: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  await client.query(`${known.rowCount ? 'alter' : 'create'} role ${name} ${attributes}`);
}

/** Makes the database when it is missing, and closes it to everyone but the logins. */
export async function createDatabase(client: Client, database: string): Promise<void> {
  const known = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (!known.rowCount) await client.query(`create database ${quoted(database)} owner relais_owner`);
}

/** Lets only the logins in, and the owner make schemas. Runs inside the database. */
export async function closeDatabase(client: Client, database: string): Promise<void> {
  await client.query(`revoke all on database ${quoted(database)} from public`);
  await client.query(`grant connect on database ${quoted(database)} to ${loginNames.join(', ')}`);
  // The queue adds many jobs at once by way of a temporary table; only the relay, in the worker, does.
  await client.query(`grant temporary on database ${quoted(database)} to worker_login`);
  await client.query(`grant connect, create on database ${quoted(database)} to relais_owner, relais_key, relais_upkeep, relais_gate`);
  await client.query('revoke all on schema public from public');
  await client.query('create schema if not exists deploy authorization relais_owner');
}

/** What PostgreSQL stores of a password (RFC 5803), made here so that the password itself never travels nor shows in a log. */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const mac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(mac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${mac('Server Key').toString('base64')}`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
