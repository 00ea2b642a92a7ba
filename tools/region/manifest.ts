import { createHmac } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LAST_MIGRATION, migrations } from '../../migrations/index';
import type { Content } from './region-tables';

/** One file of an export: the rows of a table as PostgreSQL's COPY writes them, compressed. */
export type ExportedTable = Content & {
  readonly schema: 'app' | 'auth';
  readonly name: string;
  readonly columns: readonly string[];
  readonly file: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
};

/** What an export says of itself. Tables stand in the order in which they can be opened. */
export type Manifest = {
  readonly format: 1;
  readonly region: string;
  readonly name: string;
  readonly closedAt: string;
  /** The migrations of the database it was taken from. */
  readonly schema: string;
  /** The last file number given. */
  readonly fileNumber: number;
  /** Tells whether an installation holds the keys under which the export is sealed, without telling them. */
  readonly keyCheck: string;
  /** SHA-256 of the file of the persons' keys, wrapped by the key of the export. */
  readonly personKeys: string;
  readonly tables: readonly ExportedTable[];
};

/** The migrations of this version of Relais: how many, and the newest. */
export const SCHEMA = `${migrations.length} ${LAST_MIGRATION}`;

/** Name of the manifest inside an export. */
export const MANIFEST = 'manifest.json';

/** Name of the file of the persons' keys inside an export. */
export const PERSON_KEYS = 'person-keys.txt.gz';

/** The same for the same two keys, and telling nothing of them. */
export function keyCheckOf(secrets: { readonly masterKey: string; readonly blindIndexKey: string }): string {
  return createHmac('sha256', Buffer.from(secrets.masterKey + secrets.blindIndexKey, 'hex'))
    .update('relais region export')
    .digest('hex')
    .slice(0, 32);
}

/** The manifest of a folder, whole or begun; undefined without one. */
export async function readManifest<T = Manifest>(folder: string): Promise<T | undefined> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** Written beside and renamed: a cut leaves the old one or the new one. */
export async function writeManifest(folder: string, manifest: object): Promise<void> {
  await writeFile(join(folder, `${MANIFEST}.new`), `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(join(folder, `${MANIFEST}.new`), join(folder, MANIFEST));
}
