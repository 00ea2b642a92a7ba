// `npm run client`: the API document from the code, then the typed client from the document. Both are committed.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const out = process.argv[2] ?? '';
const document = out ? join(out, 'openapi.json') : join(root, 'docs/openapi.json');
const client = out ? join(out, 'client') : join(root, 'libs/api-client/src/generated');
mkdirSync(join(root, 'docs'), { recursive: true });

step(['node', 'tools/build/servers.mjs', 'tools/api-document']);
step(['node', 'dist/tools/api-document.js', document]);
step(['orval', '--config', 'tools/client/orval.config.mjs'], { DOCUMENT: document, CLIENT: client });

function step([command, ...args], environment = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  if (status !== 0) process.exit(status ?? 1);
}
