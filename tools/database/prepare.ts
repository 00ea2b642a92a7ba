import { Client } from 'pg';
import { migrate } from './migrate';
import { closeDatabase, createDatabase, createRoles } from './roles';
import type { Secrets } from './secrets';
import { troubleFromConnection } from './trouble';

/** One URL per login; `admin` is the superuser's (or the installer's) own, never given to a running program. */
export type DatabaseUrls = {
  readonly api: string;
  readonly worker: string;
  readonly auth: string;
  readonly migrator: string;
  readonly admin: string;
};

/** Where to prepare what. */
export type PrepareOptions = {
  /** URL of a role that may create roles: the embedded superuser, or `DATABASE_URL`. */
  readonly adminUrl: string;
  /** The database's name; without it, the one of the URL. */
  readonly database?: string;
  readonly secrets: Secrets;
};

/** Roles, logins, database, schema and job queue, from nothing or from any earlier version. Throws a `DatabaseTrouble`. */
export async function prepareDatabase({ adminUrl, database, secrets }: PrepareOptions): Promise<DatabaseUrls> {
  const name = database ?? decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  if (database !== undefined) {
    await within(adminUrl, async (client) => {
      await createRoles(client, secrets);
      await createDatabase(client, name);
    });
  }
  const urls = databaseUrls(adminUrl, name, secrets);
  await within(urls.admin, async (client) => {
    if (database === undefined) await createRoles(client, secrets);
    await closeDatabase(client, name);
  });
  await migrate({ migratorUrl: urls.migrator, contextKey: secrets.contextKey });
  return urls;
}

/** The URLs of a database's logins, derived from the administrator's. */
export function databaseUrls(adminUrl: string, database: string, secrets: Secrets): DatabaseUrls {
  const as = (user?: string, password?: string): string => {
    const url = new URL(adminUrl);
    url.pathname = `/${encodeURIComponent(database)}`;
    if (user !== undefined && password !== undefined) {
      url.username = encodeURIComponent(user);
      url.password = encodeURIComponent(password);
    }
    return url.toString();
  };
  return {
    api: as('api_login', secrets.apiLogin),
    worker: as('worker_login', secrets.workerLogin),
    auth: as('auth_login', secrets.authLogin),
    migrator: as('relais_migrator', secrets.migrator),
    admin: as(),
  };
}

async function within(url: string, task: (client: Client) => Promise<void>): Promise<void> {
  const { host } = new URL(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw troubleFromConnection(error, host);
  }
  try {
    await task(client);
  } finally {
    await client.end();
  }
}
