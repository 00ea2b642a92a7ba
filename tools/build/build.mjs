// Builds what changed since the last build: servers and tools with Rolldown, the back-office with Angular's own builder.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const quiet = process.argv.includes('--quiet');

const parts = [
  {
    name: 'servers',
    from: ['apps/api', 'apps/worker', 'libs/domain', 'libs/server', 'migrations', 'tools'],
    to: 'dist/apps/api/main.js',
    command: ['node', 'tools/build/servers.mjs'],
  },
  {
    name: 'back-office',
    from: ['apps/back-office', 'libs/domain', 'libs/web', 'libs/api-client'],
    to: 'dist/apps/back-office/index.html',
    command: ['node', 'tools/build/back-office.mjs'],
  },
];

const codes = await Promise.all(parts.map(build));
process.exit(Math.max(...codes));

async function build({ name, from, to, command }) {
  const stamp = join(root, 'dist', `.${name}`);
  const state = fingerprint([...from, 'package-lock.json', 'tsconfig.base.json']);
  if (existsSync(join(root, to)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return 0;
  const began = Date.now();
  if (!quiet) console.log(`Building the ${name}…`);
  const code = await run(command);
  if (code !== 0) return code;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, state);
  if (!quiet) console.log(`Built the ${name} in ${Math.round((Date.now() - began) / 100) / 10} s.`);
  return 0;
}

/** Path, size and time of every file: a change of any of them builds again. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesUnder(join(root, path))) hash.update(`${file}:${statSync(file).size}:${statSync(file).mtimeMs}\n`);
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => (entry.name === 'node_modules' ? [] : filesUnder(join(path, entry.name))));
}

function run([command, ...args]) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'] });
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}
