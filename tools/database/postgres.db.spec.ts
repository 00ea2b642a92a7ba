import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findLodging } from './lodging';
import { freePort, startPostgres, type RunningPostgres } from './postgres';
import { loadSecrets } from './secrets';

let home: string;
let running: RunningPostgres | undefined;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relais-server-'));
  await chmod(home, 0o755);
});

afterAll(async () => {
  await running?.stop();
  await rm(home, { recursive: true, force: true });
});

async function start(port: number): Promise<RunningPostgres> {
  running = await startPostgres({ dataDir: join(home, 'postgres'), port, password: 'a password', forTests: true });
  return running;
}

async function ask(server: RunningPostgres, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.url('postgres', 'postgres', 'a password') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the database server that comes with the product', () => {
  it('starts from nothing, in UTF-8, asks for a password, and keeps values out of its log', async () => {
    const server = await start(await freePort());
    expect(await ask(server, `select current_setting('server_encoding') as e, current_setting('log_error_verbosity') as v`)).toEqual([
      { e: 'UTF8', v: 'terse' },
    ]);
    const stranger = new Client({ connectionString: server.url('postgres', 'postgres', 'another') });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
    await ask(server, 'create table kept as select 1 as one');
    await server.stop();
  }, 60_000);

  it('comes back with everything after it was killed the hard way', async () => {
    const port = await freePort();
    const server = await start(port);
    const pid = Number((await readFile(join(server.dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await server.exited;
    expect(await ask(await start(port), 'select one from kept')).toEqual([{ one: 1 }]);
    await running?.stop();
  }, 60_000);

  it('ends the server that a killed start command left behind, and begins anew', async () => {
    const left = await start(await freePort());
    const gone = spawnSync('true').pid;
    await writeFile(join(left.dataDir, 'relais.starter'), String(gone));
    expect(await ask(await start(await freePort()), 'select one from kept')).toEqual([{ one: 1 }]);
    expect(await left.exited).toBe(0);
    await running?.stop();
  }, 60_000);

  it('leaves the server of a start command that still lives alone, and says so', async () => {
    const theirs = await start(await freePort());
    await writeFile(join(theirs.dataDir, 'relais.starter'), String(process.ppid));
    await expect(startPostgres({ dataDir: theirs.dataDir, port: await freePort(), password: 'a password' })).rejects.toMatchObject({
      kind: 'cannot_start',
      message: expect.stringContaining('already runs'),
    });
    expect(await ask(theirs, 'select one from kept')).toEqual([{ one: 1 }]);
    await theirs.stop();
  }, 60_000);

  it('comes back when another program got the number of the dead server since', async () => {
    const port = await freePort();
    await writeFile(join(home, 'postgres', 'postmaster.pid'), `${process.ppid}\n`);
    expect(await ask(await start(port), 'select one from kept')).toEqual([{ one: 1 }]);
    await running?.stop();
  }, 60_000);

  it('says in one sentence that its port is taken', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(start(port)).rejects.toMatchObject({ kind: 'port_taken', message: expect.stringContaining(`Port ${port}`) });
    await new Promise((resolve) => other.close(resolve));
  }, 60_000);

  it('makes its folder again when the first making was interrupted', async () => {
    const dataDir = join(home, 'halved');
    await mkdir(dataDir, { mode: 0o777 });
    await writeFile(join(dataDir, 'PG_VERSION'), '18');
    const server = await startPostgres({ dataDir, port: await freePort(), password: 'a password', forTests: true });
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  }, 60_000);
});

if (process.getuid?.() === 0)
  describe('as root, in a folder closed to the user that runs the server', () => {
    it('goes to a folder that is reachable, and says so in one sentence', async () => {
      const closed = join(home, 'closed');
      await mkdir(closed, { mode: 0o700 });
      const said: string[] = [];
      const lodging = await findLodging(join(closed, 'postgres'), (sentence) => said.push(sentence));
      expect(lodging.dataDir.startsWith(closed)).toBe(false);
      expect(said).toEqual([expect.stringMatching(/^The user that runs the database can't read .+, so its files are in .+\.$/)]);
      expect((await stat(lodging.postgres)).isFile()).toBe(true);
      expect((await stat(lodging.dataDir)).uid).toBe(lodging.user?.uid);
      await rm(join(lodging.dataDir, '..'), { recursive: true, force: true });
    });
  });

describe('the secrets', () => {
  it('are made once, kept for their owner only, and completed when a new one appears', async () => {
    const file = join(home, '.data', 'secrets.json');
    const first = await loadSecrets(file);
    expect(await loadSecrets(file)).toEqual(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { blindIndexKey: _gone, ...older } = first;
    await writeFile(file, JSON.stringify(older));
    const completed = await loadSecrets(file);
    expect(completed).toMatchObject(older);
    expect(completed.blindIndexKey).toMatch(/^[0-9a-f]{64}$/);
    expect(await loadSecrets(file)).toEqual(completed);
  });
});
