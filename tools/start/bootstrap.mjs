// First step of every npm command. Plain JavaScript for any Node from 20 on, without a dependency: it installs what is
// missing, then goes on with the pinned Node of the project.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [script, ...rest] = process.argv.slice(2);

const major = Number(process.versions.node.split('.')[0]);
if (major < 20)
  stop(`Relais needs Node 20 or newer to start; this is ${process.versions.node}. Install one from https://nodejs.org and try again.`);

await installWhatIsMissing();
const node =
  process.platform === 'win32' ? join(root, 'node_modules', 'node', 'bin', 'node.exe') : join(root, 'node_modules', 'node', 'bin', 'node');
if (!existsSync(node)) stop('The pinned Node was not installed. Remove the folder node_modules and run the command again.');
process.exitCode = await run(node, ['--no-warnings=ExperimentalWarning', join(root, script ?? ''), ...rest]);

async function installWhatIsMissing() {
  const stamp = join(root, 'node_modules', '.relais-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing what Relais is made of, from npm (once, one to two minutes)…');
  const npm = process.env['npm_execpath'];
  // `npm ci` refuses a lock file without the packages of other platforms, which some mirrors do not carry; `install --no-save` keeps to the lock all the same.
  const quiet = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
  const code = npm ? await run(process.execPath, [npm, ...quiet]) : await run('npm', quiet);
  if (code !== 0) stop('The installation from npm failed: see the lines above. Is the network there, is the disk full?');
  writeFileSync(stamp, lock);
}

function run(command, args) {
  const path = [join(root, 'node_modules', 'node', 'bin'), join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
