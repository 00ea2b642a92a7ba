import { plusDays } from '@relais/domain';
import { Clock } from '@relais/server/kernel';
import {
  aBeneficiary,
  anOperator,
  aPost,
  aReferral,
  aStaff,
  aUnit,
  apiFor,
  type Professional,
  type TestApi,
  testDatabase,
  type TestDatabase,
} from '@relais/testing';
import { OperatorsApi } from './index';

let db: TestDatabase;
let api: TestApi;
let nadia: Professional;
let neighbour: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [OperatorsApi]);
  nadia = await db.as.counsellor();
  neighbour = await db.as.counsellor();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

describe('the operators of a region', () => {
  it('are listed for every role, with one’s own marked', async () => {
    const { body } = await api.as(nadia).get('/api/operators').expect(200);
    expect(body.items.filter(({ mine }: { mine: boolean }) => mine)).toHaveLength(1);
    await api
      .as(await db.as.regionalCoordinator())
      .get('/api/operators')
      .expect(200);
  });

  it('keep the name of a sensitive one from the others, in the list, by its address and as a destination', async () => {
    const refuge = await anOperator(db, { sensitive: true, name: 'Refuge', short_name: 'Refuge', kind: 'CIDFF' });
    await aUnit(db, { operator_id: refuge.id });
    const list = await api.as(nadia).get('/api/operators').expect(200);
    expect(list.text).not.toContain('Refuge');
    await api.as(nadia).get(`/api/operators/${refuge.id}`).expect(404);
    expect((await api.as(nadia).get('/api/destinations').expect(200)).text).not.toContain('Refuge');
  });

  it('show their own tree of units', async () => {
    const { body } = await api.as(nadia).get(`/api/operators/${neighbour.actor.operatorId}`).expect(200);
    expect(body.units.map(({ id }: { id: string }) => id)).toContain(neighbour.actor.unitId);
  });

  it('do not cross the region', async () => {
    const far = await db.as.counsellor({ region: '04' });
    await api.as(far).get(`/api/operators/${nadia.actor.operatorId}`).expect(404);
  });
});

describe('destinations and colleagues', () => {
  it('offers the teams of other operators, never one’s own, and says whether somebody works there', async () => {
    const { body } = await api.as(nadia).get('/api/destinations').expect(200);
    const units = body.items.map(({ unitId }: { unitId: string }) => unitId);
    expect(units).toContain(neighbour.actor.unitId);
    expect(units).not.toContain(nadia.actor.unitId);
    expect(body.items.find(({ unitId }: { unitId: string }) => unitId === neighbour.actor.unitId)).toMatchObject({
      staffed: true,
      usualDays: null,
    });
  });

  it('measures from where the person lives and says what became of them there', async () => {
    const person = await aBeneficiary(db, { lead_post_id: nadia.actor.postId });
    const there = { beneficiary_id: person.id, receiver_unit_id: neighbour.actor.unitId, receiver_operator_id: neighbour.actor.operatorId };
    const mine = { sender_post_id: nadia.actor.postId, sender_unit_id: nadia.actor.unitId, sender_operator_id: nadia.actor.operatorId };
    const declined = { status: 'closed', closure: 'declined', outcome: 'no_capacity', decline_reason: 'no_place', closed_at: new Date() };
    await aReferral(db, { ...there, ...mine, ...declined, sent_at: new Date(Date.now() - 86_400_000) });
    await aReferral(db, { ...there, ...mine, status: 'sent', sent_at: new Date(), theme: 'mobility' });
    const { body } = await api.as(nadia).get(`/api/destinations?person=${person.id}&theme=training`).expect(200);
    expect(body.items.find(({ unitId }: { unitId: string }) => unitId === neighbour.actor.unitId)).toMatchObject({
      declineReason: 'no_place',
      open: true,
      answered: null,
    });
  });

  it('says of a team that it receives other ages than the person’s, and whom it receives', async () => {
    const person = await aBeneficiary(db, { lead_post_id: nadia.actor.postId, birth_date: plusDays(new Clock().today('53'), -37 * 366) });
    const [youth, adults] = [await aUnit(db, { age_from: 16, age_to: 25 }), await aUnit(db, { age_from: 26 })];
    const { body } = await api.as(nadia).get(`/api/destinations?person=${person.id}`).expect(200);
    const of = (id: string) => body.items.find(({ unitId }: { unitId: string }) => unitId === id);
    expect(of(youth.id)).toMatchObject({ ageFrom: 16, ageTo: 25, outOfAge: true });
    expect(of(adults.id)).toMatchObject({ ageFrom: 26, ageTo: null, outOfAge: false });
    const nobody = (await api.as(nadia).get('/api/destinations').expect(200)).body.items;
    expect(nobody.every(({ outOfAge }: { outOfAge: boolean }) => !outOfAge)).toBe(true);
  });

  it('names the colleagues of one’s own operator only', async () => {
    const { body } = await api.as(nadia).get(`/api/units/${nadia.actor.unitId}/posts`).expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([nadia.actor.postId]);
    await api.as(nadia).get(`/api/units/${neighbour.actor.unitId}/posts`).expect(404);
  });

  it('measures from a named commune, nearest first', async () => {
    await db.arranging('53').rows(`update app.commune set latitude = 48.39, longitude = -4.49 where region = '53' and code = '29019'`);
    const brest = await aUnit(db, { latitude: 48.39, longitude: -4.49 });
    const rennes = await aUnit(db, { latitude: 48.11, longitude: -1.68 });
    const { body } = await api.as(nadia).get('/api/destinations?near=29019').expect(200);
    const [first, second] = body.items as { unitId: string; km: number; staffed: boolean }[];
    expect(first).toMatchObject({ unitId: brest.id, km: 0, staffed: false });
    expect(second).toMatchObject({ unitId: rennes.id, km: 210.4 });
    await api.as(nadia).get('/api/destinations?near=Brest').expect(422);
    await api
      .as(await db.as.regionalManager())
      .get('/api/destinations')
      .expect(403);
  });

  it('names those who work below the unit too, not those who left', async () => {
    const team = await aUnit(db, { operator_id: nadia.actor.operatorId, parent_id: nadia.actor.unitId });
    const nolwenn = await aStaff(db, { given_name: 'Nolwenn', family_name: 'Abgrall' });
    const post = await aPost(db, { unit_id: team.id, staff_id: nolwenn.id, role: 'unit_lead' });
    await aPost(db, { unit_id: team.id, active: false });
    await aPost(db, { unit_id: team.id, until: '2025-01-01' });
    const { body } = await api.as(nadia).get(`/api/units/${nadia.actor.unitId}/posts`).expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([post.id, nadia.actor.postId]);
  });
});
