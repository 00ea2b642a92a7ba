// `npm run region:open -- 53` and its sisters: builds the named command when needed, then runs it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const [command] = process.argv.splice(2, 1);
const built = spawnSync(process.execPath, [join(root, 'tools/build/servers.mjs'), `tools/${command}`], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
await import(join(root, `dist/tools/${command}.js`));
