import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Id, plusMinutes } from '@relais/domain';
import { aReferral, type Professional, TestClock, testDatabase, type TestDatabase, type TestWorker, workerFor } from '@relais/testing';
import { SMTPServer } from 'smtp-server';
import { NotificationsJobs, SendMessages } from './index';

let db: TestDatabase;
let clock: TestClock;
let folder: string;
let who: Professional;
let server: SMTPServer;
let byServer: TestWorker;
let byFile: TestWorker;
/** What the mail server does next, and what it accepted. */
let next: 'accept' | 'refuse' | 'wait' | 'vanish' = 'accept';
let accepted: string[] = [];

const workerWith = (environment: Record<string, string>): Promise<TestWorker> =>
  workerFor(db, [NotificationsJobs], { clock, environment: { MAIL_FOLDER: folder, PUBLIC_URL: 'https://relais.example', ...environment } });

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock();
  folder = await mkdtemp(join(tmpdir(), 'relais-mails-'));
  who = await db.as.counsellor();
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      if (next === 'refuse') return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      if (next === 'wait') return done(Object.assign(new Error('try later'), { responseCode: 451 }));
      return done();
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (next === 'vanish') return void server.connections.forEach((connection) => connection.close());
        accepted.push(Buffer.concat(parts).toString());
        return session && done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  byServer = await workerWith({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  byFile = await workerWith({});
}, 60_000);
afterAll(async () => {
  await byServer?.close();
  await byFile?.close();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  await rm(folder, { recursive: true, force: true });
  await db?.drop();
});
beforeEach(() => {
  next = 'accept';
  accepted = [];
});

/** A message in the ledger, to the professional when nobody else is said. */
async function aMessage(more: Record<string, unknown> = {}): Promise<Id> {
  const id = randomUUID();
  const row = {
    id,
    event_id: randomUUID(),
    recipient_id: who.actor.postId,
    post_id: who.actor.postId,
    kind: 'due',
    operator_id: who.actor.operatorId,
    unit_id: who.actor.unitId,
    due_at: clock.now(),
    created_at: clock.now(),
    ...more,
  };
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`);
  await db
    .arranging('53')
    .rows(`insert into app.message (region, ${names.join(', ')}) values ('53', ${places.join(', ')})`, Object.values(row));
  return id;
}
const stateOf = async (id: Id): Promise<unknown> =>
  (await db.rows(`select status, reason, attempts from app.message where region = '53' and id = $1`, [id]))[0];
const pass = (worker: TestWorker): Promise<number> => worker.get(SendMessages).pass('53');
const settled = (milestone: string): Promise<unknown[]> =>
  db.rows(`select 1 from app.outbox where region = '53' and event = 'reminder.settled' and payload ->> 'milestone' = $1`, [milestone]);

describe('a mail to a professional', () => {
  it('is accepted by the server: general words, no name, known again by its header', async () => {
    const id = await aMessage();
    await pass(byServer);
    expect(await stateOf(id)).toEqual({ status: 'delivered', reason: null, attempts: 1 });
    const [mail = ''] = accepted;
    expect(mail).toContain(`To: ${who.email}`);
    expect(mail).toContain(`Message-ID: <53.${id}@relais.example>`);
    expect(mail).toContain('List-Unsubscribe: <https://relais.example/avis/preferences>');
    expect(mail).toContain('Auto-Submitted: auto-generated');
    expect(mail).not.toMatch(/Camille|Le Goff|Rousseau|Jeanne/);
  });

  it('is written as a file where there is no server, and that file is the delivery', async () => {
    const id = await aMessage();
    await pass(byFile);
    expect(await stateOf(id)).toMatchObject({ status: 'delivered' });
    expect(await readdir(folder)).toContain(`53.${id}.eml`);
    expect(await readFile(join(folder, `53.${id}.eml`), 'utf8')).toContain('Subject: Quelque chose vous attend dans Relais');
  });

  it('bounces when the address is refused for good', async () => {
    next = 'refuse';
    const id = await aMessage();
    await pass(byServer);
    expect(await stateOf(id)).toEqual({ status: 'bounced', reason: 'smtp 550', attempts: 1 });
  });

  it('is tried again when the server asks to wait, later each time, and fails after eight tries', async () => {
    next = 'wait';
    const id = await aMessage();
    await pass(byServer);
    expect(await stateOf(id)).toEqual({ status: 'queued', reason: 'smtp 451', attempts: 1 });
    expect(await pass(byServer)).toBe(0);
    for (let round = 0; round < 7; round++) {
      clock.moveTo(plusMinutes(clock.now(), 2 ** round));
      await pass(byServer);
    }
    expect(await stateOf(id)).toEqual({ status: 'failed', reason: 'smtp 451', attempts: 8 });
  });

  it('is never sent twice by itself when the server vanished after the text: people decide', async () => {
    next = 'vanish';
    const id = await aMessage();
    await pass(byServer);
    expect(await stateOf(id)).toMatchObject({ status: 'sent', attempts: 1 });
    next = 'accept';
    clock.moveTo(plusMinutes(clock.now(), 60));
    await byServer.get(SendMessages).look('53');
    await pass(byServer);
    expect(accepted).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ status: 'sent', attempts: 1 });
  });

  it('leaves no later for several workers, and once', async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => aMessage()));
    await Promise.all([pass(byServer), pass(byServer), pass(byServer)]);
    await pass(byServer);
    expect(accepted).toHaveLength(30);
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ status: 'delivered', attempts: 1 });
  });
});

describe('a reminder', () => {
  it('is settled once, by the last of its mails to be delivered or bounced, even at one instant', async () => {
    const { id: referral_id } = await aReferral(db);
    const reminder = { referral_id, reminder_step: '2026-11-20T10:30:00.000Z', reminder_milestone: 'decide_target' };
    const others = await Promise.all([db.as.counsellor(), db.as.counsellor(), db.as.counsellor()]);
    for (const { actor } of others) await aMessage({ ...reminder, recipient_id: actor.postId, post_id: actor.postId });
    await pass(byServer);
    expect(await settled('decide_target')).toHaveLength(1);
  });

  it('is not settled while one of them may or may not have left', async () => {
    const { id: referral_id } = await aReferral(db);
    const reminder = { referral_id, reminder_step: '2026-11-20T10:30:00.000Z', reminder_milestone: 'waitlist_review' };
    next = 'vanish';
    await aMessage(reminder);
    await pass(byServer);
    next = 'accept';
    await aMessage({ ...reminder, recipient_id: randomUUID() });
    await pass(byServer);
    expect(await settled('waitlist_review')).toHaveLength(0);
  });
});
