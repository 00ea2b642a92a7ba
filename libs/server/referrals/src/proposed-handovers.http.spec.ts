import { plusDays, plusMinutes } from '@relais/domain';
import { randomUUID } from 'node:crypto';
import {
  aBeneficiary,
  apiFor,
  aSupport,
  aUnit,
  build,
  type BeneficiaryRow,
  type Professional,
  TestClock,
  type TestApi,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';
import { ActOnHandoverDates } from './act-on-handover-dates.job';
import { ReferralsApi, ReferralsJobs } from './referrals.module';

let db: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let giver: Professional;
let colleague: Professional;
let other: Professional;
let lead: Professional;
let partner: Professional;
const clock = new TestClock();

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi]);
  worker = await workerFor(db, [ReferralsJobs], { clock });
  giver = await db.as.counsellor();
  const { unitId, operatorId } = giver.actor;
  colleague = await db.as.counsellor({ unitId, operatorId });
  other = await db.as.counsellor({ unitId, operatorId });
  lead = await db.as.unitLead({ unitId, operatorId });
  partner = await db.as.counsellor();
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api/handovers${path}`).set('idempotency-key', randomUUID()).send(body);
const latest = async (who: Professional, person: BeneficiaryRow) =>
  (await api.as(who).get(`/api/handovers?beneficiaryId=${person.id}`).expect(200)).body;
const leadOf = async ({ id }: BeneficiaryRow) =>
  (await db.rows<{ lead_post_id: string }>('select lead_post_id from app.beneficiary where id = $1', [id]))[0]?.lead_post_id;
const referentOf = async ({ id }: BeneficiaryRow, who: Professional) =>
  (
    await db.rows<{ referent_post_id: string }>('select referent_post_id from app.support where beneficiary_id = $1 and unit_id = $2', [
      id,
      who.actor.unitId,
    ])
  )[0]?.referent_post_id;
const act = () => worker.get(ActOnHandoverDates).execute('53');
const aFile = () => aBeneficiary(db, { lead_post_id: giver.actor.postId });
const towards = ({ actor }: Professional, { id }: BeneficiaryRow, more: object = {}) => ({
  beneficiaryId: id,
  toUnitId: actor.unitId,
  reason: 'Elle change de quartier',
  ...more,
});
const named = (who: Professional, person: BeneficiaryRow, more: object = {}) =>
  towards(who, person, { toPostId: who.actor.postId, ...more });

describe('a handover that is proposed', () => {
  it('to a colleague changes the lead when the colleague agrees, and the support of the unit goes along', async () => {
    const person = await aFile();
    expect((await latest(giver, person)).lead).toMatchObject({ postId: giver.actor.postId, mine: true, gone: false });
    expect((await latest(other, person)).lead).toMatchObject({ mine: false });
    const { id, sides } = (await post(giver, '', named(colleague, person)).expect(201)).body;
    expect(sides).toEqual(['giver']);
    expect((await latest(colleague, person)).items[0]).toMatchObject({ status: 'proposed', kind: 'decision', sides: ['taker'] });
    await post(other, `/${id}/agree`).expect(403);
    await post(giver, `/${id}/agree`).expect(403);
    expect(await leadOf(person)).toBe(giver.actor.postId);
    const taken = (await post(colleague, `/${id}/agree`).expect(200)).body;
    expect(taken).toMatchObject({ status: 'warm', effectiveAt: expect.any(String), reason: 'Elle change de quartier' });
    expect(await leadOf(person)).toBe(colleague.actor.postId);
    expect(await referentOf(person, giver)).toBe(colleague.actor.postId);
  });

  it('to another team that accompanies names who will lead there, and waits for its date', async () => {
    const person = await aFile();
    await aSupport(db, { beneficiary_id: person.id, unit_id: partner.actor.unitId });
    const effectiveOn = plusMinutes(clock.now(), 3 * 1440);
    const { id } = (await post(giver, '', towards(partner, person, { effectiveOn })).expect(201)).body;
    const stranger = await db.as.counsellor();
    await post(partner, `/${id}/agree`, { toPostId: stranger.actor.postId }).expect(422);
    const taken = (await post(partner, `/${id}/agree`).expect(200)).body;
    expect(taken).toMatchObject({ status: 'overlap', toPostId: partner.actor.postId, dueAt: effectiveOn });
    expect(await leadOf(person)).toBe(giver.actor.postId);
    clock.moveTo(plusMinutes(effectiveOn, 1));
    expect(await act()).toBe(1);
    expect(await leadOf(person)).toBe(partner.actor.postId);
  });

  it('names nobody of a unit below, which does not accompany the person', async () => {
    const person = await aFile();
    await aSupport(db, { beneficiary_id: person.id, unit_id: partner.actor.unitId });
    const below = await aUnit(db, { operator_id: partner.actor.operatorId, parent_id: partner.actor.unitId });
    const counsellor = await db.as.counsellor({ unitId: below.id, operatorId: partner.actor.operatorId });
    const { id } = (await post(giver, '', towards(partner, person)).expect(201)).body;
    await post(partner, `/${id}/agree`, { toPostId: counsellor.actor.postId }).expect(422);
  });

  it('lists the units that accompany the person, and goes to no other', async () => {
    const person = await aFile();
    await aSupport(db, { beneficiary_id: person.id, unit_id: partner.actor.unitId });
    const { items } = (await api.as(giver).get(`/api/handovers/takers?beneficiaryId=${person.id}`).expect(200)).body;
    expect(items.map(({ unitId, own }: { unitId: string; own: boolean }) => [unitId, own])).toEqual([
      [giver.actor.unitId, true],
      [partner.actor.unitId, false],
    ]);
    const stranger = await db.as.counsellor();
    expect((await post(giver, '', towards(stranger, person)).expect(409)).body.code).toBe('handover.not_accompanying');
    expect((await api.as(stranger).get(`/api/handovers/takers?beneficiaryId=${person.id}`).expect(200)).body.items).toEqual([]);
    await post(stranger, '', towards(stranger, person)).expect(404);
    await post(giver, '', named(giver, person)).expect(422);
    await post(other, '', named(other, person)).expect(403);
  });

  it('is one at a time, may be refused with a reason, or recalled, and then the lead has stayed', async () => {
    const person = await aFile();
    const { id } = (await post(lead, '', named(colleague, person)).expect(201)).body;
    expect((await post(giver, '', named(other, person)).expect(409)).body.code).toBe('handover.under_way');
    const refused = (await post(colleague, `/${id}/refuse`, { reason: 'Déjà cent dossiers' }).expect(200)).body;
    expect(refused).toMatchObject({ status: 'refused', reason: 'Déjà cent dossiers', sides: [] });
    const next = (await post(giver, '', named(other, person)).expect(201)).body;
    await post(other, `/${next.id}/recall`, { reason: 'Non' }).expect(403);
    await post(giver, `/${next.id}/recall`, { reason: 'Je reste' }).expect(200);
    expect(await leadOf(person)).toBe(giver.actor.postId);
  });

  it('knows whether the referent is there by the day of the program, not of the database', async () => {
    const away = await db.as.counsellor({ unitId: giver.actor.unitId, operatorId: giver.actor.operatorId });
    const person = await aBeneficiary(db, { lead_post_id: away.actor.postId });
    const { postId, unitId, operatorId } = away.actor;
    const tomorrow = plusDays(api.clock.today('53'), 1);
    const whom = { post_id: postId, unit_id: unitId, operator_id: operatorId, created_by_post_id: postId };
    await build(db, 'absence', { ...whom, kind: 'absence', reason: 'leave', starts_on: tomorrow, ends_on: tomorrow });
    expect((await latest(lead, person)).lead.gone).toBe(false);
    const ahead = await apiFor(db, [ReferralsApi], { clock: new TestClock(plusMinutes(api.clock.now(), 1440)) });
    const path = `/api/handovers?beneficiaryId=${person.id}`;
    const { body } = await ahead.request
      .get(path)
      .set('authorization', `Bearer ${api.tokenOf(lead)}`)
      .expect(200);
    await ahead.close();
    expect(body.lead.gone).toBe(true);
  });

  it('is decided by a unit lead alone when the referent is gone, never while the referent is there', async () => {
    const gone = await db.as.counsellor({ unitId: giver.actor.unitId, operatorId: giver.actor.operatorId });
    const person = await aBeneficiary(db, { lead_post_id: gone.actor.postId });
    const { id } = (await post(lead, '', named(colleague, person)).expect(201)).body;
    expect((await post(lead, `/${id}/force`, { reason: 'Vite' }).expect(409)).body.code).toBe('handover.giver_is_there');
    const { postId, unitId, operatorId } = gone.actor;
    const whom = { post_id: postId, unit_id: unitId, operator_id: operatorId, created_by_post_id: postId };
    await build(db, 'absence', { ...whom, kind: 'absence', reason: 'long_absence', starts_on: '2020-01-01', ends_on: '2099-01-01' });
    await post(colleague, `/${id}/force`, { reason: 'Vite' }).expect(403);
    const forced = (await post(lead, `/${id}/force`, { reason: 'Partie sans relais' }).expect(200)).body;
    expect(forced).toMatchObject({ status: 'forced', giverGone: true, sides: [] });
    expect(await leadOf(person)).toBe(colleague.actor.postId);
    const [events] = await db.rows<{ told: string[] }>(
      `select array_agg(event order by id) as told from app.outbox where region = '53' and payload ->> 'objectId' = $1`,
      [id],
    );
    expect(events?.told).toEqual(['handover.proposed', 'handover.forced']);
  });
});
