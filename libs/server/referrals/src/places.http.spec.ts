import { randomUUID } from 'node:crypto';
import { aBeneficiary, aUnit, apiFor, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { ReferralsApi } from './referrals.module';

let db: TestDatabase;
let api: TestApi;
let sender: Professional;
let receiver: Professional;
let lead: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi]);
  [sender, receiver] = [await db.as.counsellor(), await db.as.counsellor()];
  const { unitId, operatorId } = receiver.actor;
  lead = await db.as.unitLead({ unitId, operatorId });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);
const left = async (): Promise<number | undefined> =>
  (await db.rows<{ places: number }>('select places from app.unit_place where unit_id = $1', [receiver.actor.unitId]))[0]?.places;

async function aSent(more: object = {}): Promise<string> {
  const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
  const draft = { beneficiaryId: person.id, kind: 'add', need: 'Un toit', theme: 'housing', receiverUnitId: receiver.actor.unitId };
  const { id } = (await post(sender, '/referrals', { ...draft, ...more }).expect(201)).body;
  await post(sender, `/referrals/${id}/send`, { agreement: { status: 'agreed', how: 'said' } }).expect(200);
  return id;
}

describe('the places of a team', () => {
  it('are told by its lead, taken by each acceptance, given back when it is undone, and none is given twice', async () => {
    const [first, second] = [await aSent(), await aSent()];
    await post(receiver, `/units/${receiver.actor.unitId}/places`, { places: 3 }).expect(403);
    await post(lead, `/units/${sender.actor.unitId}/places`, { places: 3 }).expect(404);
    const told = (await post(lead, `/units/${receiver.actor.unitId}/places`, { places: 1 }).expect(200)).body;
    expect(told).toEqual({ places: 1, toldAt: expect.any(String) });
    const both = await Promise.all([first, second].map((id) => post(receiver, `/referrals/${id}/accept`)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('referral.no_place');
    expect(await left()).toBe(0);
    const accepted = both[0]?.status === 200 ? first : second;
    await post(receiver, `/referrals/${accepted}/unaccept`, { reason: 'Erreur' }).expect(200);
    expect(await left()).toBe(1);
  });

  it('hold nobody back where the team says nothing of them', async () => {
    await post(lead, `/units/${receiver.actor.unitId}/places`, { places: null }).expect(200);
    await post(receiver, `/referrals/${await aSent()}/accept`).expect(200);
    expect(await left()).toBeUndefined();
  });
});

describe('the next choices of a sender', () => {
  it('are the sender’s alone, ready once the first one declined, and go along with the referral that follows', async () => {
    const [next, last] = [await aUnit(db), await aUnit(db)];
    const id = await aSent({ thenUnitIds: [next.id, last.id] });
    expect((await api.as(receiver).get(`/api/referrals/${id}`).expect(200)).body.thenTo).toEqual([]);
    await post(receiver, `/referrals/${id}/decline`, { reason: 'no_place' }).expect(200);
    const declined = (await api.as(sender).get(`/api/referrals/${id}`).expect(200)).body;
    expect(declined.thenTo.map(({ unitId }: { unitId: string }) => unitId)).toEqual([next.id, last.id]);
    const { person, need, theme } = declined;
    const again = { beneficiaryId: person.beneficiaryId, kind: 'add', need, theme, receiverUnitId: next.id, parentId: id };
    const draft = (await post(sender, '/referrals', again).expect(201)).body;
    expect(draft.thenTo.map(({ unitId }: { unitId: string }) => unitId)).toEqual([last.id]);
    await post(sender, '/referrals', { ...again, thenUnitIds: [randomUUID()] }).expect(422);
  });
});
