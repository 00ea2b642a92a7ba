import { addWorkingDays, instantAt, type Instant, plusMinutes, REMINDER_SETTLED } from '@relais/domain';
import { calendarOf, newId } from '@relais/server/kernel';
import {
  aBeneficiary,
  aReferral,
  aUnit,
  type Professional,
  TestClock,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';
import { ActOnDueDates } from './act-on-due-dates.job';
import { AlertEmptyQueues } from './alert-empty-queues.job';
import { ReferralsJobs } from './referrals.module';

let db: TestDatabase;
let clock: TestClock;
let workers: TestWorker[];
let receiver: Professional;
const now = instantAt(Math.floor(Date.now() / 60_000) * 60_000);
const calendar = calendarOf('53', 'Europe/Paris', Number(now.slice(0, 4)));
const soon = plusMinutes(now, 60_000);
const hoursAgo = (hours: number): Instant => plusMinutes(now, -60 * hours);

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock(now);
  workers = await Promise.all([1, 2, 3].map(() => workerFor(db, [ReferralsJobs], { clock })));
  receiver = await db.as.counsellor();
});
beforeEach(() => clock.moveTo(now));
afterAll(async () => {
  for (const worker of workers ?? []) await worker.close();
  await db?.drop();
});

/** Sent three days ago, its first date just past. */
const aDue = async (overrides: object = {}): Promise<string> => {
  const sent = { sent_at: hoursAgo(72), status_since: hoursAgo(72), decide_since: hoursAgo(72) };
  const due = { due_at: hoursAgo(1), due_milestone: 'decide_target' };
  return (await aReferral(db, { receiver_unit_id: receiver.actor.unitId, ...sent, ...due, ...overrides })).id;
};
const act = (worker = 0): Promise<number> => (workers[worker] as TestWorker).get(ActOnDueDates).execute('53');
const reminders = (id: string) =>
  db.rows<{ milestone: string; settled: boolean }>(
    `select milestone, settled_at is not null as settled from app.referral_reminder where region = '53' and referral_id = $1 order by at, milestone`,
    [id],
  );
const events = (id: string) =>
  db.rows<{ event: string; payload: Record<string, string> }>(
    `select event, payload from app.outbox where region = '53' and payload->>'referralId' = $1 and event <> $2 order by id`,
    [id, REMINDER_SETTLED],
  );
const referral = async (id: string) =>
  (
    await db.rows<{ status: string; closure: string | null; due_at: Instant; due_milestone: string }>(
      'select * from app.referral where id = $1',
      [id],
    )
  )[0];
const settle = async (id: string, milestone: string): Promise<void> => {
  const [row] = await db.rows<{ step: Instant }>('select step from app.referral_reminder where referral_id = $1 and milestone = $2', [
    id,
    milestone,
  ]);
  const payload = { referralId: id, objectId: id, step: row?.step, milestone };
  const told = `insert into app.outbox (region, id, event, payload) values ('53', $1, $2, $3)`;
  await db.arranging('53').rows(told, [newId(), REMINDER_SETTLED, JSON.stringify(payload)]);
  await workers[0]?.settle('53');
};

