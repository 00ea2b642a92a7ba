import { randomUUID } from 'node:crypto';
import { civilDateIn, type Instant, plusDays, plusMinutes } from '@relais/domain';
import {
  aBeneficiary,
  anAppointment,
  anInterview,
  apiFor,
  aReferral,
  build,
  type Professional,
  type TestApi,
  TestClock,
  testDatabase,
  type TestDatabase,
  watchNextRead,
} from '@relais/testing';
import { InterviewsApi } from './index';

const ZONE = 'Indian/Reunion';
const at = { region: '04' } as const;

let db: TestDatabase;
let api: TestApi;
let clock: TestClock;
let awa: Professional;

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock();
  api = await apiFor(db, [InterviewsApi], { clock });
  awa = await db.as.counsellor(at);
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const from = (minutes: number): Instant => plusMinutes(clock.now(), minutes);
const today = () => civilDateIn(ZONE, clock.now());
/** Half past midnight of a day in La Réunion: still the evening before in UTC. */
const nightOf = (day: string): string => `${plusDays(day as ReturnType<typeof today>, -1)}T20:30:00.000Z`;
const someone = (more: object = {}, who = awa) => aBeneficiary(db, { ...at, lead_post_id: who.actor.postId, ...more });
const slot = (beneficiaryId: string, startsAt: string, more: object = {}, who = awa) =>
  anAppointment(db, { ...at, beneficiary_id: beneficiaryId, post_id: who.actor.postId, starts_at: startsAt, ...more });
const day = (who = awa) => api.as(who).get('/api/day');

