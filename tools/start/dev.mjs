// `npm run dev`: the product as `npm start` starts it, built again and restarted when a file changes.
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const REST = 300;
let product;
let timer;

const build = () => spawnSync(process.execPath, [join(root, 'tools/build/build.mjs')], { cwd: root, stdio: 'inherit' }).status === 0;
const start = () => spawn(process.execPath, [join(root, 'dist/tools/start.js')], { cwd: root, stdio: 'inherit' });

const runs = () => product?.exitCode === null && product.signalCode === null;

async function again() {
  if (runs()) {
    const gone = new Promise((resolve) => product.once('exit', resolve));
    product.kill('SIGTERM');
    await gone;
  }
  if (build()) product = start();
  else console.error('The build failed: mend it and save, it is tried again.');
}

for (const folder of ['apps', 'libs', 'migrations', 'tools']) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (!/\.(ts|html|css|json)$/.test(file ?? '') || /\.(spec|e2e)\.ts$/.test(file ?? '')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void again(), REST);
  });
}
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => (runs() ? product.once('exit', () => process.exit(0)).kill('SIGTERM') : process.exit(0)));
await again();
