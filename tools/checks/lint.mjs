// ESLint with the walls. The graph of projects comes first: without it the wall rule says so and lets everything pass.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
const graph = spawnSync('nx', ['show', 'projects'], { cwd: root, env, encoding: 'utf8' });
if (graph.status !== 0) {
  console.error(graph.stdout, graph.stderr);
  process.exit(graph.status ?? 1);
}
const lint = spawnSync('eslint', ['.', '--max-warnings=0'], { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const said = `${lint.stdout}${lint.stderr}`;
if (said.trim()) console.error(said.slice(0, 20_000));
const blind = said.includes('No cached ProjectGraph');
if (blind) console.error('The walls were not checked: the graph of projects is missing.');
process.exit(blind ? 1 : (lint.status ?? 1));
