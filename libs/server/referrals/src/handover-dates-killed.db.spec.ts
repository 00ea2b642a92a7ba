import { once } from 'node:events';
import { instantAt, plusMinutes } from '@relais/domain';
import { aBeneficiary, build, type Mortal, mortalProgram, type Professional, testDatabase, type TestDatabase } from '@relais/testing';

const EACH = 12;
const MOVES = { proposed: ['lapse'], overlap: ['take_effect', 'warm_up'], warm: ['end'] } as const;

let db: TestDatabase;
let aWorker: Mortal;
let giver: Professional;
let taker: Professional;
const handovers = new Map<string, { readonly status: keyof typeof MOVES; readonly personId: string }>();
const hoursAgo = (hours: number): string => plusMinutes(instantAt(Date.now()), -60 * hours);

beforeAll(async () => {
  aWorker = await mortalProgram('libs/server/referrals/src/handover-dates-killed.fixture.ts');
  db = await testDatabase();
  [giver, taker] = [await db.as.counsellor(), await db.as.counsellor()];
  const between = {
    ...{ from_post_id: giver.actor.postId, from_unit_id: giver.actor.unitId },
    ...{ to_post_id: taker.actor.postId, to_unit_id: taker.actor.unitId },
  };
  for (let count = 0; count < EACH; count++)
    for (const status of ['proposed', 'overlap', 'warm'] as const) {
      const lead = status === 'warm' ? taker : giver;
      const person = await aBeneficiary(db, { lead_post_id: lead.actor.postId });
      const due = {
        due_at: hoursAgo(count + 1),
        ...(status === 'warm' && { warm_until: hoursAgo(count + 1), effective_at: hoursAgo(800) }),
      };
      const dates = { status_since: hoursAgo(900), created_at: hoursAgo(900), updated_at: hoursAgo(900), sequence: 0 };
      const { id } = await build<{ id: string }>(db, 'handover', {
        ...{ beneficiary_id: person.id, kind: 'decision', status },
        ...between,
        ...due,
        ...dates,
      });
      handovers.set(id, { status, personId: person.id });
    }
}, 120_000);
afterAll(() => db?.drop());

const exitOf = async (more: Readonly<Record<string, string>>): Promise<string | null> =>
  ((await once(aWorker(db, more), 'exit')) as [number | null, string | null])[1];

describe('workers killed while handovers fall due', () => {
  it('lose no date and move none twice: each lapses, takes effect or ends once, and every file has its one lead', async () => {
    for (const [round, dies] of ['before a move', 'before commit', 'before commit'].entries())
      expect(await exitOf({ DIES: dies, AFTER: String(round * 4) })).toBe('SIGKILL');
    const together = await Promise.all([exitOf({}), exitOf({}), exitOf({ DIES: 'before commit' })]);
    expect(together.slice(0, 2)).toEqual([null, null]);
    await exitOf({});

    expect(await db.rows(`select id from app.handover where region = '53' and due_at <= now()`)).toEqual([]);
    const log = await db.rows<{ id: string; moves: string[] }>(
      `select handover_id as id, array_agg(move order by sequence) as moves from app.handover_transition where region = '53' group by 1`,
    );
    expect(log).toHaveLength(handovers.size);
    for (const { id, moves } of log) expect(moves).toEqual(MOVES[handovers.get(id)?.status ?? 'proposed']);
    const told = await db.rows<{ event: string; n: number; handovers: number }>(
      `select event, count(*)::int as n, count(distinct payload->>'handoverId')::int as handovers from app.outbox
       where region = '53' and event like 'handover.%' group by 1 order by 1`,
    );
    expect(told).toEqual(['effective', 'ended', 'lapsed'].map((end) => ({ event: `handover.${end}`, n: EACH, handovers: EACH })));
    for (const { status, personId } of handovers.values()) {
      const [row] = await db.rows<{ lead: string; open: number }>(
        `select b.lead_post_id as lead, (select count(*)::int from app.lead_tenure t where t.region = '53' and t.beneficiary_id = b.id
         and t.until is null) as open from app.beneficiary b where b.region = '53' and b.id = $1`,
        [personId],
      );
      expect(row).toEqual({ lead: (status === 'proposed' ? giver : taker).actor.postId, open: 1 });
    }
  }, 240_000);
});
