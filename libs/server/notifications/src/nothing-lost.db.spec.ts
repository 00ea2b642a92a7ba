import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { newId } from '@relais/server/kernel';
import {
  aBeneficiary,
  aPost,
  aReferral,
  environmentFor,
  type QueueHome,
  queueHomes,
  testDatabase,
  type TestDatabase,
} from '@relais/testing';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const BUNDLE = `${ROOT}dist/specs/worker-to-kill.js`;
const EVENTS = 12;

let db: TestDatabase;
let home: QueueHome;
let receiver: Awaited<ReturnType<typeof aPost>>;
let eventIds: string[];
let alive: ChildProcess | undefined;

/** Bundled as the worker itself is, in a process of its own: the bundler does not live inside the test runner. */
const BUNDLING = `import { rolldown } from 'rolldown';
  const built = await rolldown({
    input: './libs/server/notifications/src/worker-to-kill.fixture.ts', platform: 'node', tsconfig: 'tsconfig.server.json', logLevel: 'silent',
    external: (id) => !id.startsWith('@oxc-project/runtime') && !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('@relais/'),
  });
  await built.write({ file: '${BUNDLE}', format: 'esm', codeSplitting: false });
  await built.close();`;

async function bundle(): Promise<void> {
  const bundler = spawn(process.execPath, ['--input-type=module', '--eval', BUNDLING], { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(bundler, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the worker could not be bundled');
}

/** A worker in a process of its own. */
function aWorker(more: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [BUNDLE], {
    env: { ...process.env, ...environmentFor(db), ...home.environment, ...more },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const noticesOf = (): Promise<{ event: string; notices: number }[]> =>
  db.rows(
    `select o.id as event, (select count(*)::int from app.notice n where n.region = o.region and n.referral_id::text = o.payload->>'referralId') as notices
     from app.outbox o where o.region = '53' order by o.id`,
  );
const unsettled = async (): Promise<number> =>
  (await db.rows(`select 1 from app.outbox where region = '53' and settled_at is null`)).length;

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await done()); waited += 200) {
    if (waited > 150_000) throw new Error('the worker did not finish');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Another event of a referral, committed as a request commits it. */
async function happen(): Promise<void> {
  const person = await aBeneficiary(db);
  const referral = await aReferral(db, { beneficiary_id: person.id, receiver_unit_id: receiver.unit_id });
  const id = newId();
  const payload = {
    referralId: referral.id,
    senderUnitId: referral.sender_unit_id,
    receiverUnitId: receiver.unit_id,
    tellReceiverUnitId: receiver.unit_id,
  };
  await db
    .arranging('53')
    .rows(`insert into app.outbox (region, id, event, payload) values ('53', $1, 'referral.sent', $2)`, [id, JSON.stringify(payload)]);
  eventIds.push(id);
}

const onceEach = (): { event: string; notices: number }[] => eventIds.map((event) => ({ event, notices: 1 }));

beforeAll(bundle, 60_000);

describe.each(queueHomes)('with the queue on $on', ({ open }) => {
  beforeAll(async () => {
    home = await open();
    db = await testDatabase({ acrossRegions: true });
    receiver = await aPost(db);
    eventIds = [];
    for (let count = 0; count < EVENTS; count++) await happen();
  }, 60_000);
  afterAll(async () => {
    alive?.kill('SIGKILL');
    await home?.end();
    await db?.drop();
  });

  it('workers killed in the middle lose no notice and tell nobody twice, whatever is delivered again', async () => {
    const deaths = ['before commit', 'before acknowledgement', 'before commit', 'before acknowledgement'];
    for (const [round, dies] of deaths.entries()) {
      const worker = aWorker({ DIES: dies, AFTER: '1', MINUTES_LATER: String(round * 9) });
      const [, signal] = (await once(worker, 'exit')) as [number | null, string | null];
      expect(signal).toBe('SIGKILL');
    }
    expect(await unsettled()).toBeGreaterThan(0);
    alive = aWorker({ MINUTES_LATER: String(deaths.length * 9) });
    await until(async () => (await unsettled()) === 0);
    expect(await noticesOf()).toEqual(onceEach());

    // Everything is delivered once more: the inbox remembers.
    alive.kill('SIGKILL');
    await db.arranging('53').rows(`update app.outbox set dispatched_at = null, settled_at = null where region = '53'`);
    alive = aWorker({ MINUTES_LATER: String(deaths.length * 9 + 9) });
    await until(async () => (await unsettled()) === 0);
    expect(await noticesOf()).toEqual(onceEach());
  }, 400_000);
});

for (const { open } of queueHomes.filter(({ on }) => on === 'Redis'))
  describe('a Redis that is lost', () => {
    beforeAll(async () => {
      home = await open();
      db = await testDatabase({ acrossRegions: true });
      receiver = await aPost(db);
      eventIds = [];
    }, 60_000);
    afterAll(async () => {
      alive?.kill('SIGKILL');
      await home?.end();
      await db?.drop();
    });

    it('killed, emptied, gone for a while and back: writes go on, each notice is told once', async () => {
      const redis = home.redis;
      if (!redis) throw new Error('this test is about Redis');
      // Twenty times as fast, so that silence is noticed in a second and a half.
      alive = aWorker({ SPEED: '20' });
      for (let round = 0; round < 4; round++) {
        for (let count = 0; count < 5; count++) await happen();
        if (round % 2 === 0) await redis.flush();
        else {
          await redis.kill();
          for (let count = 0; count < 5; count++) await happen();
          await new Promise((resolve) => setTimeout(resolve, 1_500));
          await redis.comeBack();
        }
      }
      await until(async () => (await unsettled()) === 0);
      expect(await noticesOf()).toEqual(onceEach());
      expect(eventIds).toHaveLength(30);
    }, 240_000);
  });
