import { once } from 'node:events';
import { aBeneficiary, aClock, type Mortal, mortalProgram, testDatabase, type TestDatabase } from '@relais/testing';

let db: TestDatabase;
let aWorker: Mortal;
/** Several batches of three hundred. */
const MANY = 1300;

beforeAll(async () => {
  aWorker = await mortalProgram('libs/server/clocks/src/clock-dates-killed.fixture.ts');
  db = await testDatabase();
  const { id, lead_post_id: lead } = await aBeneficiary(db);
  const { id: one } = await aClock(db, { beneficiary_id: id });
  await db.arranging('53').rows(
    `with people as (
       insert into app.beneficiary (region, id, family_name, given_name, birth_date, lead_post_id, created_by_post, created_by_operator)
       select b.region, gen_random_uuid(), 'Rousseau', 'Jeanne', b.birth_date, $3::uuid, b.created_by_post, b.created_by_operator
       from app.beneficiary b cross join generate_series(2, $4::int) where b.region = '53' and b.id = $2 returning id)
     insert into app.clock (region, id, beneficiary_id, kind, status, operator_id, unit_id, post_id, started_on, due_on, due_at, next_at, next_milestone)
     select c.region, gen_random_uuid(), p.id, c.kind, c.status, c.operator_id, c.unit_id, c.post_id, c.started_on, c.due_on, c.due_at, c.next_at,
       c.next_milestone from people p cross join app.clock c where c.region = '53' and c.id = $1`,
    [one, id, lead, MANY],
  );
}, 120_000);
afterAll(() => db?.drop());

const exitOf = async (more: Readonly<Record<string, string>>): Promise<string | null> =>
  ((await once(aWorker(db, more), 'exit')) as [number | null, string | null])[1];
const count = async (sql: string): Promise<number> => (await db.rows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n ?? -1;

describe('workers killed while clocks fall due', () => {
  it('lose no date and say none twice, wherever they die and however many they are', async () => {
    for (const [dies, after] of [
      ['before steps', '0'],
      ['before commit', '0'],
      ['before commit', '1'],
      ['before steps', '1'],
    ] as const)
      expect(await exitOf({ DIES: dies, AFTER: after })).toBe('SIGKILL');
    expect(await count(`app.clock_step where region = '53'`)).toBe(600);
    const together = await Promise.all([exitOf({}), exitOf({}), exitOf({ DIES: 'before commit' })]);
    expect(together.slice(0, 2)).toEqual([null, null]);
    await exitOf({});
    expect(await count(`app.clock where region = '53' and next_at <= now()`)).toBe(0);
    expect(await count(`app.clock_step where region = '53'`)).toBe(MANY);
    expect(await count(`(select distinct clock_id from app.clock_step where region = '53') x`)).toBe(MANY);
    const batches = await db.rows<{ id: string }>(`select distinct batch_id as id from app.clock_step where region = '53' order by 1`);
    const told = await db.rows<{ id: string }>(
      `select payload->>'batchId' as id from app.outbox where region = '53' and event = 'clock.steps_taken' order by 1`,
    );
    expect(told).toEqual(batches);
  }, 240_000);
});