describe('the day page', () => {
  it('says of an empty day that it is empty', async () => {
    const { body } = await day(await db.as.counsellor(at)).expect(200);
    expect(body).toMatchObject({
      today: today(),
      timeZone: ZONE,
      meetings: [],
      todo: [],
      untraced: [],
      nextMeeting: null,
      longestUnseen: [],
    });
    expect(body.counts).toEqual({ meetings: 0, referralsWaiting: 0, notesToFinish: 0, overdueActions: 0, silent: 0, untraced: 0 });
  });

  it('lists the meetings of the region’s own day with what one needs to know before, not those of the day after', async () => {
    const who = await db.as.counsellor(at);
    const { id } = await someone({ given_name: 'Jean-Marc', family_name: 'Hoarau', interpreter: true, last_contact_at: from(-1440) }, who);
    const interview = { ...at, beneficiary_id: id, author_post_id: who.actor.postId };
    await anInterview(db, { ...interview, status: 'sealed', themes: ['mobility'] });
    await build(db, 'action', { ...at, beneficiary_id: id, operator_id: who.actor.operatorId, words: 'Passer le code', owner: 'person' });
    const { id: now } = await slot(id, nightOf(today()), { purpose: 'Bilan' }, who);
    const { id: next } = await slot(id, nightOf(plusDays(today(), 1)), {}, who);
    await slot(id, nightOf(today()), { status: 'cancelled' }, who);
    const { body } = await day(who).expect(200);
    expect(body.meetings).toHaveLength(1);
    expect(body.meetings[0]).toMatchObject({
      appointmentId: now,
      name: 'Jean-Marc Hoarau',
      purpose: 'Bilan',
      interviewId: null,
      context: { lastThemes: ['mobility'], nextAction: 'Passer le code', openActions: 1, interpreter: true, lastContactAt: from(-1440) },
    });
    expect(body.nextMeeting).toMatchObject({ appointmentId: next });
    expect(body.longestUnseen).toMatchObject([{ beneficiaryId: id }]);
  });

  it('ends with the meetings that left no trace, until one is begun', async () => {
    const who = await db.as.counsellor(at);
    const { id } = await someone({}, who);
    const { id: over } = await slot(id, from(-180), {}, who);
    await slot(id, from(-180), { status: 'no_show' }, who);
    await slot(id, from(-10), {}, who);
    expect((await day(who)).body.untraced).toMatchObject([{ appointmentId: over }]);
    await api
      .as(who)
      .post('/api/interviews')
      .set('idempotency-key', randomUUID())
      .send({ beneficiaryId: id, appointmentId: over, mode: 'on_site', happenedAt: from(-180) })
      .expect(201);
    const { body } = await day(who);
    expect(body).toMatchObject({ untraced: [], counts: { untraced: 0, notesToFinish: 1 } });
  });

  it('asks first for what hurts most, with the reason, and never for what is not mine', async () => {
    const who = await db.as.counsellor(at);
    const { id } = await someone({ last_contact_at: from(-100 * 1440) }, who);
    const other = await db.as.counsellor(at);
    const owned = { ...at, beneficiary_id: id, operator_id: who.actor.operatorId, owner: 'staff', due_on: plusDays(today(), -3) };
    await build(db, 'action', { ...owned, words: 'Rappeler', owner_post_id: who.actor.postId });
    await build(db, 'action', { ...owned, words: 'D’une autre', owner_post_id: other.actor.postId });
    await anInterview(db, { ...at, beneficiary_id: id, author_post_id: who.actor.postId, happened_at: from(-3 * 1440) });
    const sent = { ...at, receiver_unit_id: who.actor.unitId };
    await aReferral(db, { ...sent, due_at: from(-60), need: 'Logement perdu', sent_at: from(-5000) });
    await aReferral(db, { ...sent, due_at: from(600), theme: 'health' });
    await aReferral(db, { ...at, due_at: from(-60) });
    const { body } = await day(who).expect(200);
    expect(body.todo.map(({ reason }: { reason: string }) => reason)).toEqual([
      'referral_overdue',
      'silence',
      'note_to_finish',
      'referral_waiting',
      'action_overdue',
    ]);
    expect(body.todo[0]).toMatchObject({ words: 'Logement perdu', name: null, beneficiaryId: null });
    expect(body.todo[4]).toMatchObject({ words: 'Rappeler', version: 1 });
    expect(body.counts).toMatchObject({ referralsWaiting: 2, notesToFinish: 1, overdueActions: 1, silent: 1 });
  });

  it('names whom the inbox names, and asks those who accompany about a claim, not those who claim', async () => {
    const [who, claims] = [await db.as.counsellor(at), await db.as.counsellor(at)];
    const { id } = await someone({ given_name: 'Iris', family_name: 'Payet', last_contact_at: from(-60) }, who);
    const claim = { ...at, kind: 'claim', beneficiary_id: id, sender_unit_id: who.actor.unitId, receiver_unit_id: claims.actor.unitId };
    await aReferral(db, { ...claim, summary: { name: 'I. P.' }, due_at: from(600) });
    expect((await day(who).expect(200)).body.todo).toMatchObject([{ reason: 'referral_waiting', name: 'Iris Payet' }]);
    expect((await day(claims).expect(200)).body.todo).toEqual([]);
    await aReferral(db, { ...at, receiver_unit_id: claims.actor.unitId, summary: { name: 'Malik Fontaine' }, due_at: from(600) });
    expect((await day(claims).expect(200)).body.todo).toMatchObject([{ name: 'Malik Fontaine', beneficiaryId: null }]);
  });

  it('asks for seven things at most, and counts them all', async () => {
    const who = await db.as.counsellor(at);
    for (let left = 9; left > 0; left--) await someone({ last_contact_at: from(-40 * 1440) }, who);
    const { body } = await day(who).expect(200);
    expect(body.todo).toHaveLength(7);
    expect(body.counts.silent).toBe(9);
    expect(body.longestUnseen).toHaveLength(3);
  });

  it('is one row of the journal and one round trip, however full the day', async () => {
    const who = await db.as.counsellor(at);
    const { id } = await someone({}, who);
    for (let left = 5; left > 0; left--) await slot(id, nightOf(today()), {}, who);
    await day(who).expect(200);
    const trace = await db.rows(`select object_type, object_id from app.audit where post_id = $1`, [who.actor.postId]);
    expect(trace).toEqual([{ object_type: 'post', object_id: who.actor.postId }]);
    const asked = await watchNextRead(api);
    await day(who).expect(200);
    expect(asked).toEqual([...Array<string>(10).fill('first'), 'later']);
  });

  it('puts a matter off until a later day, for me alone, and takes it back', async () => {
    const who = await db.as.counsellor(at);
    const { id } = await someone({ last_contact_at: from(-100 * 1440) }, who);
    const mine = { ...at, beneficiary_id: id, operator_id: who.actor.operatorId, owner: 'staff', owner_post_id: who.actor.postId };
    const { id: late } = await build<{ id: string }>(db, 'action', { ...mine, words: 'Rappeler', due_on: plusDays(today(), -3) });
    const matters = async () => (await day(who).expect(200)).body.todo.map(({ objectId }: { objectId: string }) => objectId);
    const putOff = (objectId: string, until: string) => api.as(who).post('/api/day/snoozes').send({ objectId, until }).expect(200);
    expect(await matters()).toEqual([id, late]);
    await putOff(late, plusDays(today(), 1));
    await putOff(id, plusDays(today(), 7));
    const { body } = await day(who).expect(200);
    expect(body).toMatchObject({ todo: [], counts: { overdueActions: 0, silent: 0 }, longestUnseen: [{ beneficiaryId: id }] });
    await putOff(late, today());
    expect(await matters()).toEqual([late]);
  });
});
