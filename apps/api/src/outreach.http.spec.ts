import { randomUUID } from 'node:crypto';
import { plusDays, plusMinutes } from '@relais/domain';
import { AppointmentsJobs } from '@relais/server/appointments';
import { BeneficiariesApi } from '@relais/server/beneficiaries';
import { ClocksApi, ClocksJobs } from '@relais/server/clocks';
import { InterviewsApi, InterviewsJobs } from '@relais/server/interviews';
import { OutreachApi } from '@relais/server/outreach';
import {
  aBeneficiary,
  aClock,
  anAppointment,
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
  type TestWorker,
  workerFor,
} from '@relais/testing';

let db: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let me: Professional;
let lead: Professional;
let partner: Professional;
const clock = new TestClock();
const now = clock.now();
const today = clock.today('53');
const daysAgo = (days: number): string => plusMinutes(now, -days * 1440);

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [BeneficiariesApi, ClocksApi, InterviewsApi, OutreachApi], { clock });
  worker = await workerFor(db, [AppointmentsJobs, ClocksJobs, InterviewsJobs], { clock });
  partner = await db.as.counsellor();
});
/** A team of its own for each test: its board holds what the test put there. */
beforeEach(async () => {
  me = await db.as.counsellor();
  lead = await db.as.unitLead({ unitId: me.actor.unitId });
});
afterAll(async () => {
  await api?.close();
  await worker?.close();
  await db?.drop();
});

const post = (path: string, body: object = {}, who = me) =>
  api.as(who).post(`/api/${path}`).set('idempotency-key', randomUUID()).send(body);
const aPerson = (overrides: object = {}) =>
  aBeneficiary(db, { lead_post_id: me.actor.postId, created_at: daysAgo(200), last_contact_at: daysAgo(3), ...overrides });
type Card = { objectId: string; beneficiaryId: string; reasons: string[]; tried: { channel: string }[]; days: number };
const column = async (name: string, who = me): Promise<Card[]> => {
  const { body } = await api.as(who).get('/api/continuity-board').expect(200);
  return body.columns.find((each: { name: string }) => each.name === name).cards;
};
const ids = async (name: string, who = me): Promise<string[]> => (await column(name, who)).map(({ objectId }) => objectId);

describe('the board of continuity', () => {
  it('shows files in a queue, of somebody who is away, and those nobody hears of, with the reasons', async () => {
    const { unitId, operatorId, postId } = me.actor;
    const queued = await aBeneficiary(db, { lead_unit_id: unitId, last_contact_at: daysAgo(2) });
    const colleague = await db.as.counsellor({ unitId });
    const left = await aPerson({ lead_post_id: colleague.actor.postId });
    const about = { post_id: colleague.actor.postId, unit_id: unitId, operator_id: operatorId, created_by_post_id: postId };
    await build(db, 'absence', { ...about, kind: 'absence', reason: 'leave', starts_on: plusDays(today, -2), ends_on: plusDays(today, 9) });
    const silent = await aPerson({ last_contact_at: daysAgo(61) });
    await aPerson({ last_contact_at: daysAgo(59) });
    const minor = await aPerson({ last_contact_at: daysAgo(31), birth_date: plusDays(today, -6000) });
    expect(await ids('unassigned')).toEqual([queued.id]);
    expect(await ids('absent')).toEqual([left.id]);
    expect((await ids('silent')).sort()).toEqual([silent.id, minor.id].sort());
    const [first] = await column('silent');
    expect(first).toMatchObject({ objectId: minor.id, days: 31, reasons: ['minor', 'no_meeting'] });
  });

  it('shows what was sent and is not heard of, and news to be asked after an exit', async () => {
    const { id } = await aPerson();
    const quiet = await aReferral(db, { beneficiary_id: id, status_since: daysAgo(9), sent_at: daysAgo(9) });
    await aReferral(db, { beneficiary_id: id, status_since: daysAgo(2), sent_at: daysAgo(2) });
    const gone = await aPerson();
    const due = { due_on: plusDays(today, 12), due_at: plusMinutes(now, 12 * 1440), started_on: plusDays(today, -80) };
    const exit = await aClock(db, { beneficiary_id: gone.id, kind: 'exit_3_months', ...due });
    expect(await ids('quiet_referral')).toEqual([quiet.id]);
    expect(await ids('exit')).toEqual([exit.id]);
  });

  it('is of one’s own unit, and for a lead of the units below; what one put off is not there', async () => {
    const { id } = await aPerson({ last_contact_at: daysAgo(70) });
    expect(await ids('silent', lead)).toEqual([id]);
    expect(await ids('silent', partner)).not.toContain(id);
    await post('day/snoozes', { objectId: id, until: plusDays(today, 3) }).expect(200);
    expect(await ids('silent')).toEqual([]);
    expect(await ids('silent', lead)).toEqual([id]);
    await api
      .as(await db.as.regionalCoordinator())
      .get('/api/continuity-board')
      .expect(403);
  });
});

