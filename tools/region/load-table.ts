import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Trouble } from '../start/trouble';
import { sha256Of } from './files';
import type { ExportedTable } from './manifest';

/** Why an export can't be opened here; one sentence for the person at the keyboard. */
export class CannotReopen extends Trouble {}

/** Says no, in one sentence. */
export function cannot(sentence: string): never {
  throw new CannotReopen(sentence);
}

/** Loads a file of an unpacked export into a table. Throws {@link CannotReopen} when the file is not as it was written. */
export async function loadTable(client: Client, name: string, { columns, file, sha256 }: ExportedTable, work: string): Promise<void> {
  const path = join(work, file);
  if ((await sha256Of(path)) !== sha256) cannot(`The file ${file} of this export was changed or is cut.`);
  await pipeline(createReadStream(path), createGunzip(), client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`)));
}
