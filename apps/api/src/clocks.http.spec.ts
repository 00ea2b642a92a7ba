import { randomUUID } from 'node:crypto';
import { plusDays, plusMinutes, plusMonths } from '@relais/domain';
import { AppointmentsApi } from '@relais/server/appointments';
import { InterviewsApi } from '@relais/server/interviews';
import { ReferralsApi } from '@relais/server/referrals';
import {
  aBeneficiary,
  aClock,
  anOperator,
  apiFor,
  aReferral,
  aSupport,
  build,
  type Professional,
  type TestApi,
  TestClock,
  testDatabase,
  type TestDatabase,
} from '@relais/testing';
import { ClocksApi } from '@relais/server/clocks';

let db: TestDatabase;
let api: TestApi;
let me: Professional;
let partner: Professional;
const clock = new TestClock();
const now = clock.now();
const today = clock.today('53');

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [AppointmentsApi, ClocksApi, InterviewsApi, ReferralsApi], { clock });
  me = await db.as.counsellor();
  partner = await db.as.counsellor();
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const aPerson = async (birth_date = `${plusMonths(today, -198)}`): Promise<string> => {
  const { id } = await aBeneficiary(db, { birth_date, lead_post_id: me.actor.postId });
  await aSupport(db, { beneficiary_id: id, unit_id: partner.actor.unitId });
  return id;
};
const start = (id: string, body: object = {}, who = me) =>
  api
    .as(who)
    .post(`/api/beneficiaries/${id}/clocks`)
    .set('idempotency-key', randomUUID())
    .send({ kind: 'return_to_training', startedOn: today, ...body });
const act = (id: string, what: string, body: object = {}, who = me) => api.as(who).post(`/api/clocks/${id}/${what}`).send(body);
const datesOf = async (id: string, who = me) => (await api.as(who).get(`/api/beneficiaries/${id}/clocks`).expect(200)).body.items;

describe('a clock that a professional notes', () => {
  it('names neither the unit nor the professional of a masked operator to the others', async () => {
    const { id: operatorId } = await anOperator(db, { sensitive: true });
    const refuge = await db.as.counsellor({ operatorId });
    const id = await aPerson();
    await aSupport(db, { beneficiary_id: id, unit_id: refuge.actor.unitId });
    await start(id, {}, refuge).expect(201);
    expect(await datesOf(id)).toMatchObject([{ kind: 'return_to_training', answersName: null, unitName: null }]);
    expect(await datesOf(id, refuge)).toMatchObject([{ answersName: expect.any(String), unitName: expect.any(String) }]);
  });

  it('runs with its due day, its source and who answers, once for a person', async () => {
    const id = await aPerson();
    const { body } = await start(id, { detail: 'Demande faite au lycée' }).expect(201);
    expect(body).toMatchObject({ kind: 'return_to_training', status: 'running', overdue: false });
    expect(body).toMatchObject({ basis: 'law', reference: expect.stringContaining('L. 122-2'), detail: 'Demande faite au lycée' });
    expect((await start(id).expect(409)).body.code).toBe('clock.open_already');
    const told = await db.rows<{ event: string }>(`select event from app.outbox where payload->>'objectId' = $1`, [body.id]);
    expect(told).toEqual([{ event: 'clock.started' }]);
  });

  it('is for people of its age, from a day that has come, on an open file that one sees', async () => {
    expect((await start(await aPerson('1981-01-01')).expect(422)).body.code).toBe('clock.wrong_age');
    expect((await start(await aPerson(), { startedOn: plusDays(today, 1) }).expect(422)).body.code).toBe('clock.start_out_of_range');
    await start(await aPerson(), { kind: 'exit_3_months' }).expect(422);
    await start(randomUUID()).expect(404);
    await start(await aPerson(), {}, await db.as.counsellor()).expect(404);
  });
});

describe('pausing', () => {
  it('needs a proof of the kind; the time left is kept, and the pause remembered', async () => {
    const { body } = await start(await aPerson()).expect(201);
    expect((await act(body.id, 'pause', { until: plusDays(today, 10), proof: 'detention' }).expect(422)).body.code).toBe(
      'clock.proof_missing',
    );
    const paused = await act(body.id, 'pause', { until: plusDays(today, 10), proof: 'medical', detail: 'Certificat du 24' }).expect(200);
    expect(paused.body).toMatchObject({ status: 'paused', pauseUntil: plusDays(today, 10), pauseProof: 'medical' });
    await db.arranging('53').rows(`update app.clock set paused_on = paused_on - 5 where region = '53' and id = $1`, [body.id]);
    expect((await act(body.id, 'resume').expect(200)).body).toMatchObject({ status: 'running', pausedDays: 5 });
    expect((await act(body.id, 'resume').expect(409)).body.code).toBe('clock.not_paused');
    const kept = await db.rows(`select proof, detail from app.clock_pause where clock_id = $1`, [body.id]);
    expect(kept).toEqual([{ proof: 'medical', detail: 'Certificat du 24' }]);
  });
});