describe('a date that has come', () => {
  it('reminds once, says whom by identifiers only, and leads to the next date', async () => {
    const id = await aDue();
    expect(await act()).toBe(1);
    expect(await act()).toBe(0);
    expect(await reminders(id)).toEqual([{ milestone: 'decide_target', settled: false }]);
    const [reminded, ...others] = await events(id);
    expect(others).toEqual([]);
    expect(reminded).toMatchObject({
      event: 'referral.reminded',
      payload: { referralId: id, milestone: 'decide_target', step: hoursAgo(72), tellReceiverUnitId: receiver.actor.unitId },
    });
    expect(Object.values(reminded?.payload ?? {}).every((value) => /^[\w:.-]+$/.test(value))).toBe(true);
    expect(await referral(id)).toMatchObject({ status: 'sent', due_milestone: 'decide_escalate' });
  });

  it('climbs: the lead of the receiver, the sender and the coordinator', async () => {
    const id = await aDue({ due_milestone: 'decide_escalate' });
    await act();
    const [climbed] = await events(id);
    expect(climbed?.payload).toMatchObject({
      tellReceiverLeadUnitId: receiver.actor.unitId,
      tellSenderUnitId: expect.any(String),
      tellCoordinator: 'yes',
    });
  });

  it('ends nothing before every reminder was delivered or bounced', async () => {
    const old = { sent_at: hoursAgo(24 * 40), status_since: hoursAgo(24 * 40), decide_since: hoursAgo(24 * 40) };
    const id = await aDue({ ...old });
    await act();
    clock.moveTo(addWorkingDays(now, 2, calendar));
    await act();
    clock.moveTo(addWorkingDays(now, 4, calendar));
    await act();
    expect(await referral(id)).toMatchObject({ status: 'sent', due_milestone: 'decide_expire' });
    await settle(id, 'decide_target');
    clock.moveTo(addWorkingDays(now, 6, calendar));
    await act();
    expect(await referral(id)).toMatchObject({ status: 'sent', due_milestone: 'decide_expire' });
    await settle(id, 'decide_escalate');
    clock.moveTo(addWorkingDays(now, 8, calendar));
    await act();
    expect(await referral(id)).toMatchObject({ status: 'closed', closure: 'expired', due_at: null });
    expect((await events(id)).map(({ event }) => event)).toEqual(['referral.reminded', 'referral.reminded', 'referral.expired']);
  });

  it('follows the agreement of the region as it stands in the database', async () => {
    await db.arranging('53').rows(
      `insert into app.agreement_setting (region, id, version, valid_from, time_zone, body)
       values ('53', gen_random_uuid(), 9, $1, 'Europe/Paris', '{"referral": {"stallEscalateDays": 3}}')`,
      [now],
    );
    const quiet = hoursAgo(1);
    const id = await aDue({ status: 'in_progress', status_since: quiet, last_contact_at: quiet, due_milestone: 'stall_question' });
    await act();
    await db.arranging('53').rows(`delete from app.agreement_setting where region = '53' and version = 9`);
    expect((await referral(id))?.due_at).toBe(addWorkingDays(addWorkingDays(quiet, 14, calendar), 3, calendar));
  });

  it('never closes what was accepted: it asks the actor, then the coordinator', async () => {
    const id = await aDue({ status: 'accepted', due_milestone: 'contact_question' });
    await act();
    clock.moveTo(plusMinutes(now, 60 * 24 * 30));
    await act();
    clock.moveTo(plusMinutes(now, 60 * 24 * 60));
    await act();
    expect((await reminders(id)).map(({ milestone }) => milestone)).toEqual([
      'contact_question',
      'contact_coordinator',
      'contact_coordinator:2',
    ]);
    expect((await events(id)).map(({ payload }) => payload['tellCoordinator'])).toEqual([undefined, 'yes', 'yes']);
    expect(await referral(id)).toMatchObject({ status: 'accepted' });
  });
});

describe('many dates at once', () => {
  it('act once each, whatever the number of workers', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 120; count++) ids.push(await aDue());
    const done = await Promise.all([act(0), act(1), act(2)]);
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(120);
    const told = await db.rows<{ id: string; n: number }>(
      `select payload->>'referralId' as id, count(*)::int as n from app.outbox where region = '53' and payload->>'referralId' = any($1) group by 1`,
      [ids],
    );
    expect(told).toHaveLength(120);
    expect(told.every(({ n }) => n === 1)).toBe(true);
  });

  it('are not stopped by one that fails', async () => {
    const broken = await aDue({
      status: 'cancel_requested',
      due_milestone: 'cancel_silence',
      status_since: hoursAgo(24 * 30),
      outcome: undefined,
    });
    const ids = [await aDue(), await aDue()];
    await expect(act()).rejects.toMatchObject({ code: '23514' });
    for (const id of ids) expect(await reminders(id)).toHaveLength(1);
    expect(await referral(broken)).toMatchObject({ status: 'cancel_requested' });
    await db.arranging('53').rows(`update app.referral set outcome = 'moved' where region = '53' and id = $1`, [broken]);
    await act();
    expect(await referral(broken)).toMatchObject({ closure: 'cancelled' });
  });
});

describe('a queue where nobody works', () => {
  it('alerts once, and a queue where somebody works never does', async () => {
    const empty = await aUnit(db);
    const person = await aBeneficiary(db);
    const { id } = await aReferral(db, { beneficiary_id: person.id, receiver_unit_id: empty.id, due_at: soon });
    await db.arranging('53').rows(`update app.post set active = false where region = '53' and unit_id = $1`, [empty.id]);
    const attended = await aDue({ due_at: soon });
    const alert = () => (workers[0] as TestWorker).get(AlertEmptyQueues).execute('53');
    expect(await alert()).toBe(1);
    expect(await alert()).toBe(0);
    expect(await reminders(id)).toEqual([{ milestone: 'queue_empty', settled: false }]);
    expect((await events(id))[0]?.payload).toMatchObject({ tellReceiverLeadUnitId: empty.id, tellCoordinator: 'yes' });
    expect(await reminders(attended)).toEqual([]);
  });
});
