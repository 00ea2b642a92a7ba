import { randomUUID } from 'node:crypto';
import { AppointmentsApi } from '@relais/server/appointments';
import { InterviewsApi } from '@relais/server/interviews';
import { ReferralsApi } from '@relais/server/referrals';
import { aBeneficiary, apiFor, aSupport, aUnit, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';

let db: TestDatabase;
let api: TestApi;
let sender: Professional;
let receiver: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi, AppointmentsApi, InterviewsApi]);
  [sender, receiver] = [await db.as.counsellor(), await db.as.counsellor()];
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);

/** An accepted referral of a new person. */
async function anAccepted(kind: 'add' | 'redirect'): Promise<{ id: string; personId: string }> {
  const { id: personId } = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
  const draft = { beneficiaryId: personId, kind, need: 'Un toit', theme: 'housing', receiverUnitId: receiver.actor.unitId };
  const { id } = (await post(sender, '/referrals', draft).expect(201)).body;
  await post(sender, `/referrals/${id}/send`, { agreement: { status: 'agreed', how: 'said' } }).expect(200);
  await post(receiver, `/referrals/${id}/accept`).expect(200);
  return { id, personId };
}

const sealed = (who: Professional, beneficiaryId: string, more: object = {}) =>
  post(who, '/interviews', {
    beneficiaryId,
    mode: 'on_site',
    happenedAt: new Date().toISOString(),
    seal: true,
    notes: [{ audience: 'operator', body: 'Première rencontre.' }],
    ...more,
  });

const statusOf = async (id: string): Promise<string> => (await api.as(sender).get(`/api/referrals/${id}`).expect(200)).body.status;
const leadOf = async (personId: string): Promise<unknown> =>
  (await db.rows<{ lead: string }>('select lead_post_id as lead from app.beneficiary where id = $1', [personId]))[0]?.lead;

describe('first contact', () => {
  it('stands in the referral as soon as the interview of the receiver is sealed, without the worker', async () => {
    const { id, personId } = await anAccepted('redirect');
    await sealed(receiver, personId).expect(201);
    expect(await statusOf(id)).toBe('in_progress');
    expect(await leadOf(personId)).toBe(receiver.actor.postId);
  });

  it('stands in the referral as soon as the appointment is honoured', async () => {
    const { id, personId } = await anAccepted('add');
    const slot = { beneficiaryId: personId, startsAt: new Date(Date.now() + 60_000).toISOString(), minutes: 30, referralId: id };
    const { body } = await post(receiver, '/appointments', slot).expect(201);
    await post(receiver, `/appointments/${body.id}/honour`).expect(200);
    expect(await statusOf(id)).toBe('in_progress');
    expect(await leadOf(personId)).toBe(sender.actor.postId);
  });

  it('is written once when the sealed interview honours its appointment', async () => {
    const { id, personId } = await anAccepted('add');
    const slot = { beneficiaryId: personId, startsAt: new Date(Date.now() + 60_000).toISOString(), minutes: 30, referralId: id };
    const { body } = await post(receiver, '/appointments', slot).expect(201);
    await sealed(receiver, personId, { appointmentId: body.id }).expect(201);
    const log = await db.rows(`select move from app.referral_transition where referral_id = $1 and move = 'record_contact'`, [id]);
    expect(log).toHaveLength(1);
  });

  it('is not written when the interview can not be sealed: nothing of it remains', async () => {
    const { id, personId } = await anAccepted('redirect');
    await sealed(receiver, personId, { notes: [{ audience: 'operator', body: ' ' }] }).expect(422);
    expect(await statusOf(id)).toBe('accepted');
    expect(await leadOf(personId)).toBe(sender.actor.postId);
  });

  it('is not what the sender, a letter or a third party tells', async () => {
    const { id, personId } = await anAccepted('add');
    await sealed(sender, personId).expect(201);
    for (const mode of ['mail', 'third_party']) await sealed(receiver, personId, { mode }).expect(201);
    expect(await statusOf(id)).toBe('accepted');
  });

  it('never stands in the way of an interview of somebody who does not see the referral', async () => {
    const { id, personId } = await anAccepted('add');
    const team = await aUnit(db, { operator_id: receiver.actor.operatorId, parent_id: receiver.actor.unitId });
    const below = await db.as.counsellor({ unitId: team.id });
    await aSupport(db, { beneficiary_id: personId, unit_id: team.id });
    await sealed(below, personId).expect(201);
    expect(await statusOf(id)).toBe('accepted');
  });
});
