import { join } from 'node:path';
import { type RunningPostgres, startPostgres } from '../database/postgres';
import { type DatabaseUrls, prepareDatabase } from '../database/prepare';
import type { Secrets } from '../database/secrets';
import { DatabaseTrouble } from '../database/trouble';
import { freePort } from './port-is-free';

/** The database to use: the one of `DATABASE_URL`, or the embedded server with its data under `folder`. Roles and schema are brought up to date. */
export async function openDatabase(folder: string, secrets: Secrets): Promise<{ urls: DatabaseUrls; server: RunningPostgres | undefined }> {
  const given = process.env['DATABASE_URL'];
  if (given) return { urls: await prepareDatabase({ adminUrl: checked(given), secrets }), server: undefined };
  const port = Number(process.env['DATABASE_PORT'] ?? (await freePort()));
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    port,
    password: secrets.superuser,
    say: (sentence) => console.log(sentence),
  });
  const adminUrl = server.url('postgres', 'postgres', secrets.superuser);
  try {
    return { urls: await prepareDatabase({ adminUrl, database: 'relais', secrets }), server };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function checked(url: string): string {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new DatabaseTrouble('wrong_url', 'DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  return url;
}
