import { randomUUID } from 'node:crypto';
import type { Milestone, ReferralState } from '@relais/domain';
import { BeneficiariesApi } from '@relais/server/beneficiaries';
import { UnitOfWork } from '@relais/server/kernel';
import { ActOnDueDates, OnFilesMerged, ReferralsApi, ReferralsJobs } from '@relais/server/referrals';
import {
  apiFor,
  aWalkedReferral,
  type Professional,
  type TestApi,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';

let db: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let sender: Professional;
let receiver: Professional;
let coordinator: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi, BeneficiariesApi]);
  worker = await workerFor(db, [ReferralsJobs]);
  [sender, receiver] = [await db.as.counsellor(), await db.as.counsellor()];
  coordinator = await db.as.regionalCoordinator();
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

const reason = 'Parce que';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);
const refused = async (who: Professional, path: string, body: object = {}): Promise<string> =>
  (await post(who, path, body).expect(409)).body.code;
const show = async (who: Professional, id: string) => (await api.as(who).get(`/api/referrals/${id}`).expect(200)).body;
const walked = async (status: Exclude<ReferralState, 'closed'>, due?: Milestone): Promise<string> =>
  (await aWalkedReferral(db, status, { sender, receiver, ...(due && { due }) })).id;
const clock = (): Promise<number> => worker.get(ActOnDueDates).execute('53');
const ended = async (id: string, closure: string, move: string, actorKind: string): Promise<void> => {
  const closed = await show(sender, id);
  expect(closed).toMatchObject({ status: 'closed', closure, wait: null });
  expect(closed.transitions.at(-1)).toMatchObject({ move, actorKind });
};

describe('a referral that was accepted', () => {
  it('is paused until a date and goes on where it was', async () => {
    for (const status of ['accepted', 'in_progress'] as const) {
      const id = await walked(status);
      await post(receiver, `/referrals/${id}/hold`, { reason, resumeAt: inDays(200) }).expect(422);
      const resumeAt = inDays(20);
      expect((await post(receiver, `/referrals/${id}/hold`, { reason, resumeAt }).expect(200)).body).toMatchObject({
        status: 'on_hold',
        wait: { side: 'receiver', until: resumeAt, milestone: 'resume_question' },
      });
      expect((await post(receiver, `/referrals/${id}/resume`).expect(200)).body).toMatchObject({ status });
    }
  });

  it('is given back within a day when nobody has met the person, and not after a first contact', async () => {
    const id = await walked('sent');
    await post(receiver, `/referrals/${id}/accept`).expect(200);
    expect((await post(receiver, `/referrals/${id}/unaccept`).expect(200)).body).toMatchObject({
      status: 'received',
      accountablePostId: null,
      wait: { side: 'receiver' },
    });
    const open = await db.rows(`select 1 from app.support where region = '53' and referral_id = $1 and closed_on is null`, [id]);
    expect(open).toEqual([]);
    expect(await refused(receiver, `/referrals/${await walked('in_progress')}/unaccept`)).toBe('referral.not_in_this_state');
  });

  it('is asked to stop: the receiver objects once, and confirms the second time', async () => {
    const id = await walked('in_progress');
    const ask = { reason: 'Elle déménage', outcome: 'moved' };
    await post(sender, `/referrals/${id}/request-cancel`, ask).expect(200);
    expect((await post(receiver, `/referrals/${id}/object-cancel`, { reason }).expect(200)).body).toMatchObject({
      status: 'in_progress',
      outcome: null,
    });
    await post(sender, `/referrals/${id}/request-cancel`, ask).expect(200);
    expect(await refused(receiver, `/referrals/${id}/object-cancel`, { reason })).toBe('referral.once_only');
    await post(receiver, `/referrals/${id}/confirm-cancel`).expect(200);
    await ended(id, 'cancelled', 'confirm_cancel', 'receiver');
  });

  it('stops by itself when the receiver says nothing for three working days', async () => {
    const id = await walked('cancel_requested', 'cancel_silence');
    expect(await clock()).toBe(1);
    await ended(id, 'cancelled', 'confirm_by_silence', 'timer');
  });

  it('can no longer be kept by the receiver once the person opposes, even when the sender had asked first', async () => {
    const { id, beneficiaryId } = await aWalkedReferral(db, 'cancel_requested', { sender, receiver });
    await post(sender, `/beneficiaries/${beneficiaryId}/sharings`, { status: 'opposed', how: 'said' }).expect(201);
    expect(await refused(receiver, `/referrals/${id}/object-cancel`, { reason })).toBe('referral.person_opposed');
    await post(sender, `/beneficiaries/${beneficiaryId}/sharings`, { status: 'opposed', how: 'said' }).expect(201);
    expect((await show(sender, id)).transitions.filter(({ move }: { move: string }) => move === 'oppose')).toHaveLength(1);
  });
});

describe('a result', () => {
  it('is acknowledged by the sender', async () => {
    const id = await walked('result_posted');
    await post(sender, `/referrals/${id}/acknowledge`).expect(200);
    await ended(id, 'completed', 'acknowledge', 'sender');
  });

  it('is taken as read after seven working days of silence, counted apart', async () => {
    const id = await walked('result_posted', 'review_due');
    expect(await clock()).toBe(1);
    await ended(id, 'completed', 'acknowledge_by_silence', 'timer');
  });

  it('is contested once: the work goes on and the region is told', async () => {
    const id = await walked('result_posted');
    expect((await post(sender, `/referrals/${id}/contest`, { reason }).expect(200)).body).toMatchObject({ status: 'in_progress' });
    const coordinated = (await api.as(coordinator).get(`/api/coordinated-referrals/${id}`).expect(200)).body;
    expect(coordinated).toMatchObject({ why: 'contested' });
    await post(receiver, `/referrals/${id}/post-result`, { outcome: 'moved' }).expect(200);
    expect(await refused(sender, `/referrals/${id}/contest`, { reason })).toBe('referral.once_only');
  });
});

describe('a referral that should not be', () => {
  it('is marked as an error by the one who wrote it, with the reason', async () => {
    const id = await walked('accepted');
    const colleague = await db.as.counsellor({ unitId: sender.actor.unitId, operatorId: sender.actor.operatorId });
    await post(colleague, `/referrals/${id}/mark-error`, { reason }).expect(403);
    await post(sender, `/referrals/${id}/mark-error`, { reason }).expect(200);
    await ended(id, 'error', 'mark_error', 'sender');
    expect(await refused(receiver, `/referrals/${id}/hold`, { reason, resumeAt: inDays(5) })).toBe('referral.world_moved');
  });

  it('gives way to its twin when two files turn out to be one person', async () => {
    const [old, kept] = [
      await aWalkedReferral(db, 'sent', { sender, receiver }),
      await aWalkedReferral(db, 'received', { sender, receiver }),
    ];
    const payload = { mergedId: old.beneficiaryId, beneficiaryId: kept.beneficiaryId };
    const merge = (): Promise<void> => worker.get(OnFilesMerged).execute({ payload });
    await worker.get(UnitOfWork).write({ region: '53', system: true }, merge);
    await ended(old.id, 'superseded', 'supersede', 'timer');
    expect(await show(sender, kept.id)).toMatchObject({ status: 'received' });
  });
});