describe('looking for somebody', () => {
  it('goes by channels; a successful try is a contact, and takes the card away', async () => {
    const { id } = await aPerson({ last_contact_at: daysAgo(70) });
    for (const channel of ['phone', 'third_party'])
      await post(`beneficiaries/${id}/attempts`, { channel, result: 'no_answer' }).expect(201);
    const round = await api.as(me).get(`/api/beneficiaries/${id}/outreach`).expect(200);
    expect(round.body.attempts).toHaveLength(2);
    expect(round.body.channels.find((each: { channel: string }) => each.channel === 'email')).toMatchObject({
      standing: 'barred',
      because: 'no_contact_known',
    });
    expect((await column('silent'))[0]?.tried.map(({ channel }) => channel).sort()).toEqual(['phone', 'third_party']);
    await post(`beneficiaries/${id}/attempts`, { channel: 'phone', result: 'reached' }).expect(201);
    expect(await ids('silent')).toEqual([]);
    const [row] = await db.rows<{ at: Date }>('select last_contact_at as at from app.beneficiary where id = $1', [id]);
    expect(row?.at).toEqual(now);
  });

  it('has not been in vain three times when the first of the three reached them', async () => {
    const { id } = await aPerson({ last_contact_at: daysAgo(90) });
    const tried = (result: string, days: number) => post(`beneficiaries/${id}/attempts`, { channel: 'phone', result, at: daysAgo(days) });
    await tried('reached', 65).expect(201);
    for (const days of [9, 8]) await tried('no_answer', days).expect(201);
    expect((await column('silent'))[0]).toMatchObject({ objectId: id, reasons: expect.not.arrayContaining(['tried_in_vain']) });
    await tried('no_answer', 7).expect(201);
    expect((await column('silent'))[0]).toMatchObject({ objectId: id, reasons: expect.arrayContaining(['tried_in_vain']) });
  });

  it('counts a contact of any operator, and tells the others its date alone', async () => {
    const { id } = await aPerson({ last_contact_at: daysAgo(70) });
    await aSupport(db, { beneficiary_id: id, unit_id: partner.actor.unitId });
    await post(`beneficiaries/${id}/attempts`, { channel: 'visit', result: 'reached', at: daysAgo(4) }, partner).expect(201);
    expect(await ids('silent')).toEqual([]);
    const { body } = await api.as(me).get(`/api/beneficiaries/${id}/outreach`).expect(200);
    expect(body).toMatchObject({ byNetwork: true, attempts: [], lastContactAt: daysAgo(4), others: 1 });
  });

  it('never by a channel that may put them in danger', async () => {
    const { id } = await aPerson({ unsafe_to_contact: true });
    const refused = await post(`beneficiaries/${id}/attempts`, { channel: 'phone', result: 'no_answer' }).expect(409);
    expect(refused.body.code).toBe('contact.unsafe');
    await post(`beneficiaries/${id}/attempts`, { channel: 'visit', result: 'reached' }).expect(201);
  });

  it('asks another operator who saw them: yes or no and a day, once', async () => {
    const { id } = await aPerson({ last_contact_at: daysAgo(70) });
    await aSupport(db, { beneficiary_id: id, unit_id: partner.actor.unitId });
    const asked = await post(`beneficiaries/${id}/sightings`).expect(201);
    expect((await post(`beneficiaries/${id}/sightings`).expect(409)).body.code).toBe('sighting.asked_already');
    const [question] = asked.body.items;
    const answer = (body: object, who = partner) => api.as(who).post(`/api/sightings/${question.id}/answer`).send(body);
    await answer({ seen: false }, me).expect(403);
    await answer({ seen: false }, await db.as.counsellor()).expect(404);
    expect((await answer({ seen: true }).expect(422)).body.code).toBe('sighting.day_missing');
    const board = await api.as(partner).get('/api/continuity-board').expect(200);
    expect(board.body.questions.map((each: { id: string }) => each.id)).toContain(question.id);
    await answer({ seen: true, on: plusDays(today, -6) }).expect(200);
    expect((await answer({ seen: false }).expect(409)).body.code).toBe('sighting.answered');
    expect(await ids('silent')).toEqual([]);
  });
});

