import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { CLUSTER_VARIABLE, startCluster, TEMPLATE } from '../../libs/testing/src/cluster';
import { CODE_WALLS, type CodeWall } from './code-walls';
import { Specs } from './specs-about';
import { type Weakening, weakenings } from './weakenings';

const ROOT = process.cwd();
const WHOLE = `${TEMPLATE}_whole`;
const RESULT = join(ROOT, 'test-results', 'mutants.json');
const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--ci', '--bail', '--maxWorkers=2'];

/** The specs that try the walls themselves: they take seconds. */
const ABOUT_WALLS = 'libs/testing/src/(strangers|doors|note-audience|referral-sight|lead-periods|invariants)';

/** The specs of what lets people in, and the attack on every route. */
const ABOUT_CODE = 'libs/server/(kernel|identity)|apps/api|libs/server/beneficiaries/src/beneficiaries.http';

type Verdict = { readonly name: string; readonly seconds: number; readonly caughtBy: string | undefined };

const words = process.argv.slice(2).filter((word) => word !== '--near');
const nearOnly = process.argv.includes('--near');
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

mkdirSync(join(ROOT, 'test-results'), { recursive: true });
const cluster = await startCluster();
const env = { ...process.env, [CLUSTER_VARIABLE]: JSON.stringify(cluster), FORCE_COLOR: '0' };
await asked('postgres', `create database ${WHOLE} template ${TEMPLATE} strategy file_copy`);
const specs = new Specs(ROOT);
const template = await connected(TEMPLATE);
const all = [...CODE_WALLS, ...(await weakenings(template))];
await template.end();
const chosen = all.filter(({ name }) => words.every((word) => name.includes(word)));
console.log(`${chosen.length} of ${all.length} walls are taken away, one at a time`);

const verdicts: Verdict[] = [];
for (const each of chosen) {
  const began = Date.now();
  const caughtBy = 'sql' in each ? await withoutWall(each) : await withoutCode(each);
  const verdict = { name: each.name, seconds: Math.round((Date.now() - began) / 1000), caughtBy };
  verdicts.push(verdict);
  writeFileSync(RESULT, JSON.stringify(verdicts, null, 2));
  console.log(`${caughtBy ? '✓' : '✗'} ${each.name} · ${verdict.seconds} s · ${caughtBy ?? 'nobody noticed'}`);
}
const missed = verdicts.filter(({ caughtBy }) => caughtBy === undefined);
console.log(`${verdicts.length - missed.length} noticed, ${missed.length} not`);
process.exit(missed.length === 0 ? 0 : 1);

/** Gives every spec a schema without this wall, and tells which test noticed. */
async function withoutWall({ table, sql }: Weakening): Promise<string | undefined> {
  await asked('postgres', `drop database ${TEMPLATE} with (force)`);
  await asked('postgres', `create database ${TEMPLATE} template ${WHOLE} strategy file_copy`);
  await asked(TEMPLATE, sql);
  const near = firstFailure(['--selectProjects', 'database', '--testPathPatterns', ABOUT_WALLS]);
  if (nearOnly) return near;
  return (await near) ?? firstFailure(['--selectProjects', 'database', 'http', '--runTestsByPath', ...specs.about(table)]);
}

/** Takes the wall out of its file, and puts it back whatever happens. */
async function withoutCode({ file, from, to }: CodeWall): Promise<string | undefined> {
  const path = join(ROOT, file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(from).length !== 2) throw new Error(`${file}: ${from} does not stand there once`);
  const back = (): void => writeFileSync(path, whole);
  process.once('exit', back);
  writeFileSync(
    path,
    whole.replace(from, () => to),
  );
  try {
    return await firstFailure(['--selectProjects', 'rules', 'database', 'http', '--testPathPatterns', ABOUT_CODE]);
  } finally {
    back();
    process.off('exit', back);
  }
}

/** Runs these specs until the first fails; what it says of the failure, or nothing when all hold. */
async function firstFailure(which: readonly string[]): Promise<string | undefined> {
  const run = spawn('node', [...JEST, ...which], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const kill = (): void => void run.kill();
  process.once('exit', kill);
  const said = await text(run.stderr);
  const code = run.exitCode ?? run.signalCode ?? (await new Promise((resolve) => run.once('exit', resolve)));
  process.off('exit', kill);
  if (code === 0) return undefined;
  const [, test] = /^ {2}● (.+)$/m.exec(said) ?? [];
  return test ?? said.trim().split('\n').at(-1) ?? 'no word';
}

async function asked(database: string, sql: string): Promise<void> {
  const client = await connected(database);
  await client.query(sql).finally(() => client.end());
}

async function connected(database: string): Promise<Client> {
  const url = new URL(cluster.adminUrl);
  url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  return client;
}
