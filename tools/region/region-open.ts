import { join } from 'node:path';
import { isRegionCode, regionOf } from '@relais/domain';
import { openDatabase } from '../start/open-database';
import { runCommand } from '../start/run-command';
import { Trouble } from '../start/trouble';
import { openRegion } from '../database/open-region';
import { loadSecrets } from '../database/secrets';

/** `npm run region:open -- 53`: opens one region; opening it again changes nothing. */
async function main(code: string): Promise<void> {
  if (!isRegionCode(code)) throw new Trouble('Say which region by its INSEE code: npm run region:open -- 53');
  const data = process.env['RELAIS_DATA'] ?? join(process.cwd(), '.data');
  const secrets = await loadSecrets(join(data, 'secrets.json'));
  const { urls, server } = await openDatabase(data, secrets);
  try {
    const { opened, administrator } = await openRegion(urls, secrets, code);
    console.log(opened ? `${regionOf(code).name} is open.` : `${regionOf(code).name} was open already: nothing changed.`);
    if (administrator) console.log(`First administrator: ${administrator.email}, password ${administrator.password} (shown once).`);
  } finally {
    await server?.stop();
  }
}

runCommand(() => main(process.argv[2] ?? ''));
