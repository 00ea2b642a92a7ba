import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** Processor time used so far by a program (under its own number) and by each of its backends in PostgreSQL, in milliseconds. */
export type Cpu = ReadonlyMap<number, number>;

/** Processor time between two readings, for one request. */
export type CpuPerRequest = { readonly api: number; readonly postgres: number };

const MILLISECONDS_A_TICK = 10;

/** Reads it from `/proc` (Linux); elsewhere nothing is known. */
export async function cpuOf(admin: Client, api: number | undefined, login = 'api_login'): Promise<Cpu | undefined> {
  const { rows } = await admin.query<{ pid: number }>('select pid from pg_stat_activity where usename = $1', [login]);
  try {
    return new Map(await Promise.all([api ?? 0, ...rows.map(({ pid }) => pid)].map(async (pid) => [pid, await timeOf(pid)] as const)));
  } catch {
    return undefined;
  }
}

/** What `requests` requests used. A backend that ended in between is left out, one that began counts whole. */
export function cpuBetween(
  before: Cpu | undefined,
  after: Cpu | undefined,
  api: number | undefined,
  requests: number,
): CpuPerRequest | undefined {
  if (!before || !after) return undefined;
  const used = (pid: number): number => (after.get(pid) ?? 0) - (before.get(pid) ?? 0);
  const backends = [...after.keys()].filter((pid) => pid !== api);
  return { api: used(api ?? 0) / requests, postgres: backends.reduce((sum, pid) => sum + used(pid), 0) / requests };
}

async function timeOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_A_TICK;
}
