// Fails when the committed document or client differ from the code.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const fresh = join(root, 'dist', 'fresh-client');
mkdirSync(fresh, { recursive: true });
const { status } = spawnSync('node', ['tools/client/generate.mjs', fresh], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const pairs = [
  ['docs/openapi.json', 'openapi.json'],
  ['libs/api-client/src/generated/relais.ts', 'client/relais.ts'],
];
const stale = pairs.filter(([committed, made]) => readFileSync(join(root, committed), 'utf8') !== readFileSync(join(fresh, made), 'utf8'));
for (const [committed] of stale) console.error(`${committed} differs from the code: run "npm run client" and commit the result.`);
process.exit(stale.length === 0 ? 0 : 1);
