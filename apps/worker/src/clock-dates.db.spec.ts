import { plusMinutes, toInstant, type Instant } from '@relais/domain';
import { ActOnClockDates, ClocksJobs } from '@relais/server/clocks';
import { NotificationsJobs } from '@relais/server/notifications';
import {
  aBeneficiary,
  aClock,
  aPost,
  type ClockRow,
  type Professional,
  TestClock,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';

let db: TestDatabase;
let clock: TestClock;
let workers: TestWorker[];
let lead: Professional;
/** Contexts are signed until a moment after now: a day that has not come yet. */
const now = toInstant('2037-11-25T10:00:00Z');

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock(now);
  workers = await Promise.all([1, 2, 3].map(() => workerFor(db, [ClocksJobs, NotificationsJobs], { clock })));
  lead = await db.as.counsellor();
});
beforeEach(() => clock.moveTo(now));
afterAll(async () => {
  for (const worker of workers ?? []) await worker.close();
  await db?.drop();
});

const act = (worker = 0): Promise<number> => (workers[worker] as TestWorker).get(ActOnClockDates).execute('53');
const aDue = async (overrides: object = {}): Promise<ClockRow> => {
  const { id } = await aBeneficiary(db, { lead_post_id: lead.actor.postId });
  const passed = { started_on: '2037-11-02', due_on: '2037-11-17', due_at: '2037-11-17T16:00:00Z', next_at: '2037-11-12T08:00:00Z' };
  return aClock(db, { beneficiary_id: id, ...passed, ...overrides });
};
const steps = (id: string) =>
  db.rows<{ milestone: string; due_on: string; batch_id: string }>(
    `select milestone, due_on::text, batch_id from app.clock_step where region = '53' and clock_id = $1 order by at, milestone`,
    [id],
  );
const clockRow = async (id: string) =>
  (
    await db.rows<{ status: string; next_at: Instant | null; next_milestone: string | null; due_on: string }>(
      'select *, due_on::text from app.clock where id = $1',
      [id],
    )
  )[0];
const notices = (beneficiaryId: string) =>
  db.rows(
    `select p.role, n.audience, n.detail, n.beneficiary_id is null as nameless from app.notice n join app.post p on p.region = '53' and p.id = n.post_id
     where n.region = '53' and n.kind like 'clock.%' and (n.beneficiary_id = $1 or n.file_number = (select file_number from app.beneficiary where id = $1))
     order by n.audience, p.role`,
    [beneficiaryId],
  );

describe('the date of a clock', () => {
  it('is said once, and those that passed while nobody looked as one', async () => {
    const due = await aDue();
    expect(await act()).toBe(1);
    expect(await act()).toBe(0);
    expect(await steps(due.id)).toMatchObject([{ milestone: 'escalated', due_on: '2037-11-17' }]);
    expect(await clockRow(due.id)).toMatchObject({ status: 'running', next_at: null });
  });

  it('leads to the next one', async () => {
    const due = await aDue({
      started_on: '2037-11-12',
      due_on: '2037-11-27',
      due_at: '2037-11-27T16:00:00Z',
      next_at: '2037-11-23T08:00:00Z',
    });
    await act();
    expect(await clockRow(due.id)).toMatchObject({ next_milestone: 'due' });
    clock.moveTo(toInstant('2037-11-27T08:30:00Z'));
    await act();
    expect((await steps(due.id)).map(({ milestone }) => milestone)).toEqual(['soon', 'due']);
    expect(await clockRow(due.id)).toMatchObject({ next_milestone: 'late' });
  });

  it('ends a pause by itself: the clock runs on with the time that was left', async () => {
    const paused = { status: 'paused', paused_on: '2037-11-04', pause_until: '2037-11-25', pause_proof: 'medical' };
    const due = await aDue({ ...paused, next_at: '2037-11-25T08:00:00Z', next_milestone: 'pause_over' });
    await act();
    expect(await steps(due.id)).toMatchObject([{ milestone: 'pause_over' }]);
    expect(await clockRow(due.id)).toMatchObject({ status: 'running', due_on: '2037-12-08', next_milestone: 'soon' });
  });

  it('is told to whoever answers, to the lead of the unit and to the coordinator, who reads no name', async () => {
    const chief = await db.as.unitLead({ unitId: lead.actor.unitId });
    await db.as.regionalCoordinator();
    const due = await aDue();
    await act();
    await workers[0]?.settle('53');
    expect(await notices(due.beneficiary_id)).toEqual([
      { role: 'regional_coordinator', audience: 'coordinator', detail: 'return_to_training.escalated', nameless: true },
      { role: 'unit_lead', audience: 'lead', detail: 'return_to_training.escalated', nameless: false },
    ]);
    const soon = await aDue({ due_on: '2037-11-27', due_at: '2037-11-27T16:00:00Z', next_at: '2037-11-24T08:00:00Z' });
    await act();
    await workers[0]?.settle('53');
    expect(await notices(soon.beneficiary_id)).toEqual([
      { role: 'counsellor', audience: 'referent', detail: 'return_to_training.soon', nameless: false },
    ]);
    const told = await db.rows<{ payload: Record<string, string> }>(`select payload from app.outbox where event = 'clock.steps_taken'`);
    expect(told.every(({ payload }) => Object.values(payload).every((value) => /^[\w-]{36}$/.test(value)))).toBe(true);
    expect(chief.actor.role).toBe('unit_lead');
  });

  it('is told to the team when the file stands in its queue', async () => {
    const { unitId } = lead.actor;
    const colleague = await aPost(db, { unit_id: unitId });
    const { id } = await aBeneficiary(db, { lead_unit_id: unitId });
    const soon = {
      kind: 'contract_after_orientation',
      due_on: '2037-11-27',
      due_at: '2037-11-27T16:00:00Z',
      next_at: '2037-11-24T08:00:00Z',
    };
    await aClock(db, { beneficiary_id: id, post_id: colleague.id, ...soon });
    await act();
    await workers[0]?.settle('53');
    expect((await notices(id)).length).toBeGreaterThanOrEqual(3);
  });
});

