import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../database/postgres';

/** The Redis (or Valkey) server of this machine, when there is one on the PATH. */
export const redisProgram: string | undefined = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['redis-server', 'valkey-server'].map((name) => join(folder, name)))
  .find((file) => existsSync(file));

/** On which queues the tests of this run go, in one sentence. */
export function saysQueues(): string {
  if (redisProgram === undefined) return 'Queues: PostgreSQL only (no redis-server on the PATH).';
  const version = /v=(\S+)/.exec(spawnSync(redisProgram, ['--version'], { encoding: 'utf8' }).stdout)?.[1] ?? 'of unknown version';
  return `Queues: PostgreSQL and Redis ${version}.`;
}

/** A Redis server of one test, on a port of its own, that can be killed and come back. It keeps nothing on the disk. */
export class RedisServer {
  private server: ChildProcess | undefined;

  private constructor(private readonly port: number) {}

  /** Starts one. Throws when there is no Redis on the PATH. */
  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.comeBack();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it again, empty. */
  async comeBack(): Promise<void> {
    if (redisProgram === undefined) throw new Error('there is no redis-server on the PATH');
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.server = spawn(redisProgram, [...settings, '--maxmemory-policy', 'noeviction'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: '/',
    });
    const server = this.server;
    process.once('exit', () => server.kill('SIGKILL'));
    for await (const chunk of server.stdout ?? []) if (String(chunk).includes('eady to accept connections')) break;
    server.stdout?.resume();
  }

  /** Ends it the hard way, with all it held. */
  async kill(): Promise<void> {
    if (!this.server || this.server.exitCode !== null || this.server.signalCode !== null) return;
    const gone = once(this.server, 'exit');
    this.server.kill('SIGKILL');
    await gone;
  }

  /** Empties it while it runs. */
  async flush(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    client.disconnect();
  }
}
