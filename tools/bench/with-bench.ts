import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openRegion } from '../database/open-region';
import { loadSecrets, type Secrets } from '../database/secrets';
import { loadDemo } from '../demo/load';
import { environmentOf } from '../start/environment';
import { openDatabase } from '../start/open-database';
import { withSection } from './report';

/** Where the figures of all measures stand. */
export const BENCHMARKS = join(process.cwd(), 'docs/benchmarks.md');

/** One demo region to measure in. */
export type Bench = {
  readonly admin: Client;
  readonly secrets: Secrets;
  /** For the API and the workers that are measured. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether its people were loaded just now, not by an earlier run. */
  readonly fresh: boolean;
};

/** Opens the demo region 53 under `RELAIS_DATA` or a folder of that name, measures, and closes whatever happens. */
export async function withBench(folder: string, people: number | undefined, measure: (bench: Bench) => Promise<void>): Promise<void> {
  const data = process.env['RELAIS_DATA'] ?? join(process.cwd(), '.data', folder);
  process.env['RELAIS_DATA'] = data;
  const secrets = await loadSecrets(join(data, 'secrets.json'));
  const { urls, server } = await openDatabase(data, secrets);
  const admin = new Client({ connectionString: urls.admin });
  try {
    await openRegion(urls, secrets, '53', { withoutAdministrator: true });
    await admin.connect();
    const loaded = await loadDemo({ urls, secrets, regions: ['53'], ...(people !== undefined && { people }) });
    await measure({ admin, secrets, environment: environmentOf(urls, secrets), fresh: loaded.length > 0 });
  } finally {
    await admin.end();
    await server?.stop();
  }
}

/** The load of the machine now. */
export function loadNow(): number {
  return loadavg()[0] ?? 0;
}

/** On what it was measured: cores, and the load from one moment to now. */
export function machineSince(before: number): string {
  return `${availableParallelism()} cores, load average ${before.toFixed(1)} before, ${loadNow().toFixed(1)} at the end`;
}

/** A number as the report writes it. */
export function figure(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Writes one section of `docs/benchmarks.md`, and says it. */
export async function tell(title: string, text: string): Promise<void> {
  await writeFile(BENCHMARKS, withSection(await readFile(BENCHMARKS, 'utf8'), title, text));
  console.log(text);
}
