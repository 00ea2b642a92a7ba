import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Trouble } from '../start/trouble';

/** Everything of one installation that must stay secret. Keys are hexadecimal, the signing pair is PEM (PKCS 8 and SPKI). */
export type Secrets = {
  readonly superuser: string;
  readonly apiLogin: string;
  readonly workerLogin: string;
  readonly authLogin: string;
  readonly migrator: string;
  /** Signs the region context of each transaction (HMAC-SHA-256, 32 bytes). */
  readonly contextKey: string;
  /** Wraps the key of each person (AES-256, 32 bytes). */
  readonly masterKey: string;
  /** Derives the blind indexes of a region (HMAC-SHA-256, 32 bytes). */
  readonly blindIndexKey: string;
  /** Signs access tokens (ES256). */
  readonly signing: { readonly kid: string; readonly privatePem: string; readonly publicPem: string };
};

/** New secrets, never seen before. */
export function freshSecrets(): Secrets {
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return {
    superuser: password(),
    apiLogin: password(),
    workerLogin: password(),
    authLogin: password(),
    migrator: password(),
    contextKey: key(),
    masterKey: key(),
    blindIndexKey: key(),
    signing: { kid: randomBytes(8).toString('hex'), privatePem: pair.privateKey, publicPem: pair.publicKey },
  };
}

/**
 * Reads the secrets of a file; makes and keeps those that are missing. The file is readable by its owner only. Throws a `Trouble` when it
 * can't be read, or when it is gone and a database stands beside it: with new secrets, what was sealed would be lost.
 */
export async function loadSecrets(file: string): Promise<Secrets> {
  const known = await readKnown(file);
  const secrets: Secrets = { ...freshSecrets(), ...known };
  if (Object.keys(secrets).some((name) => !(name in known))) await keep(file, secrets);
  return secrets;
}

async function readKnown(file: string): Promise<Partial<Secrets>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Partial<Secrets>;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Trouble(`${file} can't be read: put back the copy that you keep of it.`);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    if (existsSync(join(dirname(file), 'postgres', 'relais.complete')))
      throw new Trouble(`${file} is gone, and the database beside it can't be opened without it: put back the copy that you keep of it.`);
    return {};
  }
}

/** Written beside and renamed, so that a power cut leaves the old file or the new one, never half of one. */
async function keep(file: string, secrets: Secrets): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
}

function password(): string {
  return randomBytes(24).toString('base64url');
}

function key(): string {
  return randomBytes(32).toString('hex');
}
