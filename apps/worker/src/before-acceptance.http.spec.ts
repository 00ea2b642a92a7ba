import { randomUUID } from 'node:crypto';
import type { Milestone, ReferralState } from '@relais/domain';
import { BeneficiariesApi } from '@relais/server/beneficiaries';
import { ActOnDueDates, ReferralsApi, ReferralsJobs } from '@relais/server/referrals';
import {
  aBeneficiary,
  apiFor,
  aUnit,
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

const agreement = { status: 'agreed', how: 'said' };
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
/** The region's agreement in force while a test runs. */
const whileAgreed = async (referral: object, task: () => Promise<void>): Promise<void> => {
  await db.arranging('53').rows(
    `insert into app.agreement_setting (region, id, version, valid_from, time_zone, body)
     values ('53', gen_random_uuid(), 9, now() - interval '1 minute', 'Europe/Paris', $1)`,
    [JSON.stringify({ referral })],
  );
  await task().finally(() => db.arranging('53').rows(`delete from app.agreement_setting where region = '53' and version = 9`));
};
const aDraft = async (): Promise<string> => {
  const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
  const draft = { beneficiaryId: person.id, kind: 'add', need: 'Un logement', theme: 'housing', receiverUnitId: receiver.actor.unitId };
  return (await post(sender, '/referrals', draft).expect(201)).body.id;
};

describe('a referral that waits for the person to agree', () => {
  it('is held, seen by nobody else, and leaves once the person has agreed', async () => {
    await whileAgreed({ personMustAgree: true }, async () => {
      const id = await aDraft();
      const held = (await post(sender, `/referrals/${id}/send`, { agreement: { status: 'informed', how: 'said' } }).expect(200)).body;
      expect(held).toMatchObject({ status: 'held', wait: { side: 'sender', milestone: 'held_alert' } });
      await api.as(receiver).get(`/api/referrals/${id}`).expect(404);
      expect(await refused(sender, `/referrals/${id}/release`)).toBe('referral.no_agreement_recorded');
      expect((await post(sender, `/referrals/${id}/release`, { agreement }).expect(200)).body).toMatchObject({ status: 'sent' });
      expect(await show(receiver, id)).toMatchObject({ status: 'sent', wait: { side: 'receiver', milestone: 'decide_target' } });
    });
  });

  it('is taken back by its sender with a reason, or ends by itself after ten working days', async () => {
    const id = await walked('held');
    await post(sender, `/referrals/${id}/withdraw`).expect(422);
    expect((await post(sender, `/referrals/${id}/withdraw`, { reason }).expect(200)).body).toMatchObject({ closure: 'withdrawn' });
    const forgotten = await walked('held', 'held_lapse');
    expect(await clock()).toBe(1);
    const ended = await show(sender, forgotten);
    expect(ended).toMatchObject({ status: 'closed', closure: 'withdrawn' });
    expect(ended.transitions.at(-1)).toMatchObject({ move: 'lapse', actorKind: 'timer' });
  });
});

describe('a referral that the receiver has not decided', () => {
  it('comes back to the receiver when a question stays without answer for three working days', async () => {
    const id = await walked('info_needed', 'info_return');
    expect(await clock()).toBe(1);
    const back = await show(receiver, id);
    expect(back).toMatchObject({ status: 'received', wait: { side: 'receiver' } });
    expect(back.transitions.at(-1)).toMatchObject({ move: 'return_info', actorKind: 'timer' });
    await post(receiver, `/referrals/${id}/accept`).expect(200);
  });

  it('goes back to the queue when somebody claimed it and decided nothing for two working days', async () => {
    const id = await walked('received', 'claim_drop');
    expect(await clock()).toBe(1);
    expect(await show(receiver, id)).toMatchObject({ status: 'sent', claimedByPostId: null });
    await post(receiver, `/referrals/${id}/receive`).expect(200);
  });

  it('waits for a place with a review date, is looked at again, and is accepted from there', async () => {
    const id = await walked('received');
    await post(receiver, `/referrals/${id}/waitlist`, { reviewAt: inDays(200) }).expect(422);
    const reviewAt = inDays(20);
    const waits = (await post(receiver, `/referrals/${id}/waitlist`, { reviewAt }).expect(200)).body;
    expect(waits).toMatchObject({ status: 'waitlisted', wait: { side: 'receiver', until: reviewAt, milestone: 'waitlist_review' } });
    const reviewed = await walked('waitlisted', 'waitlist_review');
    expect(await clock()).toBe(1);
    expect(await show(receiver, reviewed)).toMatchObject({ status: 'waitlisted', wait: { milestone: 'waitlist_escalate' } });
    for (const one of [id, reviewed])
      expect((await post(receiver, `/referrals/${one}/accept`).expect(200)).body).toMatchObject({ status: 'accepted' });
  });

  it('expires on the waiting list when nobody looks at it, and the sender keeps the thread', async () => {
    const id = await walked('waitlisted', 'waitlist_expire');
    expect(await clock()).toBe(1);
    expect(await show(sender, id)).toMatchObject({ status: 'closed', closure: 'expired', wait: null });
    expect(await refused(receiver, `/referrals/${id}/accept`)).toBe('referral.world_moved');
  });
});

describe('a decline that the region looks at', () => {
  const declined = async (): Promise<string> => {
    const id = await walked('sent');
    await whileAgreed({ lookAtDeclines: true }, async () => {
      expect((await post(receiver, `/referrals/${id}/decline`, { reason: 'no_place' }).expect(200)).body).toMatchObject({
        status: 'decline_pending',
        wait: { side: 'coordinator', milestone: 'look_due' },
      });
    });
    return id;
  };

  it('is confirmed by the coordinator', async () => {
    const id = await declined();
    await post(coordinator, `/coordinated-referrals/${id}/confirm-decline`, { reason }).expect(200);
    expect(await show(sender, id)).toMatchObject({ closure: 'declined', outcome: 'no_capacity' });
  });

  it('comes back to the receiver once, who then accepts', async () => {
    const id = await declined();
    await post(coordinator, `/coordinated-referrals/${id}/return-decline`, { reason }).expect(200);
    expect(await show(receiver, id)).toMatchObject({ status: 'received', outcome: null });
    await post(receiver, `/referrals/${id}/accept`).expect(200);
  });

  it('goes to another team: the sender finds a draft for it', async () => {
    const id = await declined();
    const receiverUnitId = (await aUnit(db)).id;
    const { body } = await post(coordinator, `/coordinated-referrals/${id}/reroute`, { reason, receiverUnitId }).expect(200);
    expect(await show(sender, body.successorId)).toMatchObject({ status: 'draft', parentId: id, receiver: { unitId: receiverUnitId } });
    expect(await show(sender, id)).toMatchObject({ closure: 'rerouted' });
  });
});