describe('what meets a clock', () => {
  it('is an honoured appointment of any operator, at once', async () => {
    const id = await aPerson();
    const { body } = await start(id).expect(201);
    const planned = await api
      .as(partner)
      .post('/api/appointments')
      .set('idempotency-key', randomUUID())
      .send({ beneficiaryId: id, startsAt: plusMinutes(now, -5), minutes: 30 })
      .expect(201);
    await api.as(partner).post(`/api/appointments/${planned.body.id}/honour`).expect(200);
    expect((await datesOf(id)).find((each: { id: string }) => each.id === body.id)).toMatchObject({
      status: 'met',
      metBy: 'appointment',
      metOn: today,
    });
  });

  it('is a two-way interview, not a call of a third party', async () => {
    const id = await aPerson();
    const { body } = await start(id).expect(201);
    const log = (mode: string) =>
      api
        .as(me)
        .post('/api/interviews')
        .set('idempotency-key', randomUUID())
        .send({
          beneficiaryId: id,
          mode,
          happenedAt: plusMinutes(now, -30),
          notes: [{ audience: 'operator', body: 'Échange' }],
          seal: true,
        })
        .expect(201);
    await log('third_party');
    expect((await datesOf(id))[0]).toMatchObject({ id: body.id, status: 'running' });
    await log('phone');
    expect((await datesOf(id))[0]).toMatchObject({ id: body.id, status: 'met', metBy: 'interview' });
  });

  it('is for a minor the convocation, with the holder of parental authority', async () => {
    const id = await aPerson();
    const { body } = await start(id, { kind: 'minor_without_solution' }).expect(201);
    const convene = () =>
      api
        .as(me)
        .post(`/api/clocks/${body.id}/convene`)
        .set('idempotency-key', randomUUID())
        .send({ startsAt: plusMinutes(now, -10), minutes: 45, place: 'Bureau 4' });
    expect((await convene().expect(409)).body.code).toBe('clock.representative_missing');
    await build(db, 'legal_representative', { beneficiary_id: id, given_name: 'Anne', family_name: 'Le Goff', relation: 'mother' });
    const convened = await convene().expect(201);
    expect(convened.body.appointmentAt).toBe(plusMinutes(now, -10));
    const [planned] = await db.rows<{ id: string }>(`select id from app.appointment where beneficiary_id = $1`, [id]);
    await api.as(me).post(`/api/appointments/${planned?.id}/honour`).expect(200);
    expect((await datesOf(id))[0]).toMatchObject({ status: 'met', metBy: 'convocation' });
  });

  it('may be attested by hand where its kind says so, and once', async () => {
    const { body } = await start(await aPerson(), { kind: 'contract_after_orientation' }).expect(201);
    expect((await act(body.id, 'meet', { by: 'interview' }).expect(422)).body.code).toBe('clock.wrong_way');
    expect((await act(body.id, 'meet', { by: 'contract', on: today }).expect(200)).body).toMatchObject({
      status: 'met',
      metBy: 'contract',
    });
    expect((await act(body.id, 'drop', { because: 'in_error' }).expect(409)).body.code).toBe('clock.settled');
  });
});

describe('the dated list', () => {
  it('of a person holds clocks and dates of referrals, earliest first, what is over at the end', async () => {
    const id = await aPerson();
    await aReferral(db, { beneficiary_id: id, sender_post_id: me.actor.postId, due_at: plusMinutes(now, 1440) });
    const { body } = await start(id).expect(201);
    await act((await start(id, { kind: 'contract_after_orientation' }).expect(201)).body.id, 'drop', { because: 'in_error' }).expect(200);
    const list = await datesOf(id);
    expect(list.map(({ kind }: { kind: string }) => kind)).toEqual(['referral', 'return_to_training', 'contract_after_orientation']);
    expect(list[1]).toMatchObject({ id: body.id });
    await api
      .as(await db.as.counsellor())
      .get(`/api/beneficiaries/${id}/clocks`)
      .expect(404);
  });

  it('of a professional holds what they answer for, page by page; of a unit, what it noted; a late one is overdue', async () => {
    const alone = await db.as.counsellor();
    const lead = await db.as.unitLead({ unitId: alone.actor.unitId });
    const { id } = await aBeneficiary(db, { lead_post_id: alone.actor.postId });
    const late = await aClock(db, {
      beneficiary_id: id,
      due_on: plusDays(today, -4),
      due_at: plusMinutes(now, -4 * 1440),
      started_on: plusDays(today, -40),
    });
    const goals = await aClock(db, {
      beneficiary_id: id,
      kind: 'goals_review',
      due_on: plusDays(today, 40),
      due_at: plusMinutes(now, 40 * 1440),
    });
    const list = (query: string, who = alone) => api.as(who).get(`/api/clocks?${query}`).expect(200);
    const first = await list('limit=1');
    expect(first.body.items).toMatchObject([{ id: late.id, overdue: true }]);
    const second = await list(`limit=1&after=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ id: goals.id, overdue: false }], next: null });
    expect((await list('scope=unit', lead)).body.items.map((each: { id: string }) => each.id)).toEqual([late.id, goals.id]);
    expect((await list('scope=mine', lead)).body.items).toEqual([]);
    await api
      .as(await db.as.regionalManager())
      .get('/api/clocks')
      .expect(403);
  });
});

describe('who may', () => {
  it('is whoever sees the file: others, and other regions, find nothing', async () => {
    const { body } = await start(await aPerson()).expect(201);
    const overseas = await db.as.counsellor({ region: '04' });
    for (const who of [overseas, await db.as.counsellor()]) {
      await act(body.id, 'pause', { until: plusDays(today, 10), proof: 'medical' }, who).expect(404);
      await act(body.id, 'drop', { because: 'moved' }, who).expect(404);
    }
    await act(body.id, 'meet', { by: 'solution' }, await db.as.regionalCoordinator()).expect(403);
  });
});
