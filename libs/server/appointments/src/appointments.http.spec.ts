import { randomUUID } from 'node:crypto';
import { type Instant, plusMinutes } from '@relais/domain';
import {
  aBeneficiary,
  apiFor,
  aReferral,
  aSupport,
  type Professional,
  type TestApi,
  TestClock,
  testDatabase,
  type TestDatabase,
} from '@relais/testing';
import { AppointmentsApi } from './index';

let db: TestDatabase;
let api: TestApi;
let clock: TestClock;
let nadia: Professional;
let colleague: Professional;
let partner: Professional;
let overseas: Professional;
let beneficiaryId: string;

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock();
  api = await apiFor(db, [AppointmentsApi], { clock });
  nadia = await db.as.counsellor();
  colleague = await db.as.counsellor({ unitId: nadia.actor.unitId });
  partner = await db.as.counsellor();
  overseas = await db.as.counsellor({ region: '04' });
  ({ id: beneficiaryId } = await aBeneficiary(db, { lead_post_id: nadia.actor.postId }));
  await aSupport(db, { beneficiary_id: beneficiaryId, unit_id: partner.actor.unitId });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const MOVES = ['honour', 'no-show', 'excuse', 'cancel'] as const;
const from = (minutes: number): Instant => plusMinutes(clock.now(), minutes);
const plan = (body: object = {}, who = nadia, key: string = randomUUID()) =>
  api
    .as(who)
    .post('/api/appointments')
    .set('idempotency-key', key)
    .send({ beneficiaryId, startsAt: from(-10), minutes: 45, beside: true, ...body });
const settle = (id: string, move: (typeof MOVES)[number], who = nadia) => api.as(who).post(`/api/appointments/${id}/${move}`);

describe('planning a meeting', () => {
  it('books a slot of mine, once for a double click', async () => {
    const key = randomUUID();
    const answers = await Promise.all([plan({ place: 'Bureau 12' }, nadia, key), plan({ place: 'Bureau 12' }, nadia, key)]);
    const [first, second] = answers.map(({ body }) => body);
    expect(first).toMatchObject({ status: 'planned', place: 'Bureau 12', postId: nadia.actor.postId, interviewId: null, version: 1 });
    expect(second.id).toBe(first.id);
  });

  it('books a slot of a colleague of my operator, not of another operator', async () => {
    const { body } = await plan({ postId: colleague.actor.postId }).expect(201);
    expect(body.postId).toBe(colleague.actor.postId);
    expect((await plan({ postId: partner.actor.postId }).expect(422)).body.errors[0].pointer).toBe('/postId');
  });

  it('serves a referral of that person, and no other', async () => {
    const referral = await aReferral(db, { beneficiary_id: beneficiaryId, sender_post_id: nadia.actor.postId });
    expect((await plan({ referralId: referral.id }).expect(201)).body.referralId).toBe(referral.id);
    expect((await plan({ referralId: randomUUID() }).expect(422)).body.errors[0].pointer).toBe('/referralId');
  });

  it('needs a file that one sees: a person of another region is nobody', async () => {
    const hidden = await plan({}, overseas).expect(404);
    const nobody = await plan({ beneficiaryId: randomUUID() }).expect(404);
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...nobody.body, requestId: '' });
  });
});

