import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentOf } from '../start/environment';
import { runCommand } from '../start/run-command';
import { Trouble } from '../start/trouble';
import { openRegion, RegionClosed } from './open-region';
import { prepareDatabase } from './prepare';
import { loadSecrets } from './secrets';

/**
 * For a fleet, before API and worker start: brings roles and schema to this version, opens the regions named in `REGIONS`, and writes one
 * file per setting under `RELAIS_DATA/processes`. Run again, it changes nothing.
 */
async function main(): Promise<void> {
  const { DATABASE_URL: url, DATABASE_PASSWORD_FILE: passwordFile, RELAIS_DATA: data, REGIONS: regions = '' } = process.env;
  if (!url || !data) throw new Trouble('DATABASE_URL and RELAIS_DATA must be set.');
  const adminUrl = new URL(url);
  if (passwordFile) adminUrl.password = encodeURIComponent((await readFile(passwordFile, 'utf8')).trim());
  const secrets = await loadSecrets(join(data, 'secrets.json'));
  const urls = await prepareDatabase({ adminUrl: adminUrl.toString(), secrets });
  for (const region of regions.split(/[\s,]+/).filter(Boolean)) {
    try {
      const { administrator } = await openRegion(urls, secrets, region);
      if (administrator) console.log(`Region ${region}: ${administrator.email}, password ${administrator.password} (shown once).`);
    } catch (error) {
      if (!(error instanceof RegionClosed)) throw error;
      console.log(error.message);
    }
  }
  const folder = join(data, 'processes');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, value] of Object.entries(environmentOf(urls, secrets))) await writeFile(join(folder, name), value, { mode: 0o600 });
  console.log('The database is ready.');
}

runCommand(main);
