import 'reflect-metadata';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { documentOf, Settings } from '@relais/server/kernel';
import { areasOf } from '../../apps/api/src/areas';

/** Writes the API document without a database: no route is called, nothing is connected. */
async function main(file: string): Promise<void> {
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const nowhere = 'postgres://nobody@127.0.0.1:1/none';
  const settings = new Settings({
    API_DATABASE_URL: nowhere,
    WORKER_DATABASE_URL: nowhere,
    AUTH_DATABASE_URL: nowhere,
    CONTEXT_KEY: randomBytes(32).toString('hex'),
    SEALING_KEY: randomBytes(32).toString('hex'),
    INDEX_KEY: randomBytes(32).toString('hex'),
    TOKEN_PRIVATE_KEY: pair.privateKey,
    TOKEN_PUBLIC_KEY: pair.publicKey,
    DEMO: 'true',
    LOG_LEVEL: 'silent',
  });
  const document = await documentOf({ settings, areas: areasOf(settings) });
  await writeFile(file, `${JSON.stringify(document, null, 2)}\n`);
}

await main(process.argv[2] ?? 'docs/openapi.json');
process.exit(0);
