import { randomUUID } from 'node:crypto';
import { type CivilDate, civilDateIn, type Instant, isWorkingDay, minuteOfDay, plusDays, plusMinutes } from '@relais/domain';
import { calendarOf } from '@relais/server/kernel';
import {
  aBeneficiary,
  aGroupSession,
  anAppointment,
  aReferral,
  apiFor,
  build,
  aSupport,
  type Professional,
  type TestApi,
  TestClock,
  testDatabase,
  type TestDatabase,
} from '@relais/testing';
import { AppointmentsApi } from './index';

const clock = new TestClock();
const TODAY = civilDateIn('Europe/Paris', clock.now());
const calendar = calendarOf('53', 'Europe/Paris', Number(TODAY.slice(0, 4)));
/** The working days of the region to come, from tomorrow on. */
const DAYS = Array.from({ length: 60 }, (_, index) => plusDays(TODAY, index + 1)).filter((day) => isWorkingDay(day, calendar));

let db: TestDatabase;
let api: TestApi;
let me: Professional;
let colleague: Professional;
let partner: Professional;
let stranger: Professional;
let overseas: Professional;
let beneficiaryId: string;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [AppointmentsApi], { clock });
  me = await db.as.counsellor();
  colleague = await db.as.counsellor({ unitId: me.actor.unitId });
  partner = await db.as.counsellor();
  stranger = await db.as.counsellor();
  overseas = await db.as.counsellor({ region: '04' });
  ({ id: beneficiaryId } = await aBeneficiary(db, { lead_post_id: me.actor.postId }));
  await aSupport(db, { beneficiary_id: beneficiaryId, unit_id: partner.actor.unitId, referent_post_id: partner.actor.postId });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const day = (number: number): CivilDate => DAYS[number - 1] as CivilDate;
const at = (number: number, hour: string): Instant => {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  return minuteOfDay(day(number), hours * 60 + minutes, 'Europe/Paris');
};
const ago = (minutes: number): Instant => plusMinutes(clock.now(), -minutes);
const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);
const plan = (body: object, who = me) => post(who, '/appointments', { beneficiaryId, minutes: 45, ...body });
const get = (who: Professional, path: string, query: object = {}) => api.as(who).get(`/api${path}`).query(query);

describe('the hours at which one meets people', () => {
  it('are those of the region until they are said, then one’s own as a whole', async () => {
    expect((await get(me, '/agenda/availability').expect(200)).body).toMatchObject({ said: false, windows: { length: 10 } });
    const windows = [
      { weekday: 4, from: 540, to: 720, place: 'Rennes' },
      { weekday: 5, from: 810, to: 1020, place: 'Fougères' },
    ];
    expect((await api.as(me).put('/api/agenda/availability').send({ windows }).expect(200)).body).toEqual({ said: true, windows });
    expect((await get(me, '/agenda/availability')).body.windows).toEqual(windows);
    expect((await get(colleague, '/agenda/availability')).body.said).toBe(false);
    const other = [{ ...windows[0], place: 'Ailleurs' }];
    const kept = (week: readonly object[]) => api.as(me).put('/api/agenda/availability').send({ windows: week }).expect(200);
    await Promise.all([kept(windows), kept(other)]);
    expect([windows, other]).toContainEqual((await get(me, '/agenda/availability')).body.windows);
    expect((await api.as(me).put('/api/agenda/availability').send({ windows: [] }).expect(200)).body.said).toBe(false);
  });

  it('are refused when two periods overlap', async () => {
    const windows = [
      { weekday: 1, from: 540, to: 720, place: '' },
      { weekday: 1, from: 700, to: 800, place: '' },
    ];
    const { body } = await api.as(me).put('/api/agenda/availability').send({ windows }).expect(422);
    expect(body).toMatchObject({ code: 'availability.overlap', errors: [{ pointer: '/windows/1/to' }] });
  });
});

