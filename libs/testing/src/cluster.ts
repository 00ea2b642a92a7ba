import { appendFileSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openRegion } from '../../../tools/database/open-region';
import { embeddedSuperuser, freePort, startPostgres } from '../../../tools/database/postgres';
import { prepareDatabase } from '../../../tools/database/prepare';
import { freshSecrets, type Secrets } from '../../../tools/database/secrets';
import { WATCHED_LOGINS, WATCHED_SETTINGS } from './plan-watch';

/** What each spec file needs to know of the one server of the run. */
export type TestCluster = { readonly adminUrl: string; readonly secrets: Secrets; readonly log: string };

/** The migrated database that every spec file gets a copy of. */
export const TEMPLATE = 'relais_template';

/** The regions that are open in every test. */
export const TEST_REGIONS = ['53', '04', '84'] as const;

/** Where the run's cluster is told to the workers of jest, which inherit the environment. */
export const CLUSTER_VARIABLE = 'RELAIS_TEST_CLUSTER';

const PREFIX = 'relais-test-';

/** Starts the server of this run, after ending what a killed run left behind, and migrates the template. */
export async function startCluster(): Promise<TestCluster> {
  await sweep();
  const home = join(tmpdir(), `${PREFIX}${process.pid}`);
  await mkdir(home, { recursive: true });
  const secrets = freshSecrets();
  const log = join(home, 'server.log');
  const postgres = await startPostgres({
    dataDir: join(home, 'data'),
    port: await freePort(),
    password: secrets.superuser,
    forTests: true,
    settings: WATCHED_SETTINGS,
    log: (text) => appendFileSync(log, text),
  });
  postgres.endWithMe();
  process.once('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 }));
  const adminUrl = postgres.url('postgres', embeddedSuperuser, secrets.superuser);
  const urls = await prepareDatabase({ adminUrl, database: TEMPLATE, secrets });
  for (const region of TEST_REGIONS) await openRegion(urls, secrets, region, { withoutAdministrator: true });
  await watchPlans(adminUrl);
  return { adminUrl, secrets, log };
}

async function watchPlans(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  for (const login of WATCHED_LOGINS) await client.query(`alter role ${login} set session_preload_libraries = 'auto_explain'`);
  await client.end();
}

/** Ends the servers of runs that no longer live, and removes their files. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const home = join(tmpdir(), name);
    const owner = Number(name.slice(PREFIX.length));
    if (isAlive(owner)) continue;
    const server = await numberIn(join(home, 'data', 'postmaster.pid'));
    if (server !== undefined && (await runsOn(server, home))) await end(server);
    await rm(home, { recursive: true, force: true });
  }
}

async function numberIn(file: string): Promise<number | undefined> {
  const number = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

async function runsOn(pid: number, home: string): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(home);
}

async function end(pid: number): Promise<void> {
  process.kill(pid, 'SIGQUIT');
  for (let left = 100; left > 0 && isAlive(pid); left--) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
