import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { create } from 'tar';
import { regionOf, type RegionCode } from '../../libs/domain/src/regions/region';
import type { Secrets } from '../database/secrets';
import { sha256Of, writeCompressed } from './files';
import { type ExportedTable, keyCheckOf, type Manifest, MANIFEST, PERSON_KEYS, readManifest, SCHEMA, writeManifest } from './manifest';
import { personKeysUnder } from './person-keys';
import { ACCOUNT_TABLES, checkedColumns, columnsOf, contentOf, regionTables } from './region-tables';

/** Told after each table. */
export type Progress = (progress: { readonly phase: string; readonly done: number; readonly total: number }) => void;

/** Where an export is. `keyFile` opens it under other keys: keep the two apart. */
export type Exported = { readonly file: string; readonly keyFile: string; readonly manifest: Manifest };

type Source = { readonly schema: 'app' | 'auth'; readonly name: string; readonly columns: readonly string[]; readonly from: string };

/**
 * Writes a shut region to one file under `folder`: each table, a manifest, the persons' keys wrapped by a key of the export. What an
 * earlier run wrote whole is not written again.
 */
export async function exportRegion(
  client: Client,
  region: RegionCode,
  closedAt: string,
  secrets: Secrets,
  folder: string,
  onProgress: Progress = () => undefined,
): Promise<Exported> {
  const work = join(folder, `region-${region}`);
  await mkdir(work, { recursive: true, mode: 0o700 });
  const file = `${work}.tar`;
  const keyFile = `${work}.key`;
  const begun = await readManifest<Partial<Manifest>>(work);
  const written = begun?.closedAt === closedAt ? [...(begun.tables ?? [])] : [];
  const sources = await sourcesOf(client, region);
  const tables: ExportedTable[] = [];
  for (const [done, source] of sources.entries()) {
    onProgress({ phase: source.name, done, total: sources.length });
    const known = written.find(({ schema, name }) => schema === source.schema && name === source.name);
    const whole = known && (await sha256Of(join(work, known.file))) === known.sha256;
    tables.push(whole ? known : await writeTable(client, source, work));
    await writeManifest(work, { closedAt, tables });
  }
  const manifest: Manifest = {
    format: 1,
    region,
    name: regionOf(region).name,
    closedAt,
    schema: SCHEMA,
    fileNumber: await lastFileNumber(client, region),
    keyCheck: keyCheckOf(secrets),
    personKeys: await writeCompressed(personKeysUnder(client, region, secrets, await keyOf(keyFile)), join(work, PERSON_KEYS)),
    tables,
  };
  await writeManifest(work, manifest);
  await create({ file: `${file}.new`, cwd: work, portable: true }, [MANIFEST, PERSON_KEYS, ...tables.map((table) => table.file)]);
  await rename(`${file}.new`, file);
  onProgress({ phase: 'done', done: sources.length, total: sources.length });
  return { file, keyFile, manifest };
}

async function sourcesOf(client: Client, region: RegionCode): Promise<Source[]> {
  const sources: Source[] = [];
  for (const { name, rows } of ACCOUNT_TABLES) {
    const from = `(${rows.replace('$1', `'${region}'`)})`;
    sources.push({ schema: 'auth', name, columns: await columnsOf(client, `auth.${name}`), from });
  }
  for (const { name } of regionTables) {
    const from = `closed.${name}_${region}`;
    sources.push({ schema: 'app', name, columns: await columnsOf(client, from), from });
  }
  return sources;
}

async function writeTable(client: Client, { schema, name, columns, from }: Source, work: string): Promise<ExportedTable> {
  const file = `${schema}.${name}.copy.gz`;
  const content = await contentOf(client, from, checkedColumns(name, columns));
  const rows = client.query(copyTo(`copy (select ${columns.join(', ')} from ${from} as source) to stdout`));
  return { schema, name, columns, file, sha256: await writeCompressed(rows, join(work, file)), ...content };
}

async function lastFileNumber(client: Client, region: RegionCode): Promise<number> {
  const { rows } = await client.query<{ last: string }>(
    `select case when is_called then last_value else last_value - 1 end as last from closed.file_number_${region}`,
  );
  return Number(rows[0]?.last ?? 0);
}

/** The key of this export, made once: it wraps the persons' keys and nothing else. */
async function keyOf(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known.trim();
  const key = randomBytes(32).toString('hex');
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  return key;
}
