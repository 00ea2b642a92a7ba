import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { newId } from '@relais/server/kernel';
import { aBeneficiary, aPost, aReferral, environmentFor, testDatabase, type TestDatabase } from '@relais/testing';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const BUNDLE = `${ROOT}dist/specs/worker-to-kill.js`;
const EVENTS = 12;

let db: TestDatabase;
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
    env: { ...process.env, ...environmentFor(db), ...more },
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

beforeAll(async () => {
  await bundle();
  db = await testDatabase({ acrossRegions: true });
  const receiver = await aPost(db);
  eventIds = [];
  for (let count = 0; count < EVENTS; count++) {
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
}, 60_000);
afterAll(async () => {
  alive?.kill('SIGKILL');
  await db?.drop();
});

describe('workers killed in the middle', () => {
  it('lose no notice and tell nobody twice, whatever is delivered again', async () => {
    const deaths = ['before commit', 'before acknowledgement', 'before commit', 'before acknowledgement'];
    for (const [round, dies] of deaths.entries()) {
      const worker = aWorker({ DIES: dies, AFTER: '1', MINUTES_LATER: String(round * 3) });
      const [, signal] = (await once(worker, 'exit')) as [number | null, string | null];
      expect(signal).toBe('SIGKILL');
    }
    expect(await unsettled()).toBeGreaterThan(0);
    alive = aWorker({ MINUTES_LATER: String(deaths.length * 3) });
    await until(async () => (await unsettled()) === 0);
    expect(await noticesOf()).toEqual(eventIds.map((event) => ({ event, notices: 1 })));

    // Everything is delivered once more: the inbox remembers.
    alive.kill('SIGKILL');
    await db.arranging('53').rows(`update app.outbox set dispatched_at = null, settled_at = null where region = '53'`);
    alive = aWorker({ MINUTES_LATER: String(deaths.length * 3 + 3) });
    await until(async () => (await unsettled()) === 0);
    expect(await noticesOf()).toEqual(eventIds.map((event) => ({ event, notices: 1 })));
  }, 400_000);
});
