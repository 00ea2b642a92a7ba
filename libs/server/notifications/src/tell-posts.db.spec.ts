import { randomUUID } from 'node:crypto';
import type { Id } from '@relais/domain';
import { EventRunner } from '@relais/server/kernel';
import {
  aBeneficiary,
  anOperator,
  aReferral,
  aUnit,
  build,
  type Professional,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';
import { NotificationsJobs } from './index';

let db: TestDatabase;
let worker: TestWorker;
let sender: Professional;
let counsellor: Professional;
let lead: Professional;
let coordinator: Professional;
let referral: { id: Id; beneficiary_id: Id; file_number: string };

beforeAll(async () => {
  db = await testDatabase();
  worker = await workerFor(db, [NotificationsJobs]);
  const operator = await anOperator(db);
  const site = await aUnit(db, { operator_id: operator.id });
  const team = await aUnit(db, { operator_id: operator.id, parent_id: site.id, kind: 'team' });
  sender = await db.as.counsellor();
  counsellor = await db.as.counsellor({ unitId: team.id, operatorId: operator.id });
  lead = await db.as.unitLead({ unitId: site.id, operatorId: operator.id });
  coordinator = await db.as.regionalCoordinator();
  const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
  const { id } = await aReferral(db, { beneficiary_id: person.id, receiver_unit_id: team.id });
  referral = { id, beneficiary_id: person.id, file_number: person.file_number };
}, 60_000);
afterAll(async () => {
  await worker?.close();
  await db?.drop();
});

/** Something happened to the referral, delivered once, or as often as said. */
async function happens(event: string, payload: object = {}, deliveries = 1): Promise<Id> {
  const id = randomUUID();
  const ids = { referralId: referral.id, receiverUnitId: counsellor.actor.unitId, ...payload };
  await db
    .arranging('53')
    .rows(`insert into app.outbox (region, id, event, payload) values ('53', $1, $2, $3)`, [id, event, JSON.stringify(ids)]);
  for (let count = 0; count < deliveries; count++) await worker.get(EventRunner).handle({ region: '53', eventId: id });
  return id;
}

type Row = { post: Id; audience: string; topic: string; person: Id | null; file: string | null; digest: boolean };
const noticesOf = (event: Id): Promise<Row[]> =>
  db.rows(
    `select post_id as post, audience, topic, beneficiary_id as person, file_number as file, in_digest as digest from app.notice
     where region = '53' and event_id = $1 order by audience, post_id`,
    [event],
  );
const mailsOf = (event: Id): Promise<{ to: Id; kind: string }[]> =>
  db.rows(`select recipient_id as to, kind from app.message where region = '53' and event_id = $1 order by recipient_id`, [event]);
const settledOf = (milestone: string): Promise<unknown[]> =>
  db.rows(`select 1 from app.outbox where region = '53' and event = 'reminder.settled' and payload ->> 'milestone' = $1`, [milestone]);
const choose = (who: Professional, ways: object): Promise<unknown> =>
  db
    .arranging('53')
    .rows(
      `insert into app.notice_preference (region, post_id, ways) values ('53', $1, $2) on conflict (region, post_id) do update set ways = excluded.ways`,
      [who.actor.postId, JSON.stringify(ways)],
    );

describe('who is told', () => {
  it('is the post of a side, the lead above it and the coordinator, who gets a file number and no person', async () => {
    const event = await happens('referral.declined', {
      tellSenderUnitId: sender.actor.unitId,
      tellSenderPostId: sender.actor.postId,
      tellReceiverLeadUnitId: counsellor.actor.unitId,
      tellCoordinator: 'yes',
    });
    expect(await noticesOf(event)).toMatchObject([
      { post: coordinator.actor.postId, audience: 'coordinator', topic: 'watch', person: null, file: referral.file_number },
      { post: lead.actor.postId, audience: 'lead', topic: 'watch' },
      { post: sender.actor.postId, audience: 'sender', topic: 'answer', person: referral.beneficiary_id },
    ]);
  });

  it('is never the one who acted, nor anybody twice, whatever is delivered again', async () => {
    const event = await happens(
      'referral.sent',
      { tellReceiverUnitId: counsellor.actor.unitId, tellReceiverLeadUnitId: counsellor.actor.unitId, actorPostId: sender.actor.postId },
      3,
    );
    expect((await noticesOf(event)).map(({ post, audience }) => [post, audience])).toEqual([
      [lead.actor.postId, 'lead'],
      [counsellor.actor.postId, 'receiver'],
    ]);
    expect(await mailsOf(event)).toEqual([{ to: counsellor.actor.postId, kind: 'arrival' }]);
  });

  it('of a broken glass is the lead of that unit, the guardian of data of that operator and the referent', async () => {
    const guardian = await db.as.dataProtectionOfficer({ unitId: lead.actor.unitId, operatorId: lead.actor.operatorId });
    const { id } = await build<{ id: Id }>(db, 'glass', {
      beneficiary_id: referral.beneficiary_id,
      post_id: counsellor.actor.postId,
      unit_id: counsellor.actor.unitId,
      reason_code: 'emergency',
      reason: 'Danger immédiat signalé par le lycée.',
      opened_at: new Date(),
      expires_at: new Date(Date.now() + 3_600_000),
    });
    const event = await happens('glass.broken', { referralId: undefined, objectId: id, actorPostId: counsellor.actor.postId });
    expect((await noticesOf(event)).map(({ post, audience, topic }) => [post, audience, topic])).toEqual([
      [guardian.actor.postId, 'guardian', 'security'],
      [lead.actor.postId, 'lead', 'security'],
      [sender.actor.postId, 'referent', 'security'],
    ]);
    expect(await mailsOf(event)).toHaveLength(3);
  });

  it('of a link is each team that accompanies the person when it is asked for, the one who asked when it is answered', async () => {
    const link = (event: string, ids: object) => happens(event, { referralId: undefined, beneficiaryId: referral.beneficiary_id, ...ids });
    const asked = await link('beneficiary.link_asked', { actorPostId: counsellor.actor.postId });
    expect((await noticesOf(asked)).map(({ post, topic }) => [post, topic])).toContainEqual([sender.actor.postId, 'due']);
    const to = { unitId: counsellor.actor.unitId, postId: counsellor.actor.postId, actorPostId: sender.actor.postId };
    expect(await noticesOf(await link('beneficiary.link_granted', to))).toMatchObject([{ post: counsellor.actor.postId, topic: 'answer' }]);
  });
});

describe('how they are told', () => {
  const accepted = { tellSenderUnitId: 'unit', tellSenderPostId: '' };
  const told = () => ({ ...accepted, tellSenderUnitId: sender.actor.unitId, tellSenderPostId: sender.actor.postId });

  it.each([
    ['at_once', 1, 1, false],
    ['digest', 1, 0, true],
    ['in_app', 1, 0, false],
    ['never', 0, 0, false],
  ])('follows the choice of the post: %s', async (way, notices, mails, digest) => {
    await choose(sender, { answer: way });
    const event = await happens('referral.accepted', told());
    expect((await noticesOf(event)).map((notice) => notice.digest)).toEqual(Array.from({ length: notices }, () => digest));
    expect(await mailsOf(event)).toHaveLength(mails);
  });

  it('is always at once for what waits for oneself', async () => {
    await choose(sender, { arrival: 'never', answer: 'never', course: 'never', watch: 'never' });
    expect(await mailsOf(await happens('referral.info_asked', told()))).toEqual([{ to: sender.actor.postId, kind: 'due' }]);
  });
});

describe('a reminder', () => {
  const step = '2026-11-20T10:30:00.000Z';

  it('asks for one mail each, and is not settled before they arrive', async () => {
    const event = await happens('referral.reminded', { step, milestone: 'decide_target', tellReceiverUnitId: counsellor.actor.unitId }, 2);
    expect(await mailsOf(event)).toEqual([{ to: counsellor.actor.postId, kind: 'due' }]);
    expect(await settledOf('decide_target')).toHaveLength(0);
  });

  it('is settled at once, and once, when there is nobody to tell', async () => {
    await happens('referral.reminded', { step, milestone: 'look_due' }, 2);
    expect(await settledOf('look_due')).toHaveLength(1);
  });
});
