import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { NAME_VARIANTS } from '../../libs/domain/src/beneficiaries/name-variants.fixture';
import { signContext } from '../../libs/server/kernel/src/signed-context';
import type { Secrets } from '../database/secrets';
import { freePort } from '../start/port-is-free';
import { startServer } from '../start/start-server';
import { signedIn } from './callers';
import { measureAccuracy, timeSearches } from './people-search';
import { keepingSections, reportOf } from './report';
import { searchPlans } from './search-plans';
import { type Bench, BENCHMARKS, loadNow, withBench } from './with-bench';

/**
 * The search over HTTP on one large region, walls, pace and journal on. Writes `docs/benchmarks.md`. `PEOPLE` (300 000),
 * `RELAIS_DATA`, `RUNS` change the measure; the people are loaded once and kept in the data folder.
 */
const people = Number(process.env['PEOPLE'] ?? 300_000);
const runs = Number(process.env['RUNS'] ?? 300);
const counsellors = 40;

async function measure({ admin, secrets, environment, fresh }: Bench): Promise<void> {
  await plant(admin, secrets);
  if (fresh) await admin.query('vacuum analyze');
  if (process.env['LOAD_ONLY']) return;
  const port = await freePort();
  const settings = { ...environment, PORT: String(port), DEMO: 'true' };
  const api = await startServer('API', join(process.cwd(), 'dist/apps/api/main.js'), settings);
  try {
    const search = { admin, call: await signedIn(admin, port, '53', counsellors), apiPid: api.process.pid, runs };
    const before = loadNow();
    const timings = await timeSearches(search);
    const after = loadNow();
    const accuracy = await measureAccuracy(search);
    const { rows } = await admin.query<{ server_version: string }>('show server_version');
    const postgres = rows[0]?.server_version ?? '';
    const plans = await searchPlans(admin, secrets.contextKey);
    const report = reportOf({ people, counsellors, postgres, load: [before, after], timings, accuracy, plans });
    const old = await readFile(BENCHMARKS, 'utf8').catch(() => '');
    await writeFile(BENCHMARKS, keepingSections(report, old));
    console.log(report.slice(0, report.indexOf('## What the candidate')));
  } finally {
    await api.stop();
  }
}

/** Adds the people of the tests and those who look alike, once. */
async function plant(admin: Client, secrets: Secrets): Promise<void> {
  const there = await admin.query(`select 1 from app.beneficiary where region = '53' and family_name = 'Gütschenritter' limit 1`);
  if (there.rowCount) return;
  const all = NAME_VARIANTS.flatMap(({ filed, others }) => [filed, ...others.map(({ person }) => person)]);
  await admin.query('begin');
  await admin.query(
    `set local app.ctx = '${signContext(secrets.contextKey, { region: '53', role: 'system' }, Math.floor(Date.now() / 1000) + 600)}'`,
  );
  await admin.query(
    `insert into app.beneficiary (region, id, family_name, given_name, birth_name, name_of_use, birth_date, lead_post_id, created_by_post,
       created_by_operator)
     select '53', gen_random_uuid(), p."familyName", p."givenName", p."birthName", p."nameOfUse", p."birthDate", x.id, x.id, x.operator_id
     from jsonb_to_recordset($1) as p("familyName" text, "givenName" text, "birthName" text, "nameOfUse" text, "birthDate" date),
       (select id, operator_id from app.post where region = '53' order by id desc limit 1) x`,
    [JSON.stringify(all)],
  );
  await admin.query('commit');
}

await withBench('bench', people, measure);
process.exit(0);
