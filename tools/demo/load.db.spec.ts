import { toInstant } from '@relais/domain';
import { testDatabase, type TestDatabase, WITHOUT_LEAD } from '@relais/testing';
import { loadDemo } from './load';

const now = toInstant('2026-11-24T09:40:00.000Z');

describe('Loading the demo', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await loadDemo({ urls: db.urls, secrets: db.secrets, regions: ['04'], people: 150, now });
  }, 60_000);
  afterAll(() => db.drop());

  const count = async (sql: string): Promise<number> => Number((await db.rows<{ count: string }>(sql))[0]?.count);

  it('fills the region once, however often it is asked to', async () => {
    expect(await loadDemo({ urls: db.urls, secrets: db.secrets, regions: ['04'], people: 150, now })).toEqual([]);
    expect(await count(`select count(*) from app.beneficiary where region = '04'`)).toBe(150);
    expect(await count(`select count(*) from app.interview where region = '04'`)).toBe(750);
    expect(await count(`select count(*) from app.referral where region = '04'`)).toBe(90);
  });

  it('leaves no row that points to nothing', async () => {
    const keys = await db.rows<{ sql: string; name: string }>(`
      select c.conname as name, format('select count(*) from app.%I a where %s and not exists (select from app.%I b where %s)', child.relname,
        string_agg(format('a.%I is not null', ca.attname), ' and '), parent.relname,
        string_agg(format('b.%I = a.%I', pa.attname, ca.attname), ' and ')) as sql
      from pg_constraint c
      join pg_class child on child.oid = c.conrelid and not child.relispartition
      join pg_namespace n on n.oid = child.relnamespace and n.nspname = 'app'
      join pg_class parent on parent.oid = c.confrelid and not parent.relispartition
      cross join lateral unnest(c.conkey, c.confkey) as k (child_column, parent_column)
      join pg_attribute ca on ca.attrelid = child.oid and ca.attnum = k.child_column
      join pg_attribute pa on pa.attrelid = parent.oid and pa.attnum = k.parent_column
      where c.contype = 'f' group by c.oid, c.conname, child.relname, parent.relname`);
    const dangling: string[] = [];
    for (const { name, sql } of keys) if ((await count(sql)) > 0) dangling.push(name);
    expect(keys.length).toBeGreaterThan(40);
    expect(dangling).toEqual([]);
  });

  it('derives what the triggers would: one lead a file, access for the accompanying units, state as the log tells', async () => {
    expect(
      await count(`select count(*) from app.beneficiary b where (b.status = 'active') <> exists (select from app.lead_tenure t
        where t.region = b.region and t.beneficiary_id = b.id and t.until is null and num_nonnulls(t.post_id, t.unit_id) = 1
          and t.post_id is not distinct from b.lead_post_id and t.unit_id is not distinct from b.lead_unit_id)`),
    ).toBe(0);
    expect(await db.rows(WITHOUT_LEAD, ['04'])).toEqual([]);
    const access = await db.rows('select grantee_id, beneficiary_id, basis, source_id, network from app.file_access order by 1, 2, 3, 4');
    await db.arranging('04').transaction(async (client) => {
      await client.query('update app.support set unit_id = unit_id, closed_on = closed_on');
    });
    expect(access).toEqual(
      await db.rows('select grantee_id, beneficiary_id, basis, source_id, network from app.file_access order by 1, 2, 3, 4'),
    );
    expect(
      await count(`select count(*) from app.referral r where r.status <> coalesce((select t.to_status from app.referral_transition t
        where t.region = r.region and t.referral_id = r.id order by t.sequence desc limit 1), 'draft')`),
    ).toBe(0);
  });

  it('lists the words by which people are found as the trigger of people lists them', async () => {
    const words = `select word, beneficiary_id, part, place, among, birth_date::text from app.beneficiary_word order by 1, 2, 3, 4, 5`;
    const codes = `select word, code from app.name_code order by 1, 2`;
    const listed = [await db.rows(words), await db.rows(codes)];
    await db.arranging('04').transaction(async (client) => {
      for (const table of ['beneficiary_word', 'name_code', 'name_word']) await client.query(`delete from app.${table}`);
      await client.query(`update app.beneficiary set family_name = family_name`);
    });
    expect(listed[0]?.length).toBeGreaterThan(300);
    expect(listed).toEqual([await db.rows(words), await db.rows(codes)]);
    expect(await count('select count(*) from app.index_card')).toBe(150);
  });

  it('lets every listed account sign in with one password, and lists every role', async () => {
    const roles = await db.rows<{ role: string }>('select distinct role from auth.demo_account');
    expect(roles).toHaveLength(7);
    expect(
      await count(`select count(*) from auth.demo_account d where not exists (select from auth.account a
        join auth.account_post p on p.account_id = a.id and p.role = d.role and p.region = d.region where a.email = d.email and a.active)`),
    ).toBe(0);
  });
});
