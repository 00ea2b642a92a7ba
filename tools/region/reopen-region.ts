import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import { extract } from 'tar';
import { isRegionCode, type RegionCode } from '../../libs/domain/src/regions/region';
import { attachRegion } from './attach-region';
import type { Progress } from './export-region';
import { sha256Of } from './files';
import { cannot, loadTable } from './load-table';
import { type ExportedTable, keyCheckOf, type Manifest, PERSON_KEYS, readManifest, SCHEMA } from './manifest';
import { adoptPersonKeys, type Keys } from './person-keys';
import { checkedColumns, contentOf } from './region-tables';

/** What opening again did; `adopted` persons' keys were wrapped anew. */
export type Reopening = { readonly region: RegionCode; readonly opened: boolean; readonly rows: number; readonly adopted: number };

/** What to open, and where. `keyFile` is needed when this installation's keys are not those of the export. */
export type ReopenOptions = {
  readonly file: string;
  readonly keyFile?: string;
  readonly keys: Keys;
  readonly work: string;
  readonly onProgress?: Progress;
};

/**
 * Opens an exported region in this database: every file is checked, loaded beside the tables, compared row for row, then all is
 * attached in one transaction. Cut half-way, the next run goes on; run again once open, it changes nothing. Throws {@link CannotReopen}.
 */
export async function reopenRegion(
  client: Client,
  { file, keyFile, keys, work, onProgress = () => undefined }: ReopenOptions,
): Promise<Reopening> {
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    await extract({ file, cwd: work }).catch(() => cannot('This file is not the export of a region.'));
    const manifest = (await readManifest(work)) ?? cannot('This file is not the export of a region.');
    const { region, tables } = manifest;
    if (!isRegionCode(region)) return cannot('This export names no region.');
    if (manifest.schema !== SCHEMA) cannot('This export was written by another version of Relais: open it with that version, then update.');
    const open = await client.query('select 1 from app.opened_region where region = $1', [region]);
    if (open.rowCount) return { region, opened: false, rows: 0, adopted: 0 };
    const exportKey = keyFile === undefined ? undefined : (await readFile(keyFile, 'utf8')).trim();
    const foreign = manifest.keyCheck !== keyCheckOf(keys);
    if (foreign && !exportKey) cannot('This export is sealed under other keys: give the key file that was written beside it, --key FILE.');
    const mine = tables.filter(({ schema }) => schema === 'app');
    for (const [done, table] of mine.entries()) {
      onProgress({ phase: table.name, done, total: mine.length + 1 });
      await stage(client, region, table, work);
    }
    const adopted = foreign && exportKey ? await adopt(client, manifest, region, keys, exportKey, work) : 0;
    onProgress({ phase: 'attaching', done: mine.length, total: mine.length + 1 });
    await attachRegion(client, region, manifest, work);
    onProgress({ phase: 'done', done: 1, total: 1 });
    return { region, opened: true, rows: tables.reduce((sum, { rows }) => sum + rows, 0), adopted };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A table waits in the schema `closed` with the rows of the export: those it has already, or those of the file. */
async function stage(client: Client, region: RegionCode, table: ExportedTable, work: string): Promise<void> {
  const name = `closed.${table.name}_${region}`;
  if (await isAsExported(client, name, table)) return;
  await client.query(`drop table if exists ${name}`);
  await client.query(`create table ${name} (like app.${table.name} including defaults including constraints including storage)`);
  await loadTable(client, name, table, work);
  if (!(await isAsExported(client, name, table))) cannot(`The rows of ${table.name} are not those of the export.`);
}

async function isAsExported(client: Client, name: string, { name: table, columns, rows, checksum }: ExportedTable): Promise<boolean> {
  const known = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [name]);
  if (!known.rows[0]?.there) return false;
  const content = await contentOf(client, name, checkedColumns(table, columns));
  return content.rows === rows && content.checksum === checksum;
}

async function adopt(client: Client, manifest: Manifest, region: RegionCode, keys: Keys, exportKey: string, work: string): Promise<number> {
  const path = join(work, PERSON_KEYS);
  if ((await sha256Of(path)) !== manifest.personKeys) cannot('The keys of this export were changed or are cut.');
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()), crlfDelay: Infinity });
  try {
    return await adoptPersonKeys(client, region, keys, exportKey, lines);
  } catch {
    return cannot('This key file is not the one of this export.');
  }
}
