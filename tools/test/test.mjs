// `npm test` and `npm run check`: every gate in order, one closing line. Nothing is skipped: a gate that can't run has failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const reports = join(root, 'test-results');
const fast = process.argv.includes('--fast');
const only = process.argv.filter((each) => each.startsWith('--only=')).map((each) => each.slice(7));

const JEST = ['node', '--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const jest = (project) => [...JEST, '--ci', '--selectProjects', project, '--json', `--outputFile=${join(reports, `${project}.json`)}`];
const CACHE = 'node_modules/.cache/gates';
const types = (project) => ['tsc', '-p', project, '--incremental', '--tsBuildInfoFile', `${CACHE}/${project}.tsbuildinfo`];

/** `heavy` gates only run in `npm test`; `running` ones start a program whose report `count` reads. Without a report a gate counts as one. */
const gates = [
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '--cache', '--cache-strategy=content', '.'] },
  // No cache here: the walls between libraries depend on more than the file they are read from.
  { name: 'lint', command: ['node', 'tools/checks/lint.mjs'] },
  { name: 'licences', command: ['node', 'tools/checks/licences.mjs'] },
  { name: 'types: servers', command: types('tsconfig.server.json') },
  { name: 'types: back-office', command: ['ngc', '-p', 'tsconfig.web.json', '--noEmit'] },
  { name: 'types: journeys', command: types('tsconfig.e2e.json') },
  { name: 'rules', running: true, command: jest('rules'), count: jestCount('rules') },
  {
    name: 'components',
    running: true,
    command: ['nx', 'run', 'back-office:test', '--skip-nx-cache', '--outputStyle=static'],
    count: vitestCount,
  },
  { name: 'database', heavy: true, command: [...jest('database'), '--maxWorkers=2'], count: jestCount('database') },
  { name: 'http', heavy: true, command: [...jest('http'), '--maxWorkers=2'], count: jestCount('http') },
  { name: 'build', heavy: true, command: ['node', 'tools/build/build.mjs'] },
  { name: 'document and client', heavy: true, command: ['node', 'tools/client/check.mjs'] },
  { name: 'sizes', heavy: true, command: ['node', 'tools/checks/sizes.mjs'] },
  { name: 'journeys', heavy: true, command: ['playwright', 'test', '-c', 'apps/e2e/playwright.config.ts'], count: playwrightCount },
];

mkdirSync(reports, { recursive: true });
const began = Date.now();
const results = [];
const wanted = gates.filter((gate) => (only.length > 0 ? only.includes(gate.name) : !(fast && gate.heavy)));
// What reads the code stands beside what runs its rules; then each heavy gate alone.
const light = wanted.filter((gate) => !gate.heavy);
await Promise.all([run(light.filter((gate) => !gate.running)), run(light.filter((gate) => gate.running))]);
await run(wanted.filter((gate) => gate.heavy));
results.sort((left, right) => gates.findIndex(({ name }) => name === left.name) - gates.findIndex(({ name }) => name === right.name));
let [passed, failed] = [0, 0];
console.log('');
for (const { name, seconds, ok, counts } of results) {
  passed += counts.passed;
  failed += counts.failed;
  console.log(
    `${ok ? '✓' : '✗'} ${name.padEnd(22)} ${String(counts.passed).padStart(6)} passed ${String(counts.failed).padStart(4)} failed ${String(seconds).padStart(6)} s`,
  );
}
console.log(`\n${Math.round((Date.now() - began) / 1000)} s in all`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function run(list) {
  for (const gate of list) {
    console.log(`— ${gate.name}`);
    const start = Date.now();
    rmSync(join(reports, `${gate.name}.json`), { force: true });
    const code = await spawned(gate.command);
    const read = gate.count?.();
    const whole = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
    const counts = read ?? whole;
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    if (read && read.passed + read.failed === 0) counts.failed = 1;
    results.push({ name: gate.name, seconds: Math.round((Date.now() - start) / 100) / 10, ok: counts.failed === 0, counts });
  }
}

function spawned([command, ...args]) {
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function report(name) {
  const file = join(reports, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function jestCount(project) {
  return () => {
    const json = report(project);
    if (!json) return { passed: 0, failed: 1 };
    return { passed: json.numPassedTests, failed: json.numFailedTests + json.numRuntimeErrorTestSuites + json.numPendingTests };
  };
}

function vitestCount() {
  const json = report('components');
  return json ? { passed: json.numPassedTests, failed: json.numFailedTests + json.numPendingTests } : { passed: 0, failed: 1 };
}

function playwrightCount() {
  const json = report('journeys');
  return json
    ? { passed: json.stats.expected, failed: json.stats.unexpected + json.stats.flaky + json.stats.skipped }
    : { passed: 0, failed: 1 };
}
