import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { aBeneficiary, testDatabase, type TestDatabase } from '@relais/testing';
import { addReference } from './with-rows';

let db: TestDatabase;
let owner: Client;

beforeAll(async () => {
  db = await testDatabase();
  owner = new Client({ connectionString: db.urls.migrator, options: '-c role=relais_owner' });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.drop();
});

/** A migration is one transaction of the owner, who bypasses no wall. */
const runner = { query: async (sql: string) => (await owner.query(sql)).rows } as unknown as QueryRunner;

describe('a reference added to a table that holds rows', () => {
  it('is checked against them, and leaves every wall as it was', async () => {
    const { id } = await aBeneficiary(db);
    await owner.query('begin');
    await owner.query('alter table app.beneficiary add column asked_by uuid');
    await expect(
      owner.query('savepoint bare; alter table app.beneficiary add foreign key (region, asked_by) references app.post (region, id)'),
    ).rejects.toThrow('row-level security');
    await owner.query('rollback to savepoint bare');
    await addReference(runner, 'beneficiary', 'asked_by', 'post');
    await owner.query('commit');
    const open = await db.rows(
      `select c.oid::regclass from pg_class c where c.relnamespace in ('app'::regnamespace, 'part'::regnamespace) and c.relkind in ('r', 'p')
         and c.relname ~ '^(beneficiary|post)(_|$)' and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
    const wrong = db.arranging('53').rows(`update app.beneficiary set asked_by = gen_random_uuid() where region = '53' and id = $1`, [id]);
    await expect(wrong).rejects.toThrow('foreign key');
  });
});
