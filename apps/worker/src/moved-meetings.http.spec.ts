import { randomUUID } from 'node:crypto';
import { plusMinutes } from '@relais/domain';
import { AppointmentsApi, AppointmentsJobs } from '@relais/server/appointments';
import { Sealer } from '@relais/server/kernel';
import { NotificationsApi, NotificationsJobs, RemindAppointments } from '@relais/server/notifications';
import {
  aBeneficiary,
  aGroupSession,
  apiFor,
  aReferral,
  aSupport,
  type Professional,
  type TestApi,
  TestClock,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';

const clock = new TestClock();
const inHours = (hours: number) => plusMinutes(clock.now(), hours * 60);

let db: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let me: Professional;
let colleague: Professional;
let partner: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [NotificationsApi, AppointmentsApi], { clock });
  worker = await workerFor(db, [AppointmentsJobs, NotificationsJobs], { clock });
  [me, partner] = [await db.as.counsellor(), await db.as.counsellor()];
  colleague = await db.as.counsellor({ unitId: me.actor.unitId });
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);
const noticesOf = async (who: Professional): Promise<{ kind: string; detail: string }[]> =>
  (await api.as(who).get('/api/notices?only=unread').expect(200)).body.items;

const work = (): Promise<void> => worker.settle('53');

/** A person to whom e-mail may leave, unless said otherwise; accompanied by me and by the partner. */
async function aPerson(more: object = {}): Promise<string> {
  const sealer = worker.get(Sealer);
  const key = sealer.newKey();
  const reachable = { email_sealed: sealer.seal(key, 'jeanne@example.org'), sealed_key: key, contact_preference: 'email' };
  const { id } = await aBeneficiary(db, { lead_post_id: me.actor.postId, ...reachable, ...more });
  await aSupport(db, { beneficiary_id: id, unit_id: partner.actor.unitId });
  return id;
}
const mailsTo = async (id: string) =>
  (
    await db.rows<{ kind: string; reason: string | null }>(
      'select kind, reason from app.message where recipient_id = $1 order by created_at, id',
      [id],
    )
  )
    .map(({ kind, reason }) => (reason ? `${kind}: ${reason}` : kind))
    .sort();

describe('a meeting that moves', () => {
  it('is told to both professionals with its new moment, and to the person by mail', async () => {
    const beneficiaryId = await aPerson();
    const meeting = { beneficiaryId, startsAt: inHours(100), minutes: 45, withPostId: partner.actor.postId, beside: true };
    const { body } = await post(me, '/appointments', meeting).expect(201);
    await post(colleague, `/appointments/${body.id}/move`, { startsAt: inHours(120), beside: true }).expect(200);
    await work();
    for (const who of [me, partner])
      expect((await noticesOf(who))[0]).toMatchObject({ kind: 'appointment.moved', detail: inHours(120), beneficiaryId });
    expect(await noticesOf(colleague)).toEqual([]);
    expect(await mailsTo(beneficiaryId)).toEqual(['appointment_moved', 'appointment_planned']);
    await post(me, `/appointments/${body.id}/cancel`).expect(200);
    await work();
    expect((await noticesOf(partner))[0]).toMatchObject({ kind: 'appointment.cancelled' });
    expect(await mailsTo(beneficiaryId)).toEqual(['appointment_cancelled', 'appointment_moved', 'appointment_planned']);
  });

  it('of a referral is told to whoever sent the person', async () => {
    const beneficiaryId = await aPerson();
    const receiver = await db.as.counsellor();
    await aSupport(db, { beneficiary_id: beneficiaryId, unit_id: receiver.actor.unitId });
    const about = { beneficiary_id: beneficiaryId, sender_post_id: me.actor.postId, receiver_unit_id: receiver.actor.unitId };
    const referral = await aReferral(db, { ...about, status: 'accepted' });
    const meeting = { beneficiaryId, startsAt: inHours(200), minutes: 45, referralId: referral.id };
    const { body } = await post(receiver, '/appointments', meeting).expect(201);
    await post(receiver, `/appointments/${body.id}/move`, { startsAt: inHours(220) }).expect(200);
    await work();
    expect((await noticesOf(me))[0]).toMatchObject({ kind: 'appointment.moved', referralId: referral.id });
  });
});

