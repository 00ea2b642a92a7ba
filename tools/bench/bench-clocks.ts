import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { freePort } from '../start/port-is-free';
import { startServer } from '../start/start-server';
import { type Callers, signedIn } from './callers';
import { type Cpu, cpuBetween, cpuOf, type CpuPerRequest } from './cpu';
import { arrangeClocks, checkClocks, leftOf } from './due-clocks';
import { type Bench, figure, loadNow, machineSince, tell, withBench } from './with-bench';

/**
 * Dated obligations of one region that all fall due in the same minute, acted on by the built workers while counsellors read through the
 * built API. Writes its section of `docs/benchmarks.md`. `DUE` (100 000), `WORKERS` (1) and `RELAIS_DATA` change the measure.
 */
const many = Number(process.env['DUE'] ?? 100_000);
const workers = Number(process.env['WORKERS'] ?? 1);

/** What counsellors read meanwhile, one after the other, four at a time. */
const READS = ['/day', '/clocks', '/notices', '/referrals?box=received', '/referrals/counts'] as const;
const READERS = 4;
const BREATH_MS = 80;
const LONGEST_S = 300;
const QUIET_MS = 10_000;

async function measure({ admin, secrets, environment }: Bench): Promise<void> {
  const settings = { ...environment, DEMO: 'true' };
  const port = await freePort();
  const api = await startServer('API', join(process.cwd(), 'dist/apps/api/main.js'), { ...settings, PORT: String(port) });
  const call = await signedIn(admin, port, '53', 8);
  await arrangeClocks(admin, secrets.contextKey, many);
  const before = loadNow();
  const quiet = await readWhile(call, () => sleep(QUIET_MS));
  const began = performance.now();
  const running = await Promise.all(
    Array.from({ length: workers }, (_, index) => startServer(`worker${index}`, join(process.cwd(), 'dist/apps/worker/main.js'), settings)),
  );
  const [alone] = workers === 1 ? running.map(({ process: { pid } }) => pid) : [];
  const used = (): Promise<Cpu | undefined> => (alone ? cpuOf(admin, alone, 'worker_login') : Promise.resolve(undefined));
  const usedBefore = await used();
  const storm = await readWhile(call, () => untilDone(admin, began));
  const cpu = cpuBetween(usedBefore, await used(), alone, many);
  await checkClocks(admin, many);
  await Promise.all(running.map((worker) => worker.stop()));
  await api.stop();
  await report({ ...storm.done, cpu, quiet: quiet.times, times: storm.times, machine: machineSince(before) });
}

/** Reads with several readers until something is done; how long each read took, sorted. */
async function readWhile<T>(call: Callers, task: () => Promise<T>): Promise<{ readonly done: T; readonly times: readonly number[] }> {
  const reading = new AbortController();
  const reads = Promise.all(Array.from({ length: READERS }, (_, reader) => read(call, reader, reading.signal)));
  const done = await task();
  reading.abort();
  return { done, times: (await reads).flat().sort((one, other) => one - other) };
}

async function read(call: Callers, reader: number, signal: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  for (let turn = reader; !signal.aborted; turn += 1) {
    const path = READS[turn % READS.length] ?? '/day';
    const { ms } = await call(path);
    times.push(ms);
    await sleep(BREATH_MS);
  }
  return times;
}

/** Seconds until the last clock took its step, and until the last notice was written. */
async function untilDone(admin: Client, began: number): Promise<{ readonly stepped: number; readonly told: number }> {
  let stepped: number | undefined;
  for (;;) {
    const seconds = (performance.now() - began) / 1000;
    const { clocks, batches } = await leftOf(admin);
    if (clocks === 0) stepped ??= seconds;
    if (stepped !== undefined && batches === 0) return { stepped, told: seconds };
    if (seconds > LONGEST_S) throw new Error(`after ${LONGEST_S} s ${clocks} clocks and ${batches} batches are left`);
    await sleep(500);
  }
}

type Measured = {
  readonly quiet: readonly number[];
  readonly stepped: number;
  readonly told: number;
  readonly cpu: CpuPerRequest | undefined;
  readonly times: readonly number[];
  readonly machine: string;
};

async function report({ stepped, told, cpu, quiet, times, machine }: Measured): Promise<void> {
  const at = (share: number, of = times): string => figure(of[Math.floor(of.length * share)] ?? 0);
  const cost = cpu
    ? `Processor time of one clock: ${cpu.api.toFixed(2)} ms in the worker, ${cpu.postgres.toFixed(2)} ms in PostgreSQL. `
    : '';
  await tell(
    'Clocks that fall due in the same minute',
    `Written by \`npm run bench -- clocks\`. ${figure(many)} clocks of one region due in the same minute; ${workers} built worker(s), the
built API, PostgreSQL and ${READERS} readers on ${machine}.

All steps taken in ${stepped.toFixed(1)} s: **${figure(many / stepped)} clocks per second**; every professional told after ${told.toFixed(1)} s (goal: 300 s).
${cost}None lost, none doubled: counted in the steps, the clocks and the notices. Reads of the API meanwhile (day, dates, notices, inbox, its counts):
${figure(times.length)}, p50 ${at(0.5)} ms, **p95 ${at(0.95)} ms** (goal: 150 ms), p99 ${at(0.99)} ms; without any worker p50 ${at(0.5, quiet)} ms, p95 ${at(0.95, quiet)} ms.
`,
  );
}

await withBench('bench-clocks', Math.max(25_000, Math.ceil(many * 1.25)), measure);
process.exit(0);
