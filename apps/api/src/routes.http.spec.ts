import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  allowedRelations,
  allowedRoles,
  apiFor,
  Attack,
  AttackLog,
  aWorld,
  committedDocument,
  DecisionTable,
  operationsOf,
  settingsFor,
  type TestApi,
  testDatabase,
  type TestDatabase,
  validRequests,
} from '@relais/testing';
import { areasOf } from './areas';

/** `npm run attack` sends every mutation; `npm test` one in this many of the large families, another part for each operation. */
const ONE_IN = process.env['ATTACK'] === 'all' ? 1 : 5;

const operations = operationsOf(committedDocument());
const table = DecisionTable.read();

let db: TestDatabase;
let api: TestApi;
let log: AttackLog;
let attack: Attack;

beforeAll(async () => {
  db = await testDatabase();
  log = new AttackLog();
  const environment = { MAIL_FOLDER: join(tmpdir(), db.name) };
  api = await apiFor(db, areasOf(settingsFor(db)), { log, environment });
  const world = await aWorld(db);
  attack = new Attack({ api, document: api.document, world, requests: validRequests, table, log, oneIn: ONE_IN });
});
afterAll(async () => {
  await api?.close();
  await rm(join(tmpdir(), db.name), { recursive: true, force: true });
  await db?.drop();
});

describe('the document of the API', () => {
  it('is the committed one: after a change of routes, "npm run client" writes it again', () => {
    const titles = (document: Parameters<typeof operationsOf>[0]) => operationsOf(document).map(({ title, name }) => `${title} ${name}`);
    expect(titles(api.document)).toEqual(titles(committedDocument()));
  });

  it('has a line in the decision table for each route, and no line speaks of what is gone', () => {
    expect(table.strayLines(operations.map(({ title }) => title))).toEqual([]);
  });
});

describe.each(operations.map((operation) => [operation.title, operation] as const))('%s', (_, operation) => {
  it('answers its valid request as declared', async () => {
    expect(await attack.valid(operation)).toEqual([]);
  });

  it('refuses whatever is not that request, to whoever may not send it, and nothing is written', async () => {
    expect(await attack.refusals(operation)).toEqual([]);
  });

  it('is there for the roles and relations of the decision table', async () => {
    expect([...(await allowedRoles(attack, operation)), ...(await allowedRelations(attack, operation))]).toEqual([]);
  });

  it('shows another region nothing of this one', async () => {
    expect(await attack.showsNothingAbroad(operation)).toEqual([]);
  });
});

describe('the log', () => {
  it('holds no name, e-mail, phone or word of the people in it', () => {
    expect(log.linesWith(attack.target.world.secrets)).toEqual([]);
  });
});

afterAll(() => {
  const counts = [...attack.sent].map(([family, count]) => `${family} ${count}`);
  process.stdout.write(`requests sent: ${counts.join(', ')}; lines of log ${log.size}\n${log.failures.join('')}`);
});
