import { Client } from 'pg';
import { tenantTables } from '../../../migrations/index';
import { catalogueChecks } from '../../../tools/checks/catalogue';
import { testDatabase, type TestDatabase } from './database';

let db: TestDatabase;
let superuser: Client;

beforeAll(async () => {
  db = await testDatabase();
  superuser = new Client({ connectionString: db.urls.admin });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await db.drop();
});

async function faults(sql: string): Promise<string[]> {
  return (await superuser.query<{ fault: string }>(sql)).rows.map((row) => row.fault);
}

describe('the walls of the schema', () => {
  it.each(catalogueChecks.map((check) => [check.rule, check] as const))('%s', async (_rule, check) => {
    expect(await faults(check.violations)).toEqual([]);
  });

  it.each(catalogueChecks.map((check) => [check.rule, check] as const))('a fault is seen: %s', async (_rule, check) => {
    await superuser.query('begin');
    try {
      for (const statement of check.plant) await superuser.query(statement);
      expect(await faults(check.violations)).not.toEqual([]);
    } finally {
      await superuser.query('rollback');
    }
    expect(await faults(check.violations)).toEqual([]);
  });
});

describe('the data map', () => {
  const declared = new Set(tenantTables.map((table) => table.name));
  const kept = `select relname as fault from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and relname <> 'opened_region'`;

  it('tells purpose, retention and secrecy of every table', async () => {
    expect((await faults(kept)).filter((name) => !declared.has(name))).toEqual([]);
    expect(tenantTables.filter((table) => !table.purpose || !table.retention || !table.secrecy)).toEqual([]);
  });

  it('misses a table that nobody declared', async () => {
    await superuser.query('begin');
    await superuser.query('create table app.stray (region text, id uuid)');
    expect((await faults(kept)).filter((name) => !declared.has(name))).toEqual(['stray']);
    await superuser.query('rollback');
  });
});
