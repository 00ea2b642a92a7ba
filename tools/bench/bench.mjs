// `npm run bench`: builds the API and the measurement, then measures the search over HTTP on a large region. `npm run bench -- timers`
// measures how many dates of referrals one worker acts on, `npm run bench -- clocks` 100 000 dated obligations due in the same minute,
// `npm run bench -- pack` a caseload of 1 000 files that changes hands.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..', '..');
const measures = ['timers', 'clocks', 'pack'];
const asked = measures.find((name) => process.argv.includes(name));
const what = asked ? `bench-${asked}` : 'bench';
const built = spawnSync(process.execPath, [join(root, 'tools/build/servers.mjs'), 'apps/api/main', 'apps/worker/main'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);
mkdirSync(join(root, 'dist/tools'), { recursive: true });
const bundle = await rolldown({
  cwd: root,
  input: `./tools/bench/${what}.ts`,
  platform: 'node',
  external: (id) => !id.startsWith('@oxc-project/runtime') && !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@relais/'),
  tsconfig: 'tsconfig.server.json',
  logLevel: 'warn',
});
await bundle.write({ file: join(root, `dist/tools/${what}.js`), format: 'esm', sourcemap: true, codeSplitting: false });
await bundle.close();
await import(join(root, `dist/tools/${what}.js`));
