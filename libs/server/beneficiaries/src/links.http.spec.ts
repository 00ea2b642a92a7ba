import { randomUUID } from 'node:crypto';
import { apiFor, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { BeneficiariesApi } from './index';

let db: TestDatabase;
let api: TestApi;
let nadia: Professional;
let asker: Professional;
let overseas: Professional;

const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);
const because = { reason: 'Suivi demandé par le lycée' };
const emergency = { reasonCode: 'danger', reason: 'La personne est là, en danger, sans papiers' };

/** A file of Nadia's, and the card by which others find it. */
async function aFile(givenName: string): Promise<{ id: string; card: string; version: number }> {
  const person = { familyName: 'Kervella', givenName, birthDate: '2010-03-14', sharing: 'informed', how: 'said' };
  const { body } = await post(nadia, '/beneficiaries', person).expect(201);
  const found = await api
    .as(asker)
    .post('/api/beneficiary-searches')
    .send({ text: `kervella ${givenName}` })
    .expect(200);
  return { id: body.id, card: found.body.items[0].cardId, version: body.version };
}

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [BeneficiariesApi]);
  nadia = await db.as.counsellor();
  asker = await db.as.counsellor();
  overseas = await db.as.counsellor({ region: '04' });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

describe('asking to accompany a person one found by their card', () => {
  it('opens the file to the asking unit once somebody who accompanies them grants it', async () => {
    const { id, card } = await aFile('Annaïg');
    const { body: asked } = await post(asker, `/beneficiaries/${card}/link-requests`, because).expect(201);
    expect(asked).toMatchObject({ status: 'asked', reason: because.reason });
    await api.as(asker).get(`/api/beneficiaries/${id}`).expect(404);
    const { body: waiting } = await api.as(nadia).get(`/api/beneficiaries/${id}/link-requests`).expect(200);
    expect(waiting.items).toHaveLength(1);
    await post(nadia, `/link-requests/${asked.id}/grant`).expect(201);
    const { body: file } = await api.as(asker).get(`/api/beneficiaries/${id}`).expect(200);
    expect(file.supports).toHaveLength(2);
    expect(file.lead.postId).toBe(nadia.actor.postId);
  });

  it('stays closed when refused, and the answer stands', async () => {
    const { id, card } = await aFile('Bleuenn');
    const { body: asked } = await post(asker, `/beneficiaries/${card}/link-requests`, because).expect(201);
    await post(nadia, `/link-requests/${asked.id}/refuse`).expect(201);
    await post(nadia, `/link-requests/${asked.id}/grant`).expect(409);
    await api.as(asker).get(`/api/beneficiaries/${id}`).expect(404);
  });

  it('is asked once, with a reason, and never answered by the one who asks', async () => {
    const { id, card } = await aFile('Corentine');
    await post(asker, `/beneficiaries/${card}/link-requests`, { reason: 'oui' }).expect(422);
    const { body: asked } = await post(asker, `/beneficiaries/${card}/link-requests`, because).expect(201);
    await post(asker, `/beneficiaries/${card}/link-requests`, because).expect(409);
    await post(asker, `/link-requests/${asked.id}/grant`).expect(404);
    await post(nadia, `/beneficiaries/${id}/link-requests`, because).expect(409);
  });

  it('knows no card of another region, nor a made-up one', async () => {
    const { card } = await aFile('Dahud');
    await post(overseas, `/beneficiaries/${card}/link-requests`, because).expect(404);
    await post(overseas, `/beneficiaries/${card}/glass`, emergency).expect(404);
    await post(asker, `/beneficiaries/${randomUUID()}/link-requests`, because).expect(404);
  });
});

describe('breaking the glass', () => {
  it('opens one file to one post for three hours, with a reason of twenty letters, three times in thirty days', async () => {
    const { id, card } = await aFile('Enora');
    await post(asker, `/beneficiaries/${card}/glass`, { ...emergency, reason: 'vite' }).expect(422);
    const { body } = await post(asker, `/beneficiaries/${card}/glass`, emergency).expect(201);
    expect(body.beneficiaryId).toBe(id);
    const { body: file } = await api.as(asker).get(`/api/beneficiaries/${id}`).expect(200);
    expect(file).toMatchObject({ why: 'glass', openUntil: body.expiresAt });
    await post(asker, `/beneficiaries/${card}/glass`, emergency).expect(201);
    await post(asker, `/beneficiaries/${card}/glass`, emergency).expect(201);
    expect((await post(asker, `/beneficiaries/${card}/glass`, emergency).expect(429)).body.code).toBe('glass.too_many');
    const { body: journal } = await api.as(nadia).get(`/api/beneficiaries/${id}/journal`).expect(200);
    expect(JSON.stringify(journal)).toContain('glass.broken');
  });
});

describe('two people who look alike', () => {
  it('are told apart once and for all', async () => {
    const [one, other] = [await aFile('Fañch'), await aFile('Fanchig')];
    await post(nadia, `/beneficiaries/${one.id}/distinctions`, { cardId: other.card }).expect(204);
    await post(nadia, `/beneficiaries/${one.id}/distinctions`, { cardId: other.card }).expect(204);
    await post(nadia, `/beneficiaries/${one.id}/distinctions`, { cardId: one.card }).expect(422);
    await post(asker, `/beneficiaries/${one.id}/distinctions`, { cardId: other.card }).expect(404);
    expect(await db.rows('select 1 from app.not_same_person')).toHaveLength(1);
  });
});

describe('the legal representative of a minor', () => {
  const mother = { givenName: 'Rozenn', familyName: 'Kervella', relation: 'mother', phone: '06 11 22 33 44', parentalAuthority: true };
  const name = (id: string, version: string, who = nadia) =>
    api.as(who).put(`/api/beneficiaries/${id}/legal-representative`).set('if-match', version).send(mother);

  it('is named on the version of the file that was read, and takes the place of the one before', async () => {
    const { id, version } = await aFile('Gwendal');
    const { body } = await name(id, `"${version}"`).expect(200);
    expect(body).toMatchObject({ minor: true, representatives: [{ ...mother, phone: '0611223344' }] });
    await name(id, `"${version}"`).expect(412);
    expect((await name(id, `"${body.version}"`).expect(200)).body.representatives).toHaveLength(1);
    await name(id, `"${version}"`, asker).expect(404);
  });
});
