import { once } from 'node:events';
import { instantAt, plusMinutes, type ReferralTransition } from '@relais/domain';
import { aPost, aReferral, type Mortal, mortalProgram, testDatabase, type TestDatabase } from '@relais/testing';

let db: TestDatabase;
let aWorker: Mortal;
const reminded: string[] = [];
const moved: string[] = [];
const hoursAgo = (hours: number): string => plusMinutes(instantAt(Date.now()), -60 * hours);

beforeAll(async () => {
  aWorker = await mortalProgram('libs/server/referrals/src/due-dates-killed.fixture.ts');
  db = await testDatabase();
  const receiver = await aPost(db);
  const common = { receiver_unit_id: receiver.unit_id, sent_at: hoursAgo(90), status_since: hoursAgo(90), due_at: hoursAgo(1) };
  // Several batches of both kinds, mixed by date.
  for (let count = 0; count < 110; count++) {
    reminded.push((await aReferral(db, { ...common, due_at: hoursAgo(count + 2), due_milestone: 'decide_target' })).id);
    const asked = { status: 'cancel_requested', outcome: 'moved', status_since: hoursAgo(24 * 30), due_milestone: 'cancel_silence' };
    moved.push((await aReferral(db, { ...common, ...asked, due_at: hoursAgo(count + 1) })).id);
  }
}, 120_000);
afterAll(() => db?.drop());

const exitOf = async (more: Readonly<Record<string, string>>): Promise<string | null> =>
  ((await once(aWorker(db, more), 'exit')) as [number | null, string | null])[1];

describe('workers killed while dates fall due', () => {
  it('lose no date and act on none twice, wherever they die and however many they are', async () => {
    for (const [round, dies] of ['in a move', 'before reminders', 'before commit', 'in a move', 'before commit'].entries()) {
      expect(await exitOf({ DIES: dies, AFTER: String(dies === 'in a move' ? 20 * round + 3 : Math.floor(round / 4)) })).toBe('SIGKILL');
    }
    const together = await Promise.all([exitOf({}), exitOf({}), exitOf({ DIES: 'before commit' })]);
    expect(together.slice(0, 2)).toEqual([null, null]);
    await exitOf({});

    const due = await db.rows(`select id from app.referral where region = '53' and due_at <= now()`);
    expect(due).toEqual([]);
    const told = await db.rows<{ event: string; id: string; n: number }>(
      `select event, payload->>'referralId' as id, count(*)::int as n from app.outbox where region = '53' group by 1, 2`,
    );
    expect(told.every(({ n }) => n === 1)).toBe(true);
    expect(
      told
        .filter(({ event }) => event === 'referral.reminded')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...reminded].sort());
    expect(
      told
        .filter(({ event }) => event === 'referral.cancelled_by_silence')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...moved].sort());
    const remembered = await db.rows(`select referral_id, step, milestone from app.referral_reminder where region = '53'`);
    expect(remembered).toHaveLength(reminded.length);
    for (const id of moved) {
      const log = await db.rows<ReferralTransition>(
        `select sequence, move, from_status as "fromStatus", to_status as "toStatus", actor_kind as "actorKind", detail, at
         from app.referral_transition where region = '53' and referral_id = $1 and sequence > 1 order by sequence`,
        [id],
      );
      expect(log.map(({ move, toStatus }) => [move, toStatus])).toEqual([['confirm_by_silence', 'closed']]);
    }
  }, 240_000);
});