describe('what a person is told', () => {
  it.each([
    ['unsafe to contact', { unsafe_to_contact: true }, 'unsafe_to_contact'],
    ['a rule in words', { contact_rule: 'Pas avant 18 h, ne rien dire à sa mère.' }, 'read_the_rule_first'],
    ['another way preferred', { contact_preference: 'phone' }, 'other_channel_preferred'],
  ])('honours %s, for a moved meeting, for a session and for their reminders', async (_, rule, reason) => {
    const beneficiaryId = await aPerson(rule);
    const { body } = await post(me, '/appointments', { beneficiaryId, startsAt: inHours(300), minutes: 30, beside: true }).expect(201);
    await post(me, `/appointments/${body.id}/move`, { startsAt: inHours(90), beside: true }).expect(200);
    const session = await aGroupSession(db, { post_id: me.actor.postId, starts_at: inHours(91) });
    await post(me, `/group-sessions/${session.id}/participants`, { beneficiaryId }).expect(200);
    await work();
    expect(new Set(await mailsTo(beneficiaryId))).toEqual(new Set([`appointment_planned: ${reason}`, `appointment_moved: ${reason}`]));
    const before = clock.now();
    clock.moveTo(plusMinutes(before, 44 * 60));
    await worker.get(RemindAppointments).execute('53');
    expect((await mailsTo(beneficiaryId)).filter((mail) => mail.startsWith('appointment_reminder'))).toEqual([
      `appointment_reminder: ${reason}`,
      `appointment_reminder: ${reason}`,
    ]);
    clock.moveTo(before);
  });

  it('is the new moment of a session that moved, as are whoever leads their file and whoever holds it, each once', async () => {
    const beneficiaryId = await aPerson({ lead_post_id: colleague.actor.postId });
    const silent = await aPerson({ unsafe_to_contact: true });
    const session = await aGroupSession(db, { post_id: me.actor.postId, starts_at: inHours(500) });
    for (const id of [beneficiaryId, silent])
      await post(me, `/group-sessions/${session.id}/participants`, { beneficiaryId: id }).expect(200);
    const mover = await db.as.counsellor({ unitId: me.actor.unitId });
    const to = { startsAt: inHours(520), minutes: 60, place: 'Salle 3', beside: true };
    const { body } = await post(mover, `/group-sessions/${session.id}/move`, to).expect(200);
    expect(body).toMatchObject({ startsAt: to.startsAt, minutes: 60, place: 'Salle 3', taken: 2 });
    await work();
    const places = 'select starts_at, minutes, place, status from app.appointment where group_session_id = $1';
    const there = { starts_at: to.startsAt, minutes: 60, place: 'Salle 3', status: 'planned' };
    expect(await db.rows(places, [session.id])).toEqual([there, there]);
    expect(await mailsTo(beneficiaryId)).toEqual(['appointment_moved', 'appointment_planned']);
    expect(await mailsTo(silent)).toContain('appointment_moved: unsafe_to_contact');
    const told = async (who: Professional) => (await noticesOf(who)).filter(({ detail }) => detail === to.startsAt);
    expect(await told(colleague)).toEqual([expect.objectContaining({ kind: 'appointment.moved', beneficiaryId })]);
    expect(await told(me)).toEqual([expect.objectContaining({ kind: 'appointment.moved', beneficiaryId: null })]);
    expect(await told(mover)).toEqual([]);
    await post(mover, `/group-sessions/${session.id}/move`, { startsAt: to.startsAt, capacity: 12, beside: true }).expect(200);
    await work();
    expect(await mailsTo(beneficiaryId)).toHaveLength(2);
  });

  it('is a place in a session like any meeting, and its end when the session is cancelled; whoever leads the file hears of it', async () => {
    const beneficiaryId = await aPerson({ lead_post_id: colleague.actor.postId });
    const startsAt = inHours(400);
    const session = await aGroupSession(db, { post_id: me.actor.postId, starts_at: startsAt });
    await post(me, `/group-sessions/${session.id}/participants`, { beneficiaryId }).expect(200);
    await post(me, `/group-sessions/${session.id}/cancel`).expect(200);
    await work();
    expect(await mailsTo(beneficiaryId)).toEqual(['appointment_cancelled', 'appointment_planned']);
    expect(await db.rows('select status from app.appointment where group_session_id = $1', [session.id])).toEqual([
      { status: 'cancelled' },
    ]);
    const told = (await noticesOf(colleague)).filter(({ kind }) => kind === 'appointment.cancelled');
    expect(told).toEqual([expect.objectContaining({ beneficiaryId, detail: startsAt })]);
  });
});
