import { type ChildProcess, fork } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from './trouble';

/** A server process of the product. */
export type RunningServer = { readonly exited: Promise<number | null>; readonly process: ChildProcess; stop(): Promise<unknown> };

const PATIENCE_MS = 60_000;
const FAREWELL_MS = 25_000;

/** Starts a built server in a group of its own and waits until it is ready. Its log goes to `.data/<name>.log`. */
export async function startServer(name: string, file: string, environment: Record<string, string>): Promise<RunningServer> {
  const folder = process.env['RELAIS_DATA'] ?? join(process.cwd(), '.data');
  mkdirSync(folder, { recursive: true });
  const log = createWriteStream(join(folder, `${name.toLowerCase()}.log`), { flags: 'a' });
  // A full disk costs lines of the log, not the product.
  log.on('error', () => undefined);
  const child = fork(file, [], {
    env: { ...process.env, ...environment },
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const lines: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE_MS).unref());
  const first = await Promise.race([ready, exited.then(() => 'gone' as const), late]);
  if (first) {
    child.kill('SIGKILL');
    throw new Trouble(
      `The ${name} did not start: ${lines.join('').trim().split('\n').slice(-12).join('\n') || `see ${name.toLowerCase()}.log in the data folder`}`,
    );
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS);
    await exited;
    clearTimeout(timer);
  };
  return { exited, process: child, stop };
}
