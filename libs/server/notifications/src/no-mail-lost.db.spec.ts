import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@relais/server/kernel';
import { aReferral, build, type Mortal, mortalProgram, testDatabase, type TestDatabase } from '@relais/testing';

const MAILS = 30;
const step = '2026-11-20T10:30:00.000Z';

let db: TestDatabase;
let start: Mortal;
let folder: string;
let ids: string[];

beforeAll(async () => {
  start = await mortalProgram('libs/server/notifications/src/postman-to-kill.fixture.ts');
  db = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'relais-killed-'));
  const { actor } = await db.as.counsellor();
  const { id: referral_id } = await aReferral(db);
  ids = Array.from({ length: MAILS }, () => newId());
  for (const id of ids) {
    const who = { recipient_id: randomUUID(), post_id: actor.postId, operator_id: actor.operatorId, unit_id: actor.unitId };
    const reminder = { referral_id, reminder_step: step, reminder_milestone: 'decide_target' };
    const at = new Date(Date.now() - 60_000);
    await build(db, 'message', { id, event_id: randomUUID(), kind: 'due', due_at: at, created_at: at, ...who, ...reminder });
  }
}, 90_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await db?.drop();
});

const open = async (): Promise<number> =>
  (await db.rows(`select 1 from app.message where region = '53' and status in ('queued', 'sent')`)).length;

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await done()); waited += 200) {
    if (waited > 120_000) throw new Error('the worker did not finish');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('workers killed while mails leave', () => {
  it('lose no mail, write none twice, and settle its reminder once', async () => {
    const deaths = ['before handing over', 'after handing over', 'before handing over', 'after handing over'];
    for (const [round, dies] of deaths.entries()) {
      const worker = start(db, { DIES: dies, AFTER: '2', MINUTES_LATER: String(round * 9), MAIL_FOLDER: folder });
      const [, signal] = (await once(worker, 'exit')) as [number | null, string | null];
      expect(signal).toBe('SIGKILL');
    }
    expect(await open()).toBeGreaterThan(0);
    const alive = start(db, { MINUTES_LATER: '60', MAIL_FOLDER: folder });
    await until(async () => (await open()) === 0);
    alive.kill('SIGKILL');
    const states = await db.rows<{ status: string; count: number }>(
      `select status, count(*)::int as count from app.message where region = '53' group by status`,
    );
    expect(states).toEqual([{ status: 'delivered', count: MAILS }]);
    expect((await readdir(folder)).filter((file) => file.endsWith('.eml')).sort()).toEqual(ids.map((id) => `53.${id}.eml`).sort());
    expect(await db.rows(`select 1 from app.outbox where region = '53' and event = 'reminder.settled'`)).toHaveLength(1);
  }, 300_000);
});
