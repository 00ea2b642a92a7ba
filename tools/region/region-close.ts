import { join, resolve } from 'node:path';
import { isRegionCode, regionOf } from '@relais/domain';
import { loadSecrets } from '../database/secrets';
import { openDatabase } from '../start/open-database';
import { progressBar } from '../start/progress-bar';
import { runCommand } from '../start/run-command';
import { Trouble } from '../start/trouble';
import { exportRegion } from './export-region';
import { asOwner } from './owner-door';
import { shutRegion } from './shut-region';

/** `npm run region:close -- 84 [FOLDER]`: shuts a region and writes all of it to one file; again, it only writes what is missing. */
async function main(code: string, folder?: string): Promise<void> {
  if (!isRegionCode(code)) throw new Trouble('Say which region by its INSEE code: npm run region:close -- 84');
  const data = process.env['RELAIS_DATA'] ?? join(process.cwd(), '.data');
  const secrets = await loadSecrets(join(data, 'secrets.json'));
  const { urls, server } = await openDatabase(data, secrets);
  try {
    await asOwner(urls.migrator, async (client) => {
      const { name } = regionOf(code);
      const { shut, closedAt, posts, waiting } = await shutRegion(client, code);
      console.log(shut ? `${name} is closed: ${posts} posts ended with it.` : `${name} was closed already on ${closedAt}.`);
      if (waiting > 0) console.log(`${waiting} referrals have a due date: their clocks stand still until the region is open again.`);
      const bar = progressBar('Writing the export');
      const { file, keyFile, manifest } = await exportRegion(
        client,
        code,
        closedAt,
        secrets,
        resolve(folder ?? join(data, 'exports')),
        bar.show,
      );
      bar.end();
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      console.log(`${manifest.tables.length} tables, ${rows} rows: ${file}`);
      console.log(`Key of the export, to open it under other keys; keep it apart from the file: ${keyFile}`);
    });
  } finally {
    await server?.stop();
  }
}

runCommand(() => main(process.argv[2] ?? '', process.argv[3]));