describe('free or busy', () => {
  it('says when a professional of another operator is taken, and nothing else', async () => {
    const { id } = await aBeneficiary(db, { lead_post_id: stranger.actor.postId });
    const startsAt = at(6, '09:00');
    await plan({ beneficiaryId: id, startsAt, purpose: 'Bilan' }, stranger).expect(201);
    const asked = { postId: stranger.actor.postId, from: day(6), to: day(6) };
    const { body } = await get(me, '/agenda/busy', asked).expect(200);
    expect(body.items).toEqual([{ startsAt, endsAt: plusMinutes(startsAt, 45) }]);
    expect(JSON.stringify(body)).not.toMatch(/Jeanne|Bilan/);
  });

  it('does not exist for whom one can’t know: another region, a sensitive operator', async () => {
    const asked = { postId: me.actor.postId, from: TODAY, to: TODAY };
    await get(overseas, '/agenda/busy', asked).expect(404);
    const hidden = await db.as.counsellor();
    await db.arranging('53').rows(`update app.operator set sensitive = true where region = '53' and id = $1`, [hidden.actor.operatorId]);
    await get(me, '/agenda/busy', { ...asked, postId: hidden.actor.postId }).expect(404);
    const slots = { minutes: 45, before: day(5), withPostId: hidden.actor.postId };
    expect((await get(me, '/agenda/slots', slots).expect(422)).body.errors[0].pointer).toBe('/withPostId');
    await plan({ startsAt: at(20, '09:00'), withPostId: hidden.actor.postId }).expect(422);
  });
});

describe('the slot finder', () => {
  it('proposes three moments over two agendas, the place of my hours, and who will be there', async () => {
    const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 720, place: 'Rennes, bureau 2' }));
    await api.as(colleague).put('/api/agenda/availability').send({ windows }).expect(200);
    const { id } = await aBeneficiary(db, { lead_post_id: colleague.actor.postId });
    await plan({ beneficiaryId: id, startsAt: at(1, '09:00') }, colleague).expect(201);
    await anAppointment(db, { beneficiary_id: beneficiaryId, post_id: partner.actor.postId, starts_at: at(1, '10:00') });
    const asked = { minutes: 45, buffer: 15, from: day(1), before: day(9), withPostId: partner.actor.postId };
    const { body } = await get(colleague, '/agenda/slots', asked).expect(200);
    expect(body.said).toBe(false);
    expect(body.items.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual([at(1, '11:00'), at(2, '09:00'), at(3, '09:00')]);
    expect(body.items[0]).toMatchObject({ place: 'Rennes, bureau 2', withPostId: partner.actor.postId, withName: 'Camille Le Goff' });
  });

  it('takes anybody of a team, and a colleague as the host', async () => {
    const asked = { minutes: 30, before: day(9), withUnitId: partner.actor.unitId, hostId: colleague.actor.postId };
    const { body } = await get(me, '/agenda/slots', asked).expect(200);
    expect(body.items[0]).toMatchObject({ hostId: colleague.actor.postId, withPostId: partner.actor.postId });
    await get(me, '/agenda/slots', { ...asked, hostId: partner.actor.postId }).expect(422);
    await get(me, '/agenda/slots', { ...asked, before: plusDays(TODAY, -1) }).expect(422);
  });

  it('offers those who accompany the person, of any operator', async () => {
    const { body } = await get(me, '/agenda/partners', { beneficiaryId }).expect(200);
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ postId: partner.actor.postId, mine: false }),
        expect.objectContaining({ postId: null, unitId: partner.actor.unitId }),
      ]),
    );
    await get(stranger, '/agenda/partners', { beneficiaryId }).expect(404);
  });

  it('says with them how the person may be reached', async () => {
    const rule = 'Pas avant 18 h, ne rien dire à sa mère.';
    const { id } = await aBeneficiary(db, { lead_post_id: me.actor.postId, unsafe_to_contact: true, contact_rule: rule });
    const { body } = await get(me, '/agenda/partners', { beneficiaryId: id }).expect(200);
    expect(body).toMatchObject({ unsafeToContact: true, contactRule: rule });
  });
});

