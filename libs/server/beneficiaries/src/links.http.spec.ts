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
    const box = async (who: Professional, which: string) =>
      (await api.as(who).get(`/api/link-requests?box=${which}`).expect(200)).body.items;
    expect((await box(asker, 'asked'))[0]).toMatchObject({
      id: asked.id,
      cardId: card,
      beneficiaryId: null,
      personName: 'A. K.',
      birthYear: 2010,
    });
    expect((await box(nadia, 'received'))[0]).toMatchObject({
      id: asked.id,
      beneficiaryId: id,
      personName: 'Annaïg Kervella',
      status: 'asked',
    });
    await post(nadia, `/link-requests/${asked.id}/grant`).expect(201);
    expect((await box(asker, 'asked'))[0]).toMatchObject({ beneficiaryId: id, personName: 'Annaïg Kervella', status: 'granted' });
    const { body: file } = await api.as(asker).get(`/api/beneficiaries/${id}`).expect(200);
    expect(file.supports).toHaveLength(2);
    expect(file.lead.postId).toBe(nadia.actor.postId);
  });

  it('stays closed when refused, and the answer stands', async () => {
    const { id, card } = await aFile('Bleuenn');
    const { body: asked } = await post(asker, `/beneficiaries/${card}/link-requests`, because).expect(201);
    await post(nadia, `/link-requests/${asked.id}/refuse`, { answer: 'non' }).expect(422);
    const answer = 'Le suivi se termine ce mois-ci, appelez-moi.';
    await post(nadia, `/link-requests/${asked.id}/refuse`, { answer }).expect(201);
    await post(nadia, `/link-requests/${asked.id}/grant`).expect(409);
    const { body: told } = await api.as(asker).get('/api/link-requests?box=asked').expect(200);
    expect(told.items[0]).toMatchObject({ id: asked.id, status: 'refused', answer, personName: 'B. K.', beneficiaryId: null });
    await api.as(asker).get(`/api/beneficiaries/${id}`).expect(404);
  });

  it('is not granted once the person opposes sharing', async () => {
    const { id, card } = await aFile('Clervie');
    const { body: asked } = await post(asker, `/beneficiaries/${card}/link-requests`, because).expect(201);
    await post(nadia, `/beneficiaries/${id}/sharings`, { status: 'opposed', how: 'said' }).expect(201);
    expect((await post(nadia, `/link-requests/${asked.id}/grant`).expect(409)).body.code).toBe('beneficiary.opposed');
  });

  it('is asked once, with a reason, and never answered by the one who asks', async () => {
    const { id, card } = await aFile('Corentine');
    await post(asker, `/beneficiaries/${card}/link-requests`, { reason: 'oui' }).expect(422);
    const { body: asked } = await post(asker, `/beneficiaries/${card}/link-requests`, because).expect(201);
    expect((await post(asker, `/beneficiaries/${card}/link-requests`, because).expect(409)).body.code).toBe('link.asked_already');
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
  it('asks who one is when the sign-in is older than five minutes', async () => {
    const { card } = await aFile('Solenn');
    const late = await db.as.counsellor();
    await db.rows(`update auth.session set proven_at = now() - interval '6 minutes' where id = $1`, [late.actor.sessionId]);
    expect((await post(late, `/beneficiaries/${card}/glass`, emergency).expect(403)).body.code).toBe('session.proof_needed');
    await db.rows(`update auth.session set proven_at = now() where id = $1`, [late.actor.sessionId]);
    await post(late, `/beneficiaries/${card}/glass`, emergency).expect(201);
  });

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
    expect(journal.items).toContainEqual(
      expect.objectContaining({ action: 'glass.broken', reason: emergency.reasonCode, words: emergency.reason }),
    );
  });
});

describe('two people who look alike', () => {
  it('are shown side by side with the evidence, and told apart once and for all', async () => {
    const [one, other] = [await aFile('Goulven'), await aFile('Goulwen')];
    const alike = async () => (await api.as(nadia).get(`/api/beneficiaries/${one.id}/likenesses`).expect(200)).body.items;
    expect(await alike()).toContainEqual(expect.objectContaining({ id: other.id, reasons: expect.arrayContaining(['same_birth_date']) }));
    await api.as(asker).get(`/api/beneficiaries/${one.id}/likenesses`).expect(404);
    await post(nadia, `/beneficiaries/${one.id}/distinctions`, { cardId: other.card }).expect(204);
    await post(nadia, `/beneficiaries/${one.id}/distinctions`, { cardId: other.card }).expect(204);
    await post(nadia, `/beneficiaries/${one.id}/distinctions`, { cardId: one.card }).expect(422);
    await post(asker, `/beneficiaries/${one.id}/distinctions`, { cardId: other.card }).expect(404);
    expect(await db.rows('select 1 from app.not_same_person')).toHaveLength(1);
    expect((await alike()).map(({ id }: { id: string }) => id)).not.toContain(other.id);
  });
});

describe('the legal representatives of a minor', () => {
  const mother = { givenName: 'Rozenn', familyName: 'Kervella', relation: 'mother', phone: '06 11 22 33 44', parentalAuthority: true };

  it('are named by those who accompany them, and end on a day', async () => {
    const { id } = await aFile('Gwendal');
    const { body } = await post(nadia, `/beneficiaries/${id}/legal-representatives`, mother).expect(201);
    expect(body).toMatchObject({ minor: true, representatives: [{ ...mother, phone: '0611223344' }] });
    const father = { ...mother, givenName: 'Yann', relation: 'father' };
    const { body: both } = await post(nadia, `/beneficiaries/${id}/legal-representatives`, father).expect(201);
    expect(both.representatives).toHaveLength(2);
    const ended = `/legal-representatives/${both.representatives[0].id}/end`;
    await post(asker, ended).expect(404);
    expect((await post(nadia, ended).expect(201)).body.representatives).toHaveLength(1);
    await post(nadia, ended).expect(404);
    await post(nadia, `/beneficiaries/${id}/legal-representatives`, { ...mother, phone: 'douze' }).expect(422);
    await post(asker, `/beneficiaries/${id}/legal-representatives`, mother).expect(404);
  });
});
