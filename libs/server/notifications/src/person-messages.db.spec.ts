import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Id, plusMinutes, toInstant } from '@relais/domain';
import { EventRunner, Sealer } from '@relais/server/kernel';
import {
  aBeneficiary,
  anAppointment,
  aReferral,
  type Professional,
  TestClock,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';
import { POSTFIX_UNKNOWN } from './bounces.fixture';
import { NotificationsJobs, ReadBounces, RemindAppointments, SendMessages } from './index';

/** Later than this very day: a context signed in the past opens nothing. */
const wednesdayNoon = toInstant('2027-11-24T12:00:00+01:00');
const tuesday = toInstant('2027-11-30T10:00:00+01:00');

let db: TestDatabase;
let worker: TestWorker;
let clock: TestClock;
let folder: string;
let who: Professional;

beforeAll(async () => {
  db = await testDatabase();
  clock = new TestClock(wednesdayNoon);
  folder = await mkdtemp(join(tmpdir(), 'relais-person-mails-'));
  worker = await workerFor(db, [NotificationsJobs], { clock, environment: { MAIL_FOLDER: folder } });
  who = await db.as.counsellor();
}, 60_000);
afterAll(async () => {
  await worker?.close();
  await rm(folder, { recursive: true, force: true });
  await db?.drop();
});
beforeEach(() => clock.moveTo(wednesdayNoon));

/** A person who may be written to, unless said otherwise. */
async function aPerson(more: Record<string, unknown> = {}): Promise<{ id: Id; email: string }> {
  const sealer = worker.get(Sealer);
  const key = sealer.newKey();
  const email = `${randomUUID().slice(0, 8)}@personne.example`;
  const reached = { contact_preference: 'email', sealed_key: key, email_sealed: sealer.seal(key, email) };
  const { id } = await aBeneficiary(db, { lead_post_id: who.actor.postId, given_name: 'Jeanne', ...reached, ...more });
  return { id, email };
}
async function happens(event: string, payload: object): Promise<Id> {
  const id = randomUUID();
  await db
    .arranging('53')
    .rows(`insert into app.outbox (region, id, event, payload) values ('53', $1, $2, $3)`, [id, event, JSON.stringify(payload)]);
  await worker.get(EventRunner).handle({ region: '53', eventId: id });
  return id;
}
const waitlisted = async (beneficiaryId: Id): Promise<Id> => {
  const { id } = await aReferral(db, { beneficiary_id: beneficiaryId });
  return happens('referral.waitlisted', { referralId: id, beneficiaryId, tellPerson: 'yes', actorPostId: who.actor.postId });
};
const messagesOf = (person: Id): Promise<{ id: Id; kind: string; status: string; reason: string | null; due: string }[]> =>
  db.rows(`select id, kind, status, reason, due_at as due from app.message where region = '53' and recipient_id = $1 order by created_at`, [
    person,
  ]);
const lettersTo = async (email: string): Promise<string[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.eml'));
  const all = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return all.filter((text) => text.includes(`To: ${email}`));
};
const askedToTell = (person: Id): Promise<{ detail: string }[]> =>
  db.rows(`select detail from app.notice where region = '53' and kind = 'person.not_told' and beneficiary_id = $1`, [person]);

describe('a message to the person', () => {
  it('leaves in general words, with no name and no address in the ledger', async () => {
    const { id, email } = await aPerson();
    await waitlisted(id);
    await worker.get(SendMessages).pass('53');
    expect(await messagesOf(id)).toMatchObject([{ kind: 'waitlisted', status: 'delivered' }]);
    const [letter = ''] = await lettersTo(email);
    expect(letter).toContain('Subject: =?UTF-8?Q?Votre_demande_est_enregistr=C3=A9e?=');
    expect(letter).not.toMatch(/Jeanne|Rousseau|logement|Mission locale|Site /);
    const [row] = await db.rows(`select to_jsonb(m)::text as row from app.message m where region = '53' and recipient_id = $1`, [id]);
    expect(JSON.stringify(row)).not.toContain(email);
  });

  it.each([
    ['unsafe_to_contact', { unsafe_to_contact: true }],
    ['asked_not_to_be_contacted', { contact_preference: 'none' }],
    ['read_the_rule_first', { contact_rule: 'Ne rien envoyer que sa mère puisse lire.' }],
    ['other_channel_preferred', { contact_preference: 'phone' }],
    ['needs_interpreter', { interpreter: true }],
    ['no_address', { email_sealed: null }],
  ])('does not leave when %s: people are asked to tell them', async (reason, more) => {
    const { id, email } = await aPerson(more);
    await waitlisted(id);
    await worker.get(SendMessages).pass('53');
    expect(await messagesOf(id)).toMatchObject([{ status: 'failed', reason }]);
    expect(await askedToTell(id)).toEqual([{ detail: reason }]);
    expect(await lettersTo(email)).toEqual([]);
  });

  it('does not leave any more to somebody who became unsafe to contact while it waited for the morning', async () => {
    clock.moveTo(toInstant('2027-11-24T22:10:00+01:00'));
    const { id, email } = await aPerson();
    await waitlisted(id);
    const morning = toInstant('2027-11-25T08:00:00+01:00');
    expect(await messagesOf(id)).toMatchObject([{ status: 'queued', due: morning }]);
    await worker.get(SendMessages).pass('53');
    await db.arranging('53').rows(`update app.beneficiary set unsafe_to_contact = true where region = '53' and id = $1`, [id]);
    clock.moveTo(morning);
    await worker.get(SendMessages).pass('53');
    expect(await messagesOf(id)).toMatchObject([{ status: 'failed', reason: 'unsafe_to_contact' }]);
    expect(await lettersTo(email)).toEqual([]);
  });

  it('that came back asks people to tell them, and changes nothing else', async () => {
    const { id } = await aPerson();
    await waitlisted(id);
    await worker.get(SendMessages).pass('53');
    const [message] = await messagesOf(id);
    await mkdir(join(folder, 'bounces'), { recursive: true });
    await writeFile(join(folder, 'bounces', 'one.eml'), POSTFIX_UNKNOWN.replaceAll('{name}', `53.${message?.id}`));
    await writeFile(join(folder, 'bounces', 'other.eml'), POSTFIX_UNKNOWN.replaceAll('{name}', `04.${randomUUID()}`));
    expect(await worker.get(ReadBounces).execute('53')).toBe(1);
    expect(await worker.get(ReadBounces).execute('53')).toBe(0);
    expect(await messagesOf(id)).toMatchObject([{ status: 'bounced', reason: 'dsn 5.1.1' }]);
    expect(await askedToTell(id)).toEqual([{ detail: 'bounced' }]);
    expect(await readdir(join(folder, 'bounces', 'read'))).toEqual(['one.eml']);
    expect(await readdir(join(folder, 'bounces'))).toContain('other.eml');
    expect(await db.rows(`select status from app.referral where region = '53' and beneficiary_id = $1`, [id])).toEqual([
      { status: 'sent' },
    ]);
  });
});

describe('a meeting', () => {
  const planned = async (beneficiaryId: Id, more: object = {}): Promise<Id> => {
    const row = { beneficiary_id: beneficiaryId, post_id: who.actor.postId, starts_at: tuesday, created_at: wednesdayNoon, ...more };
    return (await anAppointment(db, row)).id;
  };

  it('is confirmed to the person, with an invitation', async () => {
    const { id, email } = await aPerson({ language: 'en' });
    await happens('appointment.planned', {
      appointmentId: await planned(id, { starts_at: plusMinutes(tuesday, 90 * 1440) }),
      beneficiaryId: id,
    });
    await worker.get(SendMessages).pass('53');
    const [letter = ''] = await lettersTo(email);
    expect(letter).toContain('Subject: Your appointment');
    expect(letter).toContain('text/calendar');
  });

  it('is recalled two days before, once, and again only when it moved', async () => {
    const { id, email } = await aPerson();
    const appointment = await planned(id);
    const round = () => worker.get(RemindAppointments).execute('53');
    clock.moveTo(plusMinutes(tuesday, -49 * 60));
    expect(await round()).toBe(0);
    // Two days before is a Sunday: it waits for Monday morning.
    clock.moveTo(plusMinutes(tuesday, -48 * 60));
    expect([await round(), await round()]).toEqual([1, 0]);
    expect(await messagesOf(id)).toMatchObject([{ kind: 'appointment_reminder', due: '2027-11-29T07:00:00.000Z' }]);
    clock.moveTo(toInstant('2027-11-29T08:00:00+01:00'));
    await worker.get(SendMessages).pass('53');
    expect(await lettersTo(email)).toHaveLength(1);
    const moved = plusMinutes(tuesday, 7 * 1440);
    await db.arranging('53').rows(`update app.appointment set starts_at = $2 where region = '53' and id = $1`, [appointment, moved]);
    clock.moveTo(plusMinutes(moved, -47 * 60));
    expect([await round(), await round()]).toEqual([1, 0]);
  });

  it('of somebody whose file is closed is not recalled, nor told when it was on its way', async () => {
    const { id, email } = await aPerson();
    await planned(id);
    clock.moveTo(plusMinutes(tuesday, -47 * 60));
    const round = () => worker.get(RemindAppointments).execute('53');
    expect(await round()).toBe(1);
    const close = `update app.beneficiary set status = 'closed', lead_post_id = null, lead_unit_id = null where region = '53' and id = $1`;
    await db.arranging('53').rows(close, [id]);
    clock.moveTo(toInstant('2027-11-29T09:00:00+01:00'));
    await worker.get(SendMessages).pass('53');
    expect(await messagesOf(id)).toMatchObject([{ status: 'failed', reason: 'file_closed' }]);
    const gone = await aPerson();
    await planned(gone.id);
    await db.arranging('53').rows(close, [gone.id]);
    expect(await round()).toBe(0);
    expect([await lettersTo(email), await lettersTo(gone.email)]).toEqual([[], []]);
  });

  it('that was cancelled meanwhile is not recalled', async () => {
    const { id, email } = await aPerson();
    const appointment = await planned(id);
    clock.moveTo(plusMinutes(tuesday, -47 * 60));
    await worker.get(RemindAppointments).execute('53');
    await db.arranging('53').rows(`update app.appointment set status = 'cancelled' where region = '53' and id = $1`, [appointment]);
    clock.moveTo(toInstant('2027-11-29T09:00:00+01:00'));
    await worker.get(SendMessages).pass('53');
    expect(await messagesOf(id)).toMatchObject([{ status: 'failed', reason: 'appointment_over' }]);
    expect(await lettersTo(email)).toEqual([]);
  });
});
