import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** Processor time used so far, in milliseconds: by the API, and by PostgreSQL on behalf of the API. */
export type Cpu = { readonly api: number; readonly postgres: number };

const MILLISECONDS_A_TICK = 10;

/** Reads it from `/proc` (Linux); elsewhere nothing is known. */
export async function cpuOf(admin: Client, api: number | undefined): Promise<Cpu | undefined> {
  const { rows } = await admin.query<{ pid: number }>(`select pid from pg_stat_activity where usename = 'api_login'`);
  try {
    const [own, ...backends] = await Promise.all([api ?? 0, ...rows.map(({ pid }) => pid)].map(timeOf));
    return { api: own ?? 0, postgres: backends.reduce((sum, each) => sum + each, 0) };
  } catch {
    return undefined;
  }
}

async function timeOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_A_TICK;
}
