import { planFaults } from '../../../tools/checks/plans';
import { aBeneficiary } from './builders';
import { testDatabase, type TestDatabase } from './database';
import type { Professional } from './professionals';

let db: TestDatabase;
let counsellor: Professional;

beforeAll(async () => {
  db = await testDatabase();
  counsellor = await db.as.counsellor();
  await aBeneficiary(db, { lead_post_id: counsellor.actor.postId });
});

afterAll(() => db.drop());

async function planOf(sql: string, params: readonly unknown[] = []): Promise<string> {
  const lines = await counsellor.rows<{ 'QUERY PLAN': string }>(`explain ${sql}`, params);
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

describe('the plans of queries', () => {
  it('names one partition of each table when the region is a parameter and joins are on region and id', async () => {
    const plan = await planOf(
      `select i.id from app.interview i
       join app.beneficiary b on b.region = i.region and b.id = i.beneficiary_id
       left join app.note n on n.region = i.region and n.interview_id = i.id
       where i.region = $1 and b.id = $2`,
      ['53', crypto.randomUUID()],
    );
    expect(planFaults(plan)).toEqual([]);
    expect(plan).toContain('One-Time Filter');
  });

  it('is seen to be at fault when the region is not in the query', async () => {
    expect(planFaults(await planOf('select id from app.interview where id = $1', [crypto.randomUUID()]))).not.toEqual([]);
  });

  it('locks the table, one partition and their indexes for a read by its key, nothing of the other regions', async () => {
    const locks = await counsellor.transaction(async (client) => {
      await client.query(`select 1 from app.beneficiary where region = $1 and id = $2`, ['53', crypto.randomUUID()]);
      const held = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_locks l join pg_class c on c.oid = l.relation where l.pid = pg_backend_pid() and c.relname ~ '_(04|84)(_|$)'`,
      );
      return held.rows[0]?.n ?? 0;
    });
    expect(locks).toBe(0);
  });

  it('are all watched: a query without its region fails the spec file that made it', async () => {
    const planted = await testDatabase();
    const careless = await planted.as.counsellor();
    await careless.rows('select id from app.interview where region = $1 and id = $2', ['53', crypto.randomUUID()]);
    await careless.rows('select id from app.interview where id = $1', [crypto.randomUUID()]);
    await expect(planted.drop()).rejects.toThrow(/^queries left their region:\n.*select id from app\.interview where id = \$1$/);
  });
});
