import { ContinuityJobs, MovePacks } from '@relais/server/continuity';
import { NotificationsJobs } from '@relais/server/notifications';
import { plusMinutes, toInstant } from '@relais/domain';
import { Sealer } from '@relais/server/kernel';
import {
  aBeneficiary,
  anAppointment,
  build,
  type Professional,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';

const FILES = 5;

let db: TestDatabase;
let worker: TestWorker;
let away: Professional;
let colleague: Professional;
let packId: string;
const people: Record<'reached' | 'unsafe', string> = { reached: '', unsafe: '' };

beforeAll(async () => {
  db = await testDatabase();
  worker = await workerFor(db, [ContinuityJobs, NotificationsJobs]);
  away = await db.as.counsellor();
  colleague = await db.as.counsellor({ unitId: away.actor.unitId });
  const { postId, unitId, operatorId } = away.actor;
  const sealer = worker.get(Sealer);
  const key = sealer.newKey();
  const reachable = { email_sealed: sealer.seal(key, 'jeanne@example.org'), sealed_key: key, contact_preference: 'email' };
  const person = async (more: object = {}) => (await aBeneficiary(db, { lead_post_id: postId, ...reachable, ...more })).id;
  people.reached = await person();
  people.unsafe = await person({ unsafe_to_contact: true });
  const now = toInstant(new Date().toISOString());
  for (const beneficiary_id of Object.values(people))
    await anAppointment(db, { beneficiary_id, post_id: postId, starts_at: plusMinutes(now, 5 * 1440) });
  for (let n = 2; n < FILES; n++) await aBeneficiary(db, { lead_post_id: postId });
  const of = { post_id: postId, unit_id: unitId, operator_id: operatorId };
  const days = { starts_on: '2026-01-01', ends_on: '2099-12-30', created_by_post_id: postId };
  const absence = await build<{ id: string }>(db, 'absence', { ...of, kind: 'absence', reason: 'leave', ...days });
  const pack = { absence_id: absence.id, ends_as: 'comes_back', receiver_post_ids: [colleague.actor.postId], status: 'preparing' };
  const when = { begins_on: '2026-01-01', returns_on: '2099-12-31', prepared_by_post_id: postId, created_at: new Date() };
  packId = (await build<{ id: string }>(db, 'continuity_pack', { ...of, ...pack, ...when })).id;
});
afterAll(async () => {
  await worker?.close();
  await db?.drop();
});

async function carryOut(status: 'preparing' | 'moving' | 'returning'): Promise<void> {
  await db.arranging('53').rows(`update app.continuity_pack set status = $2 where region = '53' and id = $1`, [packId, status]);
  await worker.get(MovePacks).execute('53');
  await worker.settle('53');
}

const told = (): Promise<{ post: string; kind: string }[]> =>
  db.rows('select post_id as post, kind from app.notice where region = $1 order by created_at, id', ['53']);

describe('a caseload that changes hands', () => {
  it('is told once to whoever takes it and once to whoever has it back, not file by file', async () => {
    await carryOut('preparing');
    expect(await told()).toEqual([]);
    await carryOut('moving');
    expect(await told()).toEqual([{ post: colleague.actor.postId, kind: 'pack.moved' }]);
    await carryOut('returning');
    expect((await told()).slice(1)).toEqual([{ post: away.actor.postId, kind: 'pack.returned' }]);
  });

  it('writes to the person once for each meeting that somebody else holds now, when it is safe', async () => {
    const mails = (id: string) =>
      db.rows(`select kind, status, reason from app.message where region = '53' and recipient_id = $1 order by created_at`, [id]);
    const way = { kind: 'appointment_reassigned', status: 'queued', reason: null };
    expect(await mails(people.reached)).toEqual([way, way]);
    const not = { ...way, status: 'failed', reason: 'unsafe_to_contact' };
    expect(await mails(people.unsafe)).toEqual([not, not]);
  });
});