describe('what became of a meeting', () => {
  it.each([
    ['honour', 'honoured'],
    ['no-show', 'no_show'],
    ['excuse', 'excused'],
    ['cancel', 'cancelled'],
  ] as const)('%s settles it as %s, tells it, and nothing settles it twice', async (move, status) => {
    const { body } = await plan().expect(201);
    expect((await settle(body.id, move).expect(200)).body).toMatchObject({ status, version: 2 });
    for (const other of MOVES) expect((await settle(body.id, other).expect(409)).body.code).toBe('appointment.settled');
    const told = await db.rows<{ event: string; payload: object }>(
      `select event, payload from app.outbox where payload ->> 'objectId' = $1`,
      [body.id],
    );
    expect(told.map(({ event }) => event).sort()).toEqual([`appointment.${status}`, 'appointment.planned'].sort());
    expect(told[0]?.payload).toMatchObject({ beneficiaryId, unitId: nadia.actor.unitId, appointmentId: body.id });
  });

  it('has one winner when two people settle it at once', async () => {
    const { body } = await plan().expect(201);
    const answers = await Promise.all([settle(body.id, 'honour'), settle(body.id, 'no-show', colleague), settle(body.id, 'cancel')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('cannot be honoured the day before, nor missed before it begins', async () => {
    const { body } = await plan({ startsAt: from(1440) }).expect(201);
    expect((await settle(body.id, 'honour').expect(409)).body.code).toBe('appointment.not_yet');
    expect((await settle(body.id, 'no-show').expect(409)).body.code).toBe('appointment.not_yet');
    await settle(body.id, 'excuse').expect(200);
  });

  it('an honoured one is a contact with the person', async () => {
    const { id: personId } = await aBeneficiary(db, { lead_post_id: nadia.actor.postId });
    const startsAt = from(-30);
    const { body } = await plan({ beneficiaryId: personId, startsAt }).expect(201);
    await settle(body.id, 'honour').expect(200);
    expect(await db.rows('select last_contact_at as at from app.beneficiary where id = $1', [personId])).toEqual([{ at: startsAt }]);
  });

  it('is said by the operator that planned it: another accompanying one may not, another region finds nothing', async () => {
    const { body } = await plan().expect(201);
    await settle(body.id, 'honour', partner).expect(403);
    for (const move of MOVES) {
      const [hidden, none] = await Promise.all([settle(body.id, move, overseas), settle(randomUUID(), move)]);
      expect({ status: hidden.status, ...hidden.body, requestId: '' }).toEqual({ status: 404, ...none.body, requestId: '' });
    }
  });
});

describe('the agenda', () => {
  it("lists my slots of the region's own days in order, page by page, and journals the reading once", async () => {
    const away = await db.as.counsellor({ region: '04' });
    const { id: personId } = await aBeneficiary(db, { region: '04', lead_post_id: away.actor.postId });
    // 20:30 UTC is already the next day in La Réunion.
    for (const startsAt of ['2026-11-24T20:30:00.000Z', '2026-11-25T05:00:00.000Z', '2026-11-24T05:00:00.000Z'])
      await plan({ beneficiaryId: personId, startsAt }, away).expect(201);
    const first = await api.as(away).get('/api/appointments?from=2026-11-25&to=2026-11-25&limit=1').expect(200);
    expect(first.body.items.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual(['2026-11-24T20:30:00.000Z']);
    const second = await api.as(away).get(`/api/appointments?from=2026-11-25&to=2026-11-25&limit=1&after=${first.body.next}`).expect(200);
    expect(second.body.items.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual(['2026-11-25T05:00:00.000Z']);
    expect(second.body.next).toBeNull();
    const trace = await db.rows(`select id from app.audit where post_id = $1 and action = 'appointment.list_read'`, [away.actor.postId]);
    expect(trace).toHaveLength(2);
  });

  it('refuses days in the wrong order, a year at once, and a place that we did not write', async () => {
    const ask = (query: string) => api.as(nadia).get(`/api/appointments?${query}`);
    await ask('from=2026-11-25&to=2026-11-24').expect(422);
    await ask('from=2026-01-01&to=2026-12-31').expect(422);
    await ask('from=2026-11-01').expect(422);
    await ask(`from=2026-11-01&to=2026-11-02&after=${Buffer.from('["a","b"]').toString('base64url')}`).expect(422);
  });
});

describe('who may', () => {
  it.each(['operatorAdministrator', 'regionalManager', 'regionalCoordinator', 'regionalAdministrator', 'dataProtectionOfficer'] as const)(
    'a post of %s neither reads nor plans nor settles',
    async (name) => {
      const who = await db.as[name]({ unitId: nadia.actor.unitId });
      const { body } = await plan().expect(201);
      const answers = [await plan({}, who), await api.as(who).get('/api/appointments?from=2026-11-01&to=2026-11-02')];
      for (const move of MOVES) answers.push(await settle(body.id, move, who));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    },
  );
});
