import { spawn, type ChildProcess } from 'node:child_process';
import { chown, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { findLodging, type Lodging } from './lodging';
import { DatabaseTrouble, saysDiskFull, troubleFromLog } from './trouble';

/** A PostgreSQL server that this process started. */
export type RunningPostgres = {
  readonly port: number;
  readonly dataDir: string;
  /** Resolves with the exit code when the server ends, wanted or not. */
  readonly exited: Promise<number | null>;
  /** Whether its last words were of a full disk. */
  diskIsFull(): boolean;
  url(database: string, user: string, password: string): string;
  /** Ends it in good order; connections still open are cut. */
  stop(): Promise<void>;
  /** Ends it at once when this process ends, and lets this process end by itself: for tests. */
  endWithMe(): void;
};

/** How to start the server that comes with the product. */
export type PostgresOptions = {
  readonly dataDir: string;
  readonly port: number;
  /** The superuser's password: set when the folder is first made, and asked of every connection ever after. */
  readonly password: string;
  /** Told in one sentence what the person at the keyboard should know. */
  readonly say?: (sentence: string) => void;
  /** Each line of the server's own log. */
  readonly log?: (line: string) => void;
  /** Fast and forgetful: for tests only. */
  readonly forTests?: boolean;
  /** More settings of the server, `name=value`. */
  readonly settings?: readonly string[];
};

const SUPERUSER = 'postgres';
const COMMON = [
  'log_error_verbosity=terse',
  'logging_collector=off',
  'log_checkpoints=off',
  'listen_addresses=127.0.0.1',
  'max_connections=200',
];
const FORGETFUL = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_wal_size=4GB',
  'shared_buffers=256MB',
];
const READY = 'ready to accept connections';
const PATIENCE_MS = 60_000;

/**
 * Starts the embedded PostgreSQL, making its data folder the first time. A server killed the hard way is recovered: its stale
 * lock file is removed once its process is known to be gone. Throws a {@link DatabaseTrouble}.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const lodging = await findLodging(options.dataDir, options.say ?? (() => undefined));
  if (!(await isMade(lodging.dataDir))) await initialise(lodging, options);
  await clearRemains(lodging.dataDir);
  await refuseTakenPort(options.port);

  const settings = [...COMMON, ...(options.forTests ? FORGETFUL : []), 'unix_socket_directories=', ...(options.settings ?? [])].flatMap(
    (setting) => ['-c', setting],
  );
  const server = spawn(lodging.postgres, ['-D', lodging.dataDir, '-p', String(options.port), ...settings], {
    ...spawning(lodging),
    // A key pressed in the terminal goes to the start command, which ends the server last.
    detached: options.forTests !== true,
  });
  const exited = new Promise<number | null>((resolve) => server.once('exit', (code) => resolve(code)));
  const lastWords = await untilReady(server, options);
  await writeFile(join(lodging.dataDir, 'relais.starter'), String(process.pid));
  return {
    port: options.port,
    dataDir: lodging.dataDir,
    exited,
    diskIsFull: () => saysDiskFull(lastWords()),
    url: (database, user, password) =>
      `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${options.port}/${database}`,
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) server.kill('SIGINT');
      await exited;
    },
    endWithMe: () => {
      process.once('exit', () => server.kill('SIGQUIT'));
      server.unref();
      for (const stream of [server.stdout, server.stderr]) (stream as Socket).unref();
    },
  };
}

/** The name of the superuser of the embedded server. */
export const embeddedSuperuser = SUPERUSER;

/** A port of this machine that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', () => reject(troubleFromLog('Address already in use', port)));
    probe.listen(port, '127.0.0.1', resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

async function isMade(dataDir: string): Promise<boolean> {
  const names = await readdir(dataDir).catch((): string[] => []);
  if (names.includes('relais.complete')) return true;
  // A folder whose making was interrupted holds nothing yet: it is made again.
  for (const name of names) await rm(join(dataDir, name), { recursive: true, force: true });
  return false;
}

async function initialise(lodging: Lodging, options: PostgresOptions): Promise<void> {
  const passwordFile = join(lodging.dataDir, '..', `.superuser-${process.pid}`);
  await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (lodging.user) await chown(passwordFile, lodging.user.uid, lodging.user.gid);
  try {
    const flags = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--auth=scram-sha-256'];
    if (options.forTests) flags.push('--no-sync');
    const making = spawn(
      lodging.initdb,
      ['-D', lodging.dataDir, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, ...flags],
      spawning(lodging),
    );
    let said = '';
    making.stdout?.on('data', (chunk: Buffer) => (said += String(chunk)));
    making.stderr?.on('data', (chunk: Buffer) => (said += String(chunk)));
    const code = await new Promise<number | null>((resolve, reject) => making.once('exit', resolve).once('error', reject));
    if (code !== 0) throw troubleFromLog(said, options.port);
    await writeFile(join(lodging.dataDir, 'relais.complete'), '');
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * After a kill -9 the lock file stays, or the server itself lives on without the program that started it: the first is removed,
 * the second is ended in good order. A server whose starter still lives is somebody's: it is left alone.
 */
async function clearRemains(dataDir: string): Promise<void> {
  const lock = join(dataDir, 'postmaster.pid');
  const pid = await numberIn(lock);
  if (pid === undefined) return;
  if (await isServerOf(dataDir, pid)) {
    const starter = await numberIn(join(dataDir, 'relais.starter'));
    if (starter !== undefined && starter !== process.pid && isAlive(starter)) {
      throw new DatabaseTrouble('cannot_start', `Relais already runs on ${dataDir} (process ${starter}): stop it first.`);
    }
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < PATIENCE_MS && isAlive(pid); waited += 50) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await rm(lock, { force: true });
}

async function numberIn(file: string): Promise<number | undefined> {
  const number = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

/** Whether this process is the server of this folder, and not another program that got its number since. */
async function isServerOf(dataDir: string, pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid);
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(dataDir);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Waits until it answers; gives what it says last, from then on. */
async function untilReady(server: ChildProcess, options: PostgresOptions): Promise<() => string> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(troubleFromLog(said, options.port)), PATIENCE_MS);
    const listen = (chunk: Buffer): void => {
      const text = String(chunk);
      said = (said + text).slice(-20_000);
      options.log?.(text);
      if (said.includes(READY)) {
        clearTimeout(timer);
        resolve();
      }
    };
    server.stderr?.on('data', listen);
    server.stdout?.on('data', listen);
    server.once('error', (error) => reject(new DatabaseTrouble('cannot_start', `The database could not start: ${error.message}.`)));
    server.once('exit', () => reject(troubleFromLog(said, options.port)));
  });
  return () => said;
}

function spawning(lodging: Lodging): {
  uid?: number;
  gid?: number;
  env: NodeJS.ProcessEnv;
  cwd: string;
  stdio: ['ignore', 'pipe', 'pipe'];
} {
  return { ...lodging.user, env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] };
}
