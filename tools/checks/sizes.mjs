// The bundle report: initial JavaScript and CSS of the shell and each lazy route, brotli, against their budgets.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { readdirSync } from 'node:fs';

const folder = join(import.meta.dirname, '..', '..', 'dist', 'apps', 'back-office');
const BUDGET = { shell: 190, css: 20, lazy: 40 };
const page = readFileSync(join(folder, 'index.html'), 'utf8');
const named = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map((match) => match[1]);
const initial = new Set(named);
for (const file of initial) if (file.endsWith('.js')) for (const inner of staticImports(file)) initial.add(inner);
const files = readdirSync(folder).filter((file) => /\.(js|css)$/.test(file));
const kilobytes = (list) => list.reduce((sum, file) => sum + size(file), 0) / 1000;
const shell = kilobytes([...initial].filter((file) => file.endsWith('.js')));
const css = kilobytes([...initial].filter((file) => file.endsWith('.css')));
const lazy = files
  .filter((file) => file.endsWith('.js') && !initial.has(file))
  .map((file) => ({ file, kB: size(file) / 1000 }))
  .sort((a, b) => b.kB - a.kB);
console.log(`initial JavaScript ${shell.toFixed(1)} kB brotli (budget ${BUDGET.shell}), CSS ${css.toFixed(1)} kB (budget ${BUDGET.css})`);
for (const { file, kB } of lazy.slice(0, 12)) console.log(`  lazy ${file.padEnd(34)} ${kB.toFixed(1)} kB`);
const over = lazy.filter(({ kB }) => kB > BUDGET.lazy);
if (shell > BUDGET.shell || css > BUDGET.css || over.length > 0) {
  console.error('Over budget: look at what the last change added.');
  process.exit(1);
}

function staticImports(file) {
  return [...readFileSync(join(folder, file), 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map((match) => match[1]);
}

function size(file) {
  return brotliCompressSync(readFileSync(join(folder, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
