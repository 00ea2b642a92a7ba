import { randomUUID } from 'node:crypto';
import { type Id, instantAt } from '@relais/domain';
import {
  aReferral,
  apiFor,
  build,
  type Professional,
  type TestApi,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';
import { NotificationsApi, NotificationsJobs } from './index';

let db: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let lead: Professional;
let counsellor: Professional;
let elsewhere: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [NotificationsApi]);
  worker = await workerFor(db, [NotificationsJobs]);
  lead = await db.as.unitLead();
  counsellor = await db.as.counsellor({ unitId: lead.actor.unitId });
  elsewhere = await db.as.unitLead();
}, 60_000);
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

const ago = (minutes: number) => instantAt(Date.now() - minutes * 60_000);
const aMessage = async (more: object): Promise<Id> => {
  const { postId, operatorId, unitId } = counsellor.actor;
  const who = { recipient_id: postId, post_id: postId, operator_id: operatorId, unit_id: unitId };
  const row = { event_id: randomUUID(), kind: 'due', due_at: ago(60), created_at: ago(60), attempts: 1, ...who, ...more };
  return (await build<{ id: Id }>(db, 'message', row)).id;
};
const listed = async (who: Professional): Promise<Id[]> =>
  (await api.as(who).get('/api/messages/unsettled').expect(200)).body.items.map(({ id }: { id: Id }) => id);
const settle = (who: Professional, id: Id, decision: string) => api.as(who).post(`/api/messages/${id}/settle`).send({ decision });
const stateOf = async (id: Id) => (await db.rows(`select status, reason from app.message where region = '53' and id = $1`, [id]))[0];

describe('mails that need somebody', () => {
  it('are those without an answer, come back or given up, for the leads of their operator alone', async () => {
    const unheard = await aMessage({ status: 'sent', sent_at: ago(30), reason: 'etimedout' });
    const bounced = await aMessage({ status: 'bounced', settled_at: ago(20), reason: 'smtp 550' });
    const failed = await aMessage({ status: 'failed', settled_at: ago(20), reason: 'smtp 451' });
    await aMessage({ status: 'sent', sent_at: ago(1) });
    await aMessage({ status: 'failed', settled_at: ago(20), reason: 'unsafe_to_contact', attempts: 0 });
    await aMessage({ status: 'delivered', settled_at: ago(20) });
    expect((await listed(lead)).sort()).toEqual([unheard, bounced, failed].sort());
    expect(await listed(elsewhere)).toEqual([]);
    await settle(elsewhere, unheard, 'again').expect(404);
    await api.as(counsellor).get('/api/messages/unsettled').expect(403);
  });

  it('leave once more when somebody says so', async () => {
    const id = await aMessage({ status: 'sent', sent_at: ago(30), reason: 'etimedout' });
    await settle(lead, id, 'sometimes').expect(422);
    await settle(lead, id, 'again').expect(204);
    expect(await stateOf(id)).toEqual({ status: 'queued', reason: null });
    await settle(lead, id, 'again').expect(404);
  });

  it('count as told when somebody says so: the reminder they held open is settled', async () => {
    const { id: referral_id } = await aReferral(db);
    const step = '2026-11-20T10:30:00.000Z';
    const id = await aMessage({
      status: 'failed',
      settled_at: ago(20),
      referral_id,
      reminder_step: step,
      reminder_milestone: 'decide_target',
    });
    await settle(lead, id, 'told').expect(204);
    await worker.settle('53');
    expect(await stateOf(id)).toMatchObject({ status: 'delivered' });
    expect(await db.rows(`select payload ->> 'step' as step from app.outbox where region = '53' and event = 'reminder.settled'`)).toEqual([
      { step },
    ]);
    expect(await listed(lead)).not.toContain(id);
  });
});