describe('a question about who saw somebody', () => {
  it('is asked once when two colleagues ask at the same moment', async () => {
    const { id } = await aPerson({ last_contact_at: daysAgo(70) });
    await aSupport(db, { beneficiary_id: id, unit_id: partner.actor.unitId });
    const asked = await Promise.all([me, lead].map((who) => post(`beneficiaries/${id}/sightings`, {}, who)));
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('says nothing of the unit that asks when its operator is masked', async () => {
    const { id: operatorId } = await anOperator(db, { sensitive: true });
    const refuge = await db.as.counsellor({ operatorId });
    const { id } = await aPerson({ last_contact_at: daysAgo(70) });
    await aSupport(db, { beneficiary_id: id, unit_id: refuge.actor.unitId });
    await post(`beneficiaries/${id}/sightings`, {}, refuge).expect(201);
    const { body } = await api.as(me).get('/api/continuity-board').expect(200);
    expect(body.questions).toMatchObject([{ beneficiaryId: id, askerUnitName: null }]);
  });
});

describe('who answers for a file', () => {
  it('may take it from the queue, a lead may give it to a colleague; what somebody present leads is not free', async () => {
    const { unitId, postId } = me.actor;
    const colleague = await db.as.counsellor({ unitId });
    const [first, second] = [await aBeneficiary(db, { lead_unit_id: unitId }), await aBeneficiary(db, { lead_unit_id: unitId })];
    expect((await post(`beneficiaries/${first.id}/lead`).expect(200)).body).toMatchObject({ leadPostId: postId });
    expect((await post(`beneficiaries/${first.id}/lead`, {}, colleague).expect(409)).body.code).toBe('lead.not_free');
    await post(`beneficiaries/${second.id}/lead`, { postId: colleague.actor.postId }).expect(403);
    await post(`beneficiaries/${second.id}/lead`, { postId: colleague.actor.postId }, lead).expect(200);
    await post(`beneficiaries/${second.id}/lead`, {}, partner).expect(404);
    const tenures = await db.rows(`select post_id from app.lead_tenure where beneficiary_id = $1 and until is null`, [second.id]);
    expect(tenures).toEqual([{ post_id: colleague.actor.postId }]);
  });
});

describe('an exit and a return', () => {
  it('closes the file with its outcome, asks for news after three and six months, and a follow-up meets them', async () => {
    const { id } = await aPerson();
    await post(`beneficiaries/${id}/close`, { outcome: 'employment' }).expect(204);
    await worker.settle('53');
    const clocks = await db.rows<{ id: string; kind: string }>(`select id, kind from app.clock where beneficiary_id = $1 order by kind`, [
      id,
    ]);
    expect(clocks.map(({ kind }) => kind)).toEqual(['exit_3_months', 'exit_6_months']);
    expect((await post(`beneficiaries/${id}/close`, { outcome: 'employment' }).expect(409)).body.code).toBe('file.closed');
    await db
      .arranging('53')
      .rows(`update app.clock set due_on = $2, started_on = $3 where region = '53' and id = $1`, [
        clocks[0]?.id,
        plusDays(today, 9),
        plusDays(today, -80),
      ]);
    await post(`beneficiaries/${id}/attempts`, { channel: 'phone', result: 'reached' }).expect(201);
    await worker.settle('53');
    const met = await db.rows(`select kind, met_by from app.clock where beneficiary_id = $1 and status = 'met'`, [id]);
    expect(met).toEqual([{ kind: 'exit_3_months', met_by: 'follow_up' }]);
  });

  it('cancels what was still to come and tells whoever was to meet the person; nothing of it comes back with them', async () => {
    const { id } = await aPerson();
    const whose = { beneficiary_id: id, post_id: me.actor.postId };
    const step = { owner: 'staff', owner_post_id: me.actor.postId, operator_id: me.actor.operatorId, words: 'Rappeler le CFA' };
    await anAppointment(db, { ...whose, starts_at: plusMinutes(now, 3 * 1440) });
    await anAppointment(db, { ...whose, starts_at: daysAgo(2) });
    await build(db, 'action', { beneficiary_id: id, ...step });
    await post(`beneficiaries/${id}/close`, { outcome: 'employment' }).expect(204);
    await worker.settle('53');
    const settled = async () => [
      ...(await db.rows(`select status from app.appointment where beneficiary_id = $1 order by starts_at`, [id])),
      ...(await db.rows(`select status from app.action where beneficiary_id = $1`, [id])),
    ];
    expect(await settled()).toEqual([{ status: 'planned' }, { status: 'cancelled' }, { status: 'dropped' }]);
    const why = await db.rows(`select action, reason from app.audit where beneficiary_id = $1 and reason = 'file_closed' order by action`, [
      id,
    ]);
    expect(why.map((each) => each['action'])).toEqual(['action.dropped', 'appointment.cancelled']);
    const [told] = await db.rows(
      `select payload ->> 'tellPostId' as post from app.outbox where event = 'appointment.cancelled'
      and payload ->> 'beneficiaryId' = $1`,
      [id],
    );
    expect(told).toEqual({ post: me.actor.postId });
    const [card] = await db.rows<{ id: string }>('select id from app.index_card where beneficiary_id = $1', [id]);
    await post(`beneficiaries/${card?.id}/reopen`, { reason: 'Est revenue à l’accueil ce matin' }).expect(200);
    await worker.settle('53');
    expect(await settled()).toEqual([{ status: 'planned' }, { status: 'cancelled' }, { status: 'dropped' }]);
  });

  it('for a lost contact needs tries; while others accompany the person the file stays open', async () => {
    const { id } = await aPerson({ last_contact_at: daysAgo(100) });
    expect((await post(`beneficiaries/${id}/close`, { outcome: 'lost_contact' }).expect(422)).body.code).toBe('referral.attempts_missing');
    await aSupport(db, { beneficiary_id: id, unit_id: partner.actor.unitId });
    expect((await post(`beneficiaries/${id}/close`, { outcome: 'moved' }).expect(409)).body.code).toBe('file.in_progress');
    expect((await post(`beneficiaries/${id}/close`, { outcome: 'moved' }, partner).expect(403)).body.code).toBe('permission.denied');
  });

  it('opens the same file again for whoever the person came back to, with its history', async () => {
    const { id } = await aPerson();
    const back = { reason: 'Est revenue à l’accueil ce matin' };
    expect((await post(`beneficiaries/${id}/reopen`, back).expect(409)).body.code).toBe('file.open');
    await post(`beneficiaries/${id}/close`, { outcome: 'training' }).expect(204);
    await worker.settle('53');
    const [card] = await db.rows<{ id: string }>('select id from app.index_card where beneficiary_id = $1', [id]);
    const told = {
      status: 'informed',
      how: 'said',
      recorded_at: daysAgo(9),
      author_post_id: me.actor.postId,
      operator_id: me.actor.operatorId,
    };
    await build(db, 'sharing', { beneficiary_id: id, ...told });
    const { body } = await post(`beneficiaries/${card?.id}/reopen`, back, partner).expect(200);
    expect(body).toMatchObject({ id, status: 'active', lead: { postId: partner.actor.postId } });
    await worker.settle('53');
    const clocks = await db.rows(`select distinct status, dropped from app.clock where beneficiary_id = $1`, [id]);
    expect(clocks).toEqual([{ status: 'dropped', dropped: 'returned' }]);
    const trace = await db.rows(`select reason from app.audit where action = 'beneficiary.reopened' and beneficiary_id = $1`, [id]);
    expect(trace).toEqual([back]);
  });

  it('asks for no news of an exit that was taken back before it was heard of', async () => {
    const { id } = await aPerson();
    await post(`beneficiaries/${id}/close`, { outcome: 'employment' }).expect(204);
    const back = `update app.beneficiary set status = 'active', lead_post_id = $2 where region = '53' and id = $1`;
    await db.arranging('53').rows(back, [id, me.actor.postId]);
    await worker.settle('53');
    expect(await db.rows('select kind from app.clock where beneficiary_id = $1', [id])).toEqual([]);
  });

  it('opens it again when an interview is sealed after the exit', async () => {
    const { id } = await aPerson();
    await post(`beneficiaries/${id}/close`, { outcome: 'employment' }).expect(204);
    await worker.settle('53');
    const words = [{ audience: 'operator', body: 'Revient : le contrat est fini.' }];
    await post('interviews', { beneficiaryId: id, mode: 'phone', happenedAt: daysAgo(0.01), notes: words, seal: true }).expect(201);
    const [row] = await db.rows(`select status, lead_post_id as lead from app.beneficiary where id = $1`, [id]);
    expect(row).toEqual({ status: 'active', lead: me.actor.postId });
  });
});
