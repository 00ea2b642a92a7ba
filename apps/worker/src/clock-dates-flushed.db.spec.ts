import { plusMinutes } from '@relais/domain';
import { ActOnClockDates, ClocksJobs } from '@relais/server/clocks';
import { EventRunner, QueueWorker, Relay } from '@relais/server/kernel';
import { NotificationsJobs } from '@relais/server/notifications';
import {
  aBeneficiary,
  aClock,
  type QueueHome,
  queueHomes,
  settingsFor,
  TestClock,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';

const MANY = 12;

describe.each(queueHomes)('clocks that fall due with the queue on $on', ({ open }) => {
  let db: TestDatabase;
  let home: QueueHome;
  let worker: TestWorker;
  let queue: QueueWorker | undefined;
  const clock = new TestClock();

  beforeAll(async () => {
    home = await open();
    db = await testDatabase();
    worker = await workerFor(db, [ClocksJobs, NotificationsJobs], { clock, environment: home.environment });
  });
  afterAll(async () => {
    await queue?.close();
    await worker?.close();
    await home?.end();
    await db?.drop();
  });

  const count = async (sql: string): Promise<number> => (await db.rows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n ?? -1;

  it('are neither lost nor told twice when the queue forgets: what was on its way is passed on again, and the inbox remembers', async () => {
    const due = { due_on: new Date(), due_at: plusMinutes(clock.now(), 60), next_at: plusMinutes(clock.now(), -60), next_milestone: 'due' };
    for (let made = 0; made < MANY; made += 1) await aClock(db, { beneficiary_id: (await aBeneficiary(db)).id, ...due });
    expect(await worker.get(ActOnClockDates).execute('53')).toBe(MANY);
    const relay = worker.get(Relay);
    for (let waited = 0; waited < 50 && (await relay.pass('53').catch(() => 0)) === 0; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await home.redis?.flush();
    expect(await count(`app.notice where region = '53'`)).toBe(0);
    const runner = worker.get(EventRunner);
    queue = new QueueWorker(settingsFor(db, home.environment), (job) => runner.handle(job));
    clock.moveTo(plusMinutes(clock.now(), 5));
    await relay.sweep('53');
    while ((await count(`app.outbox where region = '53' and settled_at is null`)) > 0)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await worker.get(ActOnClockDates).execute('53')).toBe(0);
    expect(await count(`app.clock_step where region = '53'`)).toBe(MANY);
    expect(await count(`app.notice where region = '53' and kind = 'clock.due'`)).toBe(MANY);
  }, 120_000);
});
