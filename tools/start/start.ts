import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RegionCode } from '@relais/domain';
import { openRegion, RegionClosed } from '../database/open-region';
import { DEMO_REGIONS } from '../demo/demo-region';
import type { DatabaseUrls } from '../database/prepare';
import type { RunningPostgres } from '../database/postgres';
import { loadSecrets, type Secrets } from '../database/secrets';
import { DISK_FULL } from '../database/trouble';
import { loadDemoOnce } from './demo-once';
import { environmentOf } from './environment';
import { openDatabase } from './open-database';
import { portIsFree } from './port-is-free';
import { startServer } from './start-server';
import { Trouble } from './trouble';
import { welcome } from './welcome';

const SERVERS = [
  ['API', 'dist/apps/api/main.js'],
  ['worker', 'dist/apps/worker/main.js'],
] as const;
const root = process.cwd();
const data = process.env['RELAIS_DATA'] ?? join(root, '.data');
const demo = process.env['DEMO'] !== 'false';

const LAST_WORDS_MS = 500;

/** What must be stopped, last started first. */
const started: { stop: () => Promise<unknown> }[] = [];
let stopping: Promise<void> | undefined;
let database: RunningPostgres | undefined;

async function start(): Promise<void> {
  const port = Number(process.env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Trouble('PORT must be a whole number from 1 to 65535.');
  if (!(await portIsFree(port)))
    throw new Trouble(`Port ${port} is already taken: stop what uses it, or choose another one: PORT=3001 npm start`);
  const secrets = await loadSecrets(join(data, 'secrets.json'));
  const { urls, server } = await openDatabase(data, secrets);
  if (server) started.push(server);
  database = server;
  void server?.exited.then(() => stop(server.diskIsFull() ? DISK_FULL : 'The database stopped by itself.'));
  const open: RegionCode[] = [];
  for (const region of DEMO_REGIONS) if (await opens(urls, secrets, region)) open.push(region);
  if (demo) await loadDemoOnce(urls, secrets, open);
  const environment = {
    ...environmentOf(urls, secrets),
    PORT: String(port),
    DEMO: String(demo),
    PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://localhost:${port}`,
    MAIL_FOLDER: join(data, 'mail'),
    BACK_OFFICE_FOLDER: join(root, 'dist/apps/back-office'),
  };
  await Promise.all(
    SERVERS.map(async ([name, file]) => {
      const process = await startServer(name, join(root, file), environment);
      started.push(process);
      void process.exited.then((code) => stop(`The ${name} stopped by itself (code ${code ?? 'none'}).`));
    }),
  );
  await welcome(port, demo);
}

/** Opens a region unless it was closed here: then it stays closed. */
async function opens(urls: DatabaseUrls, secrets: Secrets, region: RegionCode): Promise<boolean> {
  try {
    await openRegion(urls, secrets, region, { withoutAdministrator: demo });
    return true;
  } catch (error) {
    if (!(error instanceof RegionClosed)) throw error;
    console.log(error.message);
    return false;
  }
}

/** Stops everything once, whoever asks first: a key, a signal or a fallen part. */
function stop(why?: string): Promise<void> {
  stopping ??= (async () => {
    if (why) console.error(why);
    for (const part of started.reverse()) await part.stop().catch(() => undefined);
    process.exit(why ? 1 : 0);
  })();
  return stopping;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

start().catch(async (error: unknown) => {
  // A server that ends takes its connections with it: its own last words come a moment later, and say why.
  if (database) await Promise.race([database.exited, sleep(LAST_WORDS_MS)]);
  if (stopping) return;
  const expected = error instanceof Trouble;
  const full = database?.diskIsFull() || (error as { code?: string }).code === 'ENOSPC' || (error as { code?: string }).code === '53100';
  if (!expected && !full) console.error(error);
  void stop(full ? DISK_FULL : expected ? (error as Error).message : 'Relais could not start.');
});
