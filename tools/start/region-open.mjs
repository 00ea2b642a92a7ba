// `npm run region:open -- 53`: builds the command when needed, then runs it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const built = spawnSync(process.execPath, [join(root, 'tools/build/servers.mjs'), 'tools/region-open'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
await import(join(root, 'dist/tools/region-open.js'));
