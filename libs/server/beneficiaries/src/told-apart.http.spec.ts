import { randomUUID } from 'node:crypto';
import { apiFor, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { BeneficiariesApi } from './index';

let db: TestDatabase;
let api: TestApi;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [BeneficiariesApi]);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

describe('a person told apart while their file is created', () => {
  const typed = { familyName: 'Quéméneur', givenName: 'Ronan', birthDate: '2003-02-11' };
  const create = (who: Professional, more: object = {}) =>
    api
      .as(who)
      .post('/api/beneficiaries')
      .set('idempotency-key', randomUUID())
      .send({ ...typed, sharing: 'informed', how: 'said', ...more });
  const candidates = async (who: Professional): Promise<{ cardId: string; id: string | null }[]> =>
    (await api.as(who).post('/api/beneficiary-candidates').send(typed).expect(200)).body.items;

  it('is remembered with the new file, and no later hint asks about them again', async () => {
    const [elsewhere, nadia] = [await db.as.counsellor(), await db.as.counsellor()];
    await create(elsewhere).expect(201);
    const [card] = await candidates(nadia);
    expect(card).toMatchObject({ id: null });
    const { id } = (await create(nadia, { notThem: [card?.cardId] }).expect(201)).body;
    const pairs = await db.rows<{ by_post_id: string }>('select by_post_id from app.not_same_person where $1 in (low_id, high_id)', [id]);
    expect(pairs).toEqual([{ by_post_id: nadia.actor.postId }]);
    expect(await db.rows(`select 1 from app.audit where action = 'beneficiary.told_apart' and beneficiary_id = $1`, [id])).toHaveLength(1);
    const { body } = await api.as(nadia).get(`/api/beneficiaries/${id}/likenesses`).expect(200);
    expect(body.items).toEqual([]);
  });

  it('is still offered to somebody else who creates, and to a file that was not told apart', async () => {
    const [nadia, other] = [await db.as.counsellor(), await db.as.counsellor()];
    expect((await candidates(other)).length).toBeGreaterThan(1);
    const { id } = (await create(nadia).expect(201)).body;
    const { body } = await api.as(nadia).get(`/api/beneficiaries/${id}/likenesses`).expect(200);
    expect(body.items.length).toBeGreaterThan(0);
  });

  it('does not stop a creation when the card is of nobody, of another region, or of a person who opposes being found', async () => {
    const [nadia, overseas] = [await db.as.counsellor(), await db.as.counsellor({ region: '04' })];
    const far = await create(overseas).expect(201);
    const { id } = (await create(nadia, { notThem: [randomUUID(), far.body.id] }).expect(201)).body;
    expect(await db.rows('select 1 from app.not_same_person where $1 in (low_id, high_id)', [id])).toEqual([]);
  });
});
