import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwalkedSince } from './arrows-of-run';
import { PRODUCT_PORT } from './product-url';

/** People per demo region: enough for every journey, quick to load. */
const PEOPLE = '240';
const PATIENCE_MS = 180_000;

/**
 * Starts the built product as a newcomer would, on fresh data, with the real worker; stops it after the last journey, and throws when an
 * arrow that the table of arrows claims was not walked. Its database listens beside it, for the journey in which days go by.
 */
export default async function startProduct(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['E2E_URL']) return undefined;
  const data = await mkdtemp(join(tmpdir(), 'relais-journeys-'));
  const product = spawn(process.execPath, ['dist/tools/start.js'], {
    cwd: join(import.meta.dirname, '..', '..', '..'),
    env: {
      ...process.env,
      PORT: String(PRODUCT_PORT),
      RELAIS_DATA: data,
      DEMO_PEOPLE: PEOPLE,
      DATABASE_URL: '',
      DATABASE_PORT: String(PRODUCT_PORT + 1_000),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the product did not start in time')), PATIENCE_MS);
    product.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Relais answers at')) resolve(clearTimeout(late));
    });
    product.once('exit', (code) => reject(new Error(`the product stopped (code ${code})`)));
  });
  const { superuser } = JSON.parse(await readFile(join(data, 'secrets.json'), 'utf8')) as { superuser: string };
  process.env['E2E_DATABASE'] = `postgresql://postgres:${encodeURIComponent(superuser)}@127.0.0.1:${PRODUCT_PORT + 1_000}/relais`;
  const begin = new Date();
  return async () => {
    const unwalked = await unwalkedSince(begin);
    const gone = new Promise((resolve) => product.once('exit', resolve));
    product.kill('SIGTERM');
    await gone;
    await rm(data, { recursive: true, force: true });
    if (unwalked.length === 0) return;
    const told = unwalked.map(({ journey, move, from, to }) => `${journey}: ${move}: ${from} > ${to}`);
    throw new Error(`claimed in walked-arrows.ts, and walked by no journey:\n${told.join('\n')}`);
  };
}
