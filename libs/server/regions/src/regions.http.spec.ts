import { apiFor, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { RegionsApi } from './index';

let db: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [RegionsApi]);
});
afterAll(async () => {
  await api.close();
  await db.drop();
});

describe('the region of a post', () => {
  it('is told with its time zone and the agreement in force, to each its own', async () => {
    const [bretagne, reunion] = [await db.as.counsellor(), await db.as.regionalManager({ region: '04' })];
    const { body } = await api.as(bretagne).get('/api/region').expect(200);
    expect(body.daysOff).toEqual(expect.arrayContaining(['2026-12-25', '2027-05-01']));
    expect(body.daysOff).not.toContain('2026-12-20');
    expect(body).toMatchObject({ code: '53', name: 'Bretagne', timeZone: 'Europe/Paris', agreement: { number: 1 } });
    const other = await api.as(reunion).get('/api/region').expect(200);
    // The abolition of slavery is remembered on La Réunion alone.
    expect(other.body.daysOff).toContain('2026-12-20');
    expect(other.body).toMatchObject({ code: '04', name: 'La Réunion', timeZone: 'Indian/Reunion' });
  });
});