describe('two meetings at one time', () => {
  it('are explained before, refused unless wished, and then stand side by side', async () => {
    const startsAt = at(7, '14:00');
    await plan({ startsAt }).expect(201);
    const { body } = await get(me, '/agenda/clashes', { startsAt: at(7, '14:30'), minutes: 30 }).expect(200);
    expect(body.items).toEqual([
      { postId: me.actor.postId, mine: true, startsAt, endsAt: at(7, '14:45'), name: expect.stringContaining('Jeanne') },
    ]);
    const refused = await plan({ startsAt: at(7, '14:30') }).expect(409);
    expect(refused.body).toMatchObject({ code: 'appointment.clash', errors: [{ pointer: '/startsAt' }] });
    await plan({ startsAt: at(7, '14:30'), beside: true }).expect(201);
    await plan({ startsAt: at(7, '15:15') }).expect(201);
  });

  it('of a colleague of another operator are said without a name', async () => {
    const startsAt = at(8, '14:00');
    await plan({ startsAt }, partner).expect(201);
    const { body } = await get(me, '/agenda/clashes', { startsAt, minutes: 30, withPostId: partner.actor.postId }).expect(200);
    expect(body.items).toEqual([expect.objectContaining({ postId: partner.actor.postId, mine: false, name: null })]);
    await plan({ startsAt, withPostId: partner.actor.postId }).expect(409);
  });

  it('are one when several people take the same hour at the same moment', async () => {
    const startsAt = at(9, '09:00');
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => plan({ startsAt: plusMinutes(startsAt, index * 5) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });
});

describe('moving a meeting', () => {
  it('gives it another moment that both agendas hold, and says so', async () => {
    const { body } = await plan({ startsAt: at(10, '09:00'), withPostId: partner.actor.postId, place: 'Bureau 1' }).expect(201);
    expect(body).toMatchObject({ withPostId: partner.actor.postId, withName: 'Camille Le Goff' });
    const moved = await post(me, `/appointments/${body.id}/move`, { startsAt: at(10, '09:15'), minutes: 60 }).expect(200);
    expect(moved.body).toMatchObject({ startsAt: at(10, '09:15'), minutes: 60, place: 'Bureau 1', version: 2 });
    const then = { from: day(10), to: day(10) };
    expect((await get(partner, '/appointments', then).expect(200)).body.items[0]).toMatchObject({ id: body.id });
    const [told] = await db.rows<{ payload: object }>(
      `select payload from app.outbox where event = 'appointment.moved' and payload ->> 'objectId' = $1`,
      [body.id],
    );
    expect(told?.payload).toMatchObject({ tellPostId: me.actor.postId, tellWithPostId: partner.actor.postId });
  });

  it('is not for what is settled, for the past, for whoever did not plan it, or into another meeting', async () => {
    const { body } = await plan({ startsAt: at(11, '09:00') }).expect(201);
    const move = (startsAt: Instant, who = me) => post(who, `/appointments/${body.id}/move`, { startsAt });
    expect((await move(ago(60)).expect(422)).body.code).toBe('appointment.past');
    await move(at(12, '09:00'), partner).expect(403);
    await move(at(12, '09:00'), stranger).expect(404);
    await plan({ startsAt: at(11, '11:00') }).expect(201);
    expect((await move(at(11, '11:30')).expect(409)).body.code).toBe('appointment.clash');
    await post(me, `/appointments/${body.id}/cancel`).expect(200);
    expect((await move(at(12, '09:00')).expect(409)).body.code).toBe('appointment.settled');
  });
});

describe('meetings of which nobody said what became of them', () => {
  it('are listed once they are over, latest first', async () => {
    const who = await db.as.counsellor();
    const { id } = await aBeneficiary(db, { lead_post_id: who.actor.postId });
    const slots = [ago(1500), ago(60), ago(30), at(1, '09:00')];
    for (const starts_at of slots) await anAppointment(db, { beneficiary_id: id, starts_at });
    await anAppointment(db, { beneficiary_id: id, starts_at: ago(300), status: 'honoured' });
    const { body } = await get(who, '/agenda/to-fill').expect(200);
    expect(body.items.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual([slots[1], slots[0]]);
  });
});

describe('a collective session', () => {
  const session = (body: object = {}, who = me) =>
    post(who, '/group-sessions', {
      title: 'Atelier CV',
      startsAt: at(13, '14:00'),
      minutes: 120,
      capacity: 2,
      place: 'Salle 2',
      beside: true,
      ...body,
    });
  const seat = (id: string, who = me, personId = beneficiaryId) =>
    post(who, `/group-sessions/${id}/participants`, { beneficiaryId: personId });

  it('gives places to people whose file one may read, whoever accompanies them, each ticked like any meeting', async () => {
    const { body } = await session().expect(201);
    const { id: theirs } = await aBeneficiary(db, { lead_post_id: partner.actor.postId });
    await seat(body.id, me, theirs).expect(404);
    await aSupport(db, { beneficiary_id: theirs, unit_id: me.actor.unitId });
    expect((await seat(body.id, me, theirs).expect(200)).body).toMatchObject({
      taken: 1,
      hidden: 0,
      participants: [{ status: 'planned' }],
    });
    const { participants } = (await seat(body.id).expect(200)).body;
    expect(participants).toHaveLength(2);
    expect((await seat(body.id).expect(409)).body.code).toBe('group.full');
    await post(me, `/appointments/${participants[0].appointmentId}/excuse`).expect(200);
    expect((await get(me, `/group-sessions/${body.id}`)).body).toMatchObject({ taken: 1 });
    expect(
      (await post(me, `/appointments/${participants[1].appointmentId}/move`, { startsAt: at(14, '09:00') }).expect(409)).body.code,
    ).toBe('appointment.of_session');
    const list = { from: day(13), to: day(13) };
    expect((await get(colleague, '/group-sessions', list)).body.items).toEqual([expect.objectContaining({ id: body.id, mine: false })]);
    expect((await get(partner, '/group-sessions', list)).body.items).toEqual([]);
    await get(partner, `/group-sessions/${body.id}`).expect(404);
  });

  it('never holds more people than places, however many ask at once', async () => {
    const { id } = await aGroupSession(db, { post_id: me.actor.postId, capacity: 3, starts_at: at(14, '09:00') });
    const people = await Promise.all(Array.from({ length: 8 }, () => aBeneficiary(db, { lead_post_id: me.actor.postId })));
    const answers = await Promise.all(people.map((person) => seat(id, me, person.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409, 409, 409, 409]);
    expect((await get(me, `/group-sessions/${id}`)).body).toMatchObject({ taken: 3 });
  });

  it('moves with everybody who is expected; not where it clashes, has no room for them, or has begun', async () => {
    const { body } = await session({ startsAt: at(17, '14:00'), capacity: 3 }).expect(201);
    await seat(body.id).expect(200);
    const move = (to: object, who = colleague) => post(who, `/group-sessions/${body.id}/move`, to);
    const moved = await move({ startsAt: at(18, '09:00'), minutes: 90, capacity: 1, place: 'Salle 4' }).expect(200);
    expect(moved.body).toMatchObject({
      startsAt: at(18, '09:00'),
      minutes: 90,
      capacity: 1,
      taken: 1,
      place: 'Salle 4',
      title: 'Atelier CV',
    });
    await plan({ startsAt: at(18, '11:00') }).expect(201);
    expect((await move({ startsAt: at(18, '10:30') }).expect(409)).body).toMatchObject({ code: 'appointment.clash' });
    await move({ startsAt: at(18, '10:30'), beside: true }).expect(200);
    expect((await move({ startsAt: ago(30), beside: true }).expect(422)).body.code).toBe('appointment.past');
    await move({ startsAt: at(18, '10:30') }, partner).expect(404);
    const { id } = await aGroupSession(db, { post_id: me.actor.postId, starts_at: at(19, '09:00'), capacity: 3 });
    const [one, other] = [beneficiaryId, (await aBeneficiary(db, { lead_post_id: me.actor.postId })).id];
    for (const person of [one, other]) await seat(id, me, person).expect(200);
    const small = await post(me, `/group-sessions/${id}/move`, { startsAt: at(19, '14:00'), capacity: 1, beside: true }).expect(409);
    expect(small.body).toMatchObject({ code: 'group.too_small', errors: [{ pointer: '/capacity' }] });
    const begun = await aGroupSession(db, { post_id: me.actor.postId, starts_at: ago(10) });
    expect((await post(me, `/group-sessions/${begun.id}/move`, { startsAt: at(19, '09:00') }).expect(409)).body.code).toBe('group.over');
  });

  it('takes no second place for one person, and none once it is cancelled', async () => {
    const { body } = await session({ startsAt: at(15, '14:00'), capacity: 9 }).expect(201);
    await seat(body.id).expect(200);
    expect((await seat(body.id).expect(409)).body.code).toBe('group.seated');
    expect((await post(colleague, `/group-sessions/${body.id}/cancel`).expect(200)).body.status).toBe('cancelled');
    expect((await seat(body.id).expect(409)).body.code).toBe('group.over');
    expect((await post(me, `/group-sessions/${body.id}/cancel`).expect(409)).body.code).toBe('group.over');
    expect((await session({ startsAt: ago(600) }).expect(422)).body.code).toBe('appointment.past');
  });

  it('counts those whose file is not open to the reader without naming them', async () => {
    const { body } = await session({ startsAt: at(16, '14:00') }).expect(201);
    const { id } = await aBeneficiary(db, { lead_post_id: me.actor.postId });
    await seat(body.id, me, id).expect(200);
    const otherSite = await db.as.counsellor({ operatorId: me.actor.operatorId });
    expect((await get(otherSite, `/group-sessions/${body.id}`).expect(200)).body).toMatchObject({ taken: 1, hidden: 1, participants: [] });
  });

  it('stands in the way of another meeting of its host', async () => {
    await session({ startsAt: at(17, '14:00') }).expect(201);
    expect((await plan({ startsAt: at(17, '15:00') }).expect(409)).body.code).toBe('appointment.clash');
  });
});

it('a meeting that serves a referral is found by its receiver in the agenda', async () => {
  const referral = await aReferral(db, { beneficiary_id: beneficiaryId, sender_post_id: me.actor.postId });
  const { body } = await plan({ startsAt: at(18, '09:00'), referralId: referral.id }).expect(201);
  expect(body.referralId).toBe(referral.id);
});

it('a professional who is away is taken on those days: no slot is found there', async () => {
  const who = await db.as.counsellor();
  const { postId, unitId, operatorId } = who.actor;
  const away = { post_id: postId, unit_id: unitId, operator_id: operatorId, created_by_post_id: postId };
  await build(db, 'absence', { ...away, kind: 'absence', reason: 'leave', starts_on: day(1), ends_on: day(4) });
  const asked = { minutes: 45, from: day(1), before: day(9), withPostId: postId };
  expect((await get(me, '/agenda/slots', asked).expect(200)).body.items[0].startsAt >= at(5, '09:00')).toBe(true);
  const { body } = await get(me, '/agenda/clashes', { startsAt: at(2, '10:00'), minutes: 30, withPostId: postId }).expect(200);
  expect(body.items).toEqual([expect.objectContaining({ postId, name: null })]);
});
