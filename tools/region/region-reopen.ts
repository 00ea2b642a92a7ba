import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { regionOf } from '@relais/domain';
import { loadSecrets } from '../database/secrets';
import { openDatabase } from '../start/open-database';
import { progressBar } from '../start/progress-bar';
import { runCommand } from '../start/run-command';
import { Trouble } from '../start/trouble';
import { asOwner } from './owner-door';
import { reopenRegion } from './reopen-region';

const USAGE = 'Say which export: npm run region:reopen -- FILE [--key FILE]';

/** `npm run region:reopen -- FILE [--key FILE]`: opens the export of a region in this database; again, it changes nothing. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new Trouble(USAGE);
  for (const each of [file, values.key]) if (each !== undefined && !existsSync(each)) throw new Trouble(`There is no file ${each}.`);
  const data = process.env['RELAIS_DATA'] ?? join(process.cwd(), '.data');
  const keys = await loadSecrets(join(data, 'secrets.json'));
  const { urls, server } = await openDatabase(data, keys);
  try {
    const bar = progressBar('Opening the export');
    const { region, opened, rows, adopted } = await asOwner(urls.migrator, (client) =>
      reopenRegion(client, {
        file: resolve(file),
        ...(values.key ? { keyFile: resolve(values.key) } : {}),
        keys,
        work: join(data, 'exports', '.reopening'),
        onProgress: bar.show,
      }),
    );
    bar.end();
    const { name } = regionOf(region);
    console.log(opened ? `${name} is open again: ${rows} rows, each as it was exported.` : `${name} is open already: nothing changed.`);
    if (adopted > 0) console.log(`The keys of ${adopted} persons are wrapped by this installation's own key now.`);
  } finally {
    await server?.stop();
  }
}

runCommand(main);