describe('many clocks at once', () => {
  it('take each step once, whatever the number of workers, and one event for a batch', async () => {
    const before = await db.rows(`select 1 from app.outbox where event = 'clock.steps_taken'`);
    const { id } = await aBeneficiary(db, { lead_post_id: lead.actor.postId });
    const person = await aClock(db, { beneficiary_id: id, next_at: '2037-11-12T08:00:00Z' });
    await db.arranging('53').rows(
      `insert into app.clock (region, id, beneficiary_id, kind, status, operator_id, unit_id, post_id, started_on, due_on, due_at, next_at, next_milestone)
       select c.region, gen_random_uuid(), b.id, c.kind, c.status, c.operator_id, c.unit_id, c.post_id, c.started_on, c.due_on, c.due_at, c.next_at, c.next_milestone
       from app.clock c cross join (select id, row_number() over () n from app.beneficiary where region = '53') b cross join generate_series(1, 1) g
       where c.id = $1 and b.id <> $2 and not exists (select 1 from app.clock o where o.beneficiary_id = b.id and o.kind = c.kind and o.status in ('running', 'paused'))`,
      [person.id, id],
    );
    for (let count = 0; count < 120; count += 1) await aDue();
    const [{ n } = { n: 0 }] = await db.rows<{ n: number }>(`select count(*)::int n from app.clock where next_at <= $1`, [now]);
    const done = await Promise.all([act(0), act(1), act(2)]);
    expect(done.reduce((sum, each) => sum + each, 0)).toBe(n);
    const doubled = await db.rows(`select clock_id from app.clock_step group by clock_id, due_on, milestone having count(*) > 1`);
    expect(doubled).toEqual([]);
    const after = await db.rows(`select 1 from app.outbox where event = 'clock.steps_taken'`);
    expect(after.length - before.length).toBeLessThanOrEqual(9);
  });

  it('are not stopped by one that fails', async () => {
    const broken = await aDue({
      kind: 'goals_review',
      due_on: '2037-11-26',
      due_at: '2037-11-26T16:00:00Z',
      next_at: plusMinutes(now, -60),
    });
    await db
      .arranging('53')
      .rows(
        `create function app.refuse_clock() returns trigger language plpgsql as $$ begin raise exception 'broken' using errcode = '23514'; end $$`,
      );
    await db
      .arranging('53')
      .rows(
        `create trigger refuse_clock before update on app.clock for each row when (old.kind = 'goals_review') execute function app.refuse_clock()`,
      );
    const others = [await aDue(), await aDue()];
    await expect(act()).rejects.toMatchObject({ code: '23514' });
    for (const { id } of others) expect(await steps(id)).toHaveLength(1);
    await db.arranging('53').rows('drop trigger refuse_clock on app.clock');
    await act();
    expect(await steps(broken.id)).toHaveLength(1);
  });
});
