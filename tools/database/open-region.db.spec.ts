import { REGION_CODES } from '@relais/domain';
import { testDatabase, type TestDatabase } from '@relais/testing';
import { catalogueChecks } from '../checks/catalogue';
import { tenantTables } from '../../migrations/index';
import { openRegion } from './open-region';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.drop());

describe('opening regions', () => {
  it('opens all 18, each with its partitions, communes, settings and one administrator', async () => {
    const emails = new Set<string | undefined>();
    for (const code of REGION_CODES) emails.add((await openRegion(db.urls, db.secrets, code)).administrator?.email);
    expect(emails.size).toBe(18);
    const partitioned = tenantTables.filter((table) => table.partitioned !== false).length;
    const counts = `select (select count(*)::int from pg_class where relnamespace = 'part'::regnamespace and relkind = 'r') as partitions,
      (select count(distinct region)::int from app.commune) as communes, (select count(*)::int from app.agreement_setting) as settings,
      (select count(*)::int from auth.account_post where role = 'regional_administrator') as administrators`;
    const expected = { partitions: 18 * partitioned, communes: 18, settings: 18, administrators: 18 };
    expect(await db.rows(counts)).toEqual([expected]);

    for (const code of REGION_CODES) expect(await openRegion(db.urls, db.secrets, code)).toEqual({ opened: false });
    expect(await db.rows(counts)).toEqual([expected]);
  }, 120_000);

  it('leaves every wall standing', async () => {
    const faults = await Promise.all(catalogueChecks.map((check) => db.rows(check.violations)));
    expect(faults.flat()).toEqual([]);
  });

  it('names one partition in the plan of a query, whatever the number of regions', async () => {
    const counsellor = await db.as.counsellor({ region: '11' });
    const plan = await counsellor.rows<{ 'QUERY PLAN': string }>(
      `explain select 1 from app.note n join app.interview i on i.region = n.region and i.id = n.interview_id where n.region = '11'`,
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(new Set(text.match(/\b(note|interview)_\d{2}\b/g))).toEqual(new Set(['note_11', 'interview_11']));
  });

  it('gives the settings of the referral with the time zone of the region', async () => {
    const [settings] = await db.rows(
      `select time_zone, body->'referral'->>'firstContactDays' as days from app.agreement_setting where region = '04'`,
    );
    expect(settings).toEqual({ time_zone: 'Indian/Reunion', days: '5' });
  });

  it('finishes an opening that was cut before the administrator had an account', async () => {
    await db.rows(`delete from auth.account_post where region = '24'`);
    await db.rows(`delete from auth.account where email = 'administration.24@relais.example'`);
    expect((await openRegion(db.urls, db.secrets, '24')).administrator?.email).toBe('administration.24@relais.example');
  });

  it('refuses what is not the code of a region', async () => {
    await expect(openRegion(db.urls, db.secrets, '99')).rejects.toThrow('not the code of a region');
  });

  it('leaves one region when two openings race', async () => {
    const other = await testDatabase();
    const races = await Promise.all([1, 2, 3].map(() => openRegion(other.urls, other.secrets, '32', { withoutAdministrator: true })));
    expect(races.filter((race) => race.opened)).toHaveLength(1);
    await other.drop();
  });
});
