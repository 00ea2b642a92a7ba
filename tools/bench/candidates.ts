import { join } from 'node:path';
import { Client } from 'pg';
import { openRegion } from '../database/open-region';
import { loadSecrets, type Secrets } from '../database/secrets';
import { signContext } from '../../libs/server/kernel/src/signed-context';
import { DEMO_PASSWORD, loadDemo } from '../demo/load';
import { NAME_VARIANTS } from '../../libs/domain/src/beneficiaries/name-variants.fixture';
import { environmentOf } from '../start/environment';
import { openDatabase } from '../start/open-database';
import { freePort } from '../start/port-is-free';
import { startServer } from '../start/start-server';
import { mistyped, percentile, type Sample } from './candidates-sample';

/**
 * The candidate query over HTTP on one large region, walls and journal on: people drawn from the region, typed with the errors of every
 * day, and the sixty variants of the tests planted in the crowd. `PEOPLE` (300 000), `RELAIS_DATA`, `RUNS` change the measure.
 */
const people = Number(process.env['PEOPLE'] ?? 300_000);
const runs = Number(process.env['RUNS'] ?? 400);
const data = process.env['RELAIS_DATA'] ?? join(process.cwd(), '.data', 'bench');
process.env['RELAIS_DATA'] = data;

type Card = { id: string | null; cardId: string; name: string; birthYear: number };
type Ask = (body: object) => Promise<{ ms: number; items: Card[] }>;

async function measure(): Promise<void> {
  const secrets = await loadSecrets(join(data, 'secrets.json'));
  const { urls, server } = await openDatabase(data, secrets);
  try {
    await openRegion(urls, secrets, '53', { withoutAdministrator: true });
    const began = Date.now();
    if ((await loadDemo({ urls, secrets, regions: ['53'], people })).length > 0)
      console.log(`${people} people loaded in ${seconds(began)} s`);
    const admin = new Client({ connectionString: urls.admin });
    await admin.connect();
    await plant(admin, secrets);
    const port = await freePort();
    const api = await startServer('API', join(process.cwd(), 'dist/apps/api/main.js'), {
      ...environmentOf(urls, secrets),
      PORT: String(port),
      DEMO: 'true',
    });
    try {
      const ask = await signedIn(admin, port);
      await run(admin, ask);
      await explain(admin, secrets);
    } finally {
      await api.stop();
      await admin.end();
    }
  } finally {
    await server?.stop();
  }
}

async function run(admin: Client, ask: Ask): Promise<void> {
  const drawn = await admin.query<Sample>(
    `select family_name as "familyName", given_name as "givenName", birth_date::text as "birthDate"
     from app.beneficiary tablesample system (3) repeatable (7) where region = '53' order by id limit $1`,
    [runs],
  );
  const typed = drawn.rows.map(mistyped);
  for (const body of typed.slice(0, 40)) await ask(body);
  const cases: [string, object[]][] = [
    ['names and birth date, one error', typed],
    ['names only, exact', drawn.rows.map(({ familyName, givenName }) => ({ familyName, givenName }))],
    ['names only, one error', typed.map(({ familyName, givenName }) => ({ familyName, givenName }))],
    ['family name only', drawn.rows.map(({ familyName }) => ({ familyName, givenName: '' }))],
  ];
  console.log('| candidates over HTTP | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|');
  for (const [name, bodies] of cases) await report(name, await oneByOne(bodies, ask));
  await report('the first, 4 at once', await atOnce(typed, ask, 4));
  await accuracy(ask);
}

/** The variants of the tests, in the crowd. */
async function accuracy(ask: Ask): Promise<void> {
  let [found, first, shown, right] = [0, 0, 0, 0];
  for (const { typed, filed } of NAME_VARIANTS) {
    const { items } = await ask(typed);
    const initial = (item: Card): boolean =>
      item.birthYear === Number(filed.birthDate.slice(0, 4)) && item.name.endsWith(`${filed.familyName[0]?.toUpperCase()}.`);
    found += items.some(initial) ? 1 : 0;
    first += items[0] && initial(items[0]) ? 1 : 0;
    shown += Math.min(items.length, 3);
    right += items.slice(0, 3).some(initial) ? 1 : 0;
  }
  const of = NAME_VARIANTS.length;
  console.log(
    `recall ${percent(found / of)} (first: ${percent(first / of)}), precision@3 ${percent(right / shown)} among ${people} people`,
  );
}

async function signedIn(admin: Client, port: number): Promise<Ask> {
  const [account] = (
    await admin.query<{ email: string; id: string; post: string }>(
      `select a.email, a.id, p.post_id post from auth.account a join auth.account_post p on p.account_id = a.id
       where p.region = '53' and p.role = 'counsellor' and p.active order by a.email limit 1`,
    )
  ).rows;
  const base = `http://127.0.0.1:${port}/api`;
  const send = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(base + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const session = await send('/token', { email: account?.email, password: DEMO_PASSWORD, postId: account?.post });
  if (!session.ok) throw new Error(`signing in: ${session.status} ${await session.text()}`);
  const { accessToken } = (await session.json()) as { accessToken: string };
  return async (body) => {
    const began = performance.now();
    const answer = await send('/beneficiary-candidates', body, { authorization: `Bearer ${accessToken}` });
    if (!answer.ok) throw new Error(`candidates: ${answer.status} ${await answer.text()}`);
    const { items } = (await answer.json()) as { items: Card[] };
    return { ms: performance.now() - began, items };
  };
}

async function oneByOne(bodies: object[], ask: Ask): Promise<number[]> {
  const times: number[] = [];
  for (const body of bodies) times.push((await ask(body)).ms);
  return times;
}

async function atOnce(bodies: object[], ask: Ask, lanes: number): Promise<number[]> {
  const shares = Array.from({ length: lanes }, (_, lane) => bodies.filter((_body, at) => at % lanes === lane));
  return (await Promise.all(shares.map((share) => oneByOne(share, ask)))).flat();
}

function report(name: string, times: number[]): void {
  console.log(`| ${name} (${times.length}) | ${[50, 95, 99].map((p) => percentile(times, p).toFixed(1)).join(' | ')} |`);
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
  await admin.query('analyze app.beneficiary, app.beneficiary_word, app.name_word, app.name_code');
}

/** The plan of the query inside the search function. */
async function explain(admin: Client, secrets: Secrets): Promise<void> {
  const plans: string[] = [];
  admin.on('notice', ({ message }) => plans.push(message ?? ''));
  await admin.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
    set auto_explain.log_analyze = on; set client_min_messages = log`);
  await admin.query(
    `set app.ctx = '${signContext(secrets.contextKey, { region: '53', role: 'counsellor' }, Math.floor(Date.now() / 1000) + 600)}'`,
  );
  const forms = ['moraeu', 'camile'].map((word, at) => ({ word, part: at ? 'given' : 'family', among: 1, bits: at + 1, beginning: false }));
  await admin.query('select * from app.find_people($1, 3, null, null, null, null, null, null, null, 50)', [JSON.stringify(forms)]);
  const plan = plans.sort((one, other) => other.length - one.length)[0] ?? '';
  console.log(process.env['PLAN'] ? plan : `plan: ${plan.split('\n')[0]} (PLAN=1 shows it)`);
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

await measure();
process.exit(0);
