import { instantAt, REQUESTS_A_SECOND, SEARCHES_A_MINUTE } from '@relais/domain';
import { apiFor, type Professional, type TestApi, TestClock, testDatabase, type TestDatabase } from '@relais/testing';
import { BeneficiariesApi } from './index';

let db: TestDatabase;
let api: TestApi;
let clock: TestClock;
let start: number;

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock();
  api = await apiFor(db, [BeneficiariesApi], { clock });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const search = (who: Professional, text: string) => api.as(who).post('/api/beneficiary-searches').send({ text });
const traces = async ({ actor }: Professional, action: string): Promise<number> =>
  (await db.rows(`select 1 from app.audit where account_id = $1 and action = $2`, [actor.accountId, action])).length;
const kept = async ({ actor }: Professional): Promise<string> =>
  JSON.stringify(await db.rows('select pace from app.search_pace where account_id = $1', [actor.accountId]));
/** Moves the clock so many milliseconds after the beginning of the test. */
const after = (milliseconds: number): void => clock.moveTo(instantAt(start + milliseconds));

beforeEach(() => {
  // A little over a minute ago: no proof of who acts may come from the future.
  start = Date.now() - 65_000;
  after(0);
});

describe('searching for people', () => {
  it('leaves one trace for typing that goes on, and keeps nothing of what was typed', async () => {
    const nadia = await db.as.counsellor();
    for (const text of ['ker', 'kerm', 'Kermarrec']) await search(nadia, text).expect(200);
    expect(await traces(nadia, 'beneficiary.searched')).toBe(1);
    await search(nadia, 'salaun').expect(200);
    expect(await traces(nadia, 'beneficiary.searched')).toBe(2);
    expect(await kept(nadia)).not.toMatch(/ker|sala/i);
  });

  it('leaves one trace for a creation form that fills up', async () => {
    const nadia = await db.as.counsellor();
    for (const typed of [
      { familyName: 'Ker', givenName: '' },
      { familyName: 'Kermarrec', givenName: 'Yo' },
      { familyName: 'Kermarrec', givenName: 'Yoann', birthDate: '2001-04-02' },
    ]) {
      await api.as(nadia).post('/api/beneficiary-candidates').send(typed).expect(200);
    }
    expect(await traces(nadia, 'beneficiary.candidates_read')).toBe(1);
  });

  it('says when to go on after thirty searches in a minute, to that user alone, and lets typing go on', async () => {
    const nadia = await db.as.counsellor();
    const colleague = await db.as.counsellor();
    for (let at = 0; at < SEARCHES_A_MINUTE; at += 1) {
      after(at * 1_000);
      await search(nadia, `${'bcdfg'[at % 5]}a${'lmnrst'[at % 6]}`).expect(200);
    }
    after(29_500);
    const refused = await search(nadia, 'salaun').set('accept-language', 'fr').expect(429);
    expect(refused.body).toMatchObject({ code: 'search.too_many', title: expect.stringContaining('Beaucoup de recherches') });
    expect(refused.headers['retry-after']).toBe('31');
    expect((await search(nadia, 'salaun').set('accept-language', 'en').expect(429)).body.title).toContain('Many searches');
    await search(nadia, 'gatimel').expect(200);
    await search(colleague, 'salaun').expect(200);
    expect(await traces(nadia, 'beneficiary.searched')).toBe(SEARCHES_A_MINUTE);
    after(60_001);
    await search(nadia, 'salaun').expect(200);
  });

  it('answers ten requests of one second and asks the next to wait a second, however they arrive', async () => {
    const nadia = await db.as.counsellor();
    const texts = Array.from({ length: REQUESTS_A_SECOND + 2 }, () => 'kermarrec');
    const answers = await Promise.all(texts.map((text) => search(nadia, text)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(REQUESTS_A_SECOND);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.map(({ headers }) => headers['retry-after'])).toEqual(['1', '1']);
    after(1_001);
    await search(nadia, 'kermarrec').expect(200);
  });

  it('takes from two to eighty characters', async () => {
    const nadia = await db.as.counsellor();
    await search(nadia, 'k').expect(422);
    await search(nadia, 'k'.repeat(81)).expect(422);
    await api
      .as(nadia)
      .post('/api/beneficiary-candidates')
      .send({ familyName: 'k'.repeat(81), givenName: '' })
      .expect(422);
  });
});
