import { aBeneficiary, aPost, aSupport, aUnit } from './builders';
import { testDatabase, type TestDatabase } from './database';
import { WITHOUT_LEAD } from './without-lead';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

const arrange = (sql: string, params: readonly unknown[] = []): Promise<Record<string, unknown>[]> => db.arranging('53').rows(sql, params);
const lead = (id: string, post: string | null, unit: string | null = null): Promise<unknown> =>
  arrange(`update app.beneficiary set lead_post_id = $2, lead_unit_id = $3 where region = '53' and id = $1`, [id, post, unit]);
const standing = (id: string, status: string): Promise<unknown> =>
  arrange(`update app.beneficiary set status = $2 where region = '53' and id = $1`, [id, status]);

/** Draws from a seed, so that a failure comes back. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

describe('the periods of a file', () => {
  it('adjoin for every file whatever happens at once: leads, queues, closings and returns', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => aBeneficiary(db)));
    const posts = await Promise.all(Array.from({ length: 4 }, () => aPost(db)));
    const units = await Promise.all([aUnit(db), aUnit(db)]);
    const draw = dice(1763);
    const moves = Array.from({ length: 480 }, () => {
      const id = people[draw(people.length)]?.id ?? '';
      const kind = draw(10);
      if (kind < 6) return () => lead(id, posts[draw(posts.length)]?.id ?? null);
      if (kind < 8) return () => lead(id, null, units[draw(units.length)]?.id ?? null);
      return () => standing(id, kind === 8 ? 'closed' : 'active');
    });
    for (let done = 0; done < moves.length; done += 24) {
      const settled = await Promise.allSettled(moves.slice(done, done + 24).map((move) => move()));
      expect(settled.filter((one) => one.status === 'rejected').map((one) => String(one.reason))).toEqual([]);
    }
    expect(await db.rows(WITHOUT_LEAD, ['53'])).toEqual([]);
    const [told] = await db.rows<{ n: number }>(`select count(*)::int as n from app.lead_tenure where region = '53'`);
    expect(told?.n).toBeGreaterThan(200);
  });

  it('show a lead that no one writes over: the later of two transactions never begins before the earlier one ended', async () => {
    const person = await aBeneficiary(db);
    const [early, late] = [await aPost(db), await aPost(db)];
    await db.arranging('53').transaction(async (client) => {
      await client.query('select now()');
      await lead(person.id, late.id);
      await client.query(`update app.beneficiary set lead_post_id = $2 where region = '53' and id = $1`, [person.id, early.id]);
    });
    expect(await db.rows(WITHOUT_LEAD, ['53'])).toEqual([]);
  });

  it('leave a period without a holder while a file is closed, and take it up again when the person returns', async () => {
    const person = await aBeneficiary(db);
    await standing(person.id, 'closed');
    await standing(person.id, 'active');
    const rows = await db.rows<{ post_id: string | null }>(
      `select post_id from app.lead_tenure where region = '53' and beneficiary_id = $1 order by since, until nulls last`,
      [person.id],
    );
    expect(rows.map(({ post_id }) => post_id)).toEqual([person.lead_post_id, null, person.lead_post_id]);
  });
});

describe('the database refuses', () => {
  const tenure = `app.lead_tenure where region = '53' and beneficiary_id = $1 and until is null`;

  it('a second lead at the same instant', async () => {
    const person = await aBeneficiary(db);
    await lead(person.id, (await aPost(db)).id);
    const second = arrange(
      `insert into app.lead_tenure (region, beneficiary_id, post_id, since, until)
       select region, beneficiary_id, post_id, since - interval '1 second', since from app.lead_tenure
       where region = '53' and beneficiary_id = $1 and until is null`,
      [person.id],
    );
    await expect(second).rejects.toMatchObject({ code: '23P01' });
  });

  it.each([
    ['a gap between two leads', `update app.lead_tenure set since = since + interval '1 second' where id in (select id from ${tenure})`],
    ['a file without an open period', `delete from ${tenure}`],
    ['a history that names another lead than the file', `update app.lead_tenure set post_id = null where id in (select id from ${tenure})`],
  ])('%s, at the latest at commit', async (_what, sql) => {
    const person = await aBeneficiary(db);
    await lead(person.id, (await aPost(db)).id);
    await expect(arrange(sql, [person.id])).rejects.toMatchObject({ constraint: 'lead_without_gap' });
  });

  it('two supports of one unit in one scheme at once, and two contracts of any units', async () => {
    const open = await aSupport(db, { scheme: 'pacea', opened_on: '2026-01-05', closed_on: '2026-06-30' });
    const of = (more: object): Promise<unknown> => aSupport(db, { beneficiary_id: open.beneficiary_id, opened_on: '2026-06-01', ...more });
    await expect(of({ unit_id: open.unit_id, scheme: 'pacea' })).rejects.toMatchObject({ code: '23P01' });
    await expect(of({ scheme: 'pacea' })).rejects.toMatchObject({ code: '23P01' });
    await expect(of({ scheme: 'pacea', opened_on: '2026-06-30' })).resolves.toBeDefined();
    await expect(of({ unit_id: open.unit_id, scheme: 'free' })).resolves.toBeDefined();
    await expect(of({ scheme: 'free' })).resolves.toBeDefined();
  });
});

describe('the query', () => {
  it.each([
    [
      'a gap',
      `update app.lead_tenure set since = since + interval '1 second' where beneficiary_id = $1 and until is null`,
      'notAdjoining',
      1,
    ],
    ['no open period', `update app.lead_tenure set until = since where beneficiary_id = $1 and until is null`, 'open', 0],
    [
      'another lead than the file names',
      `update app.lead_tenure set post_id = null where beneficiary_id = $1 and until is null`,
      'asNamed',
      0,
    ],
  ])('sees %s that was planted', async (_what, sql, column, seen) => {
    const person = await aBeneficiary(db);
    await lead(person.id, (await aPost(db)).id);
    await db.rows(`begin; set local session_replication_role = replica; ${sql.replace('$1', `'${person.id}'`)}; commit`);
    const found = (await db.rows<Record<string, unknown>>(WITHOUT_LEAD, ['53'])).filter(({ file }) => file === person.id);
    expect(found).toEqual([expect.objectContaining({ [column]: seen })]);
  });
});
