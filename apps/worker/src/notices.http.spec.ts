import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppointmentsApi } from '@relais/server/appointments';
import { EventRunner, KernelModule } from '@relais/server/kernel';
import { NotificationsApi, NotificationsJobs } from '@relais/server/notifications';
import { ReferralsApi, ReferralsJobs } from '@relais/server/referrals';
import { aBeneficiary, apiFor, type Professional, settingsFor, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';

let db: TestDatabase;
let api: TestApi;
let worker: INestApplicationContext;
let sender: Professional;
let receiver: Professional;
let colleague: Professional;
let elsewhere: Professional;

class Worker {}

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [NotificationsApi, ReferralsApi, AppointmentsApi]);
  await api.app.listen(0, '127.0.0.1');
  const imports = [KernelModule.forWorker({ settings: settingsFor(db) }), NotificationsJobs, ReferralsJobs];
  worker = await NestFactory.createApplicationContext({ module: Worker, imports }, { logger: false });
  [sender, receiver] = [await db.as.counsellor(), await db.as.counsellor()];
  colleague = await db.as.counsellor({ unitId: receiver.actor.unitId });
  elsewhere = await db.as.counsellor({ region: '04' });
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);
const noticesOf = async (who: Professional) => (await api.as(who).get('/api/notices').expect(200)).body;

/** The worker does what is left to do, each event as its own delivery. */
async function work(): Promise<void> {
  const events = await db.rows<{ id: string }>(`select id from app.outbox where region = '53' and settled_at is null order by id`);
  for (const { id } of events) await worker.get(EventRunner).handle({ region: '53', eventId: id });
  if (events.length > 0) await work();
}

async function aSent(kind: 'add' | 'redirect' = 'add'): Promise<{ id: string; beneficiaryId: string }> {
  const { id: beneficiaryId } = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
  const draft = { beneficiaryId, kind, need: 'Un logement', theme: 'housing', receiverUnitId: receiver.actor.unitId };
  const { id } = (await post(sender, '/referrals', draft).expect(201)).body;
  await post(sender, `/referrals/${id}/send`, { agreement: { status: 'informed', how: 'said' } }).expect(200);
  return { id, beneficiaryId };
}

describe('a notice', () => {
  it('reaches the whole team of the queue, then whoever answers for it, and the sender for each step', async () => {
    const { id } = await aSent();
    await work();
    for (const who of [receiver, colleague])
      expect((await noticesOf(who)).items[0]).toMatchObject({
        kind: 'referral.sent',
        referralId: id,
        audience: 'receiver',
        beneficiaryId: null,
      });
    expect((await noticesOf(sender)).items).toEqual([]);

    await post(receiver, `/referrals/${id}/accept`).expect(200);
    await work();
    expect(await noticesOf(sender)).toMatchObject({ unread: 1, items: [{ kind: 'referral.accepted', audience: 'sender' }] });
    await post(sender, `/referrals/${id}/request-cancel`, { reason: 'Elle déménage', outcome: 'moved' }).expect(200);
    await work();
    expect((await noticesOf(receiver)).items[0]).toMatchObject({ kind: 'referral.cancel_requested' });
    expect((await noticesOf(colleague)).items).toHaveLength(1);
  });

  it('is read one by one or all at once, by its own reader only', async () => {
    await aSent();
    await work();
    const [latest] = (await noticesOf(colleague)).items;
    await post(sender, `/notices/${latest.id}/read`).expect(404);
    await post(elsewhere, `/notices/${latest.id}/read`).expect(404);
    await post(colleague, `/notices/${latest.id}/read`).expect(204);
    expect((await noticesOf(colleague)).items[0].readAt).not.toBeNull();
    await post(receiver, '/notices/read-all').expect(204);
    expect((await noticesOf(receiver)).unread).toBe(0);
    expect((await noticesOf(elsewhere)).items).toEqual([]);
    const page = (await api.as(colleague).get('/api/notices?limit=1').expect(200)).body;
    const next = (await api.as(colleague).get(`/api/notices?limit=1&after=${page.next}`).expect(200)).body;
    expect(next.items[0].id).not.toBe(page.items[0].id);
  });
});

describe('the ways of notices', () => {
  it('are the usual ones until the post chooses, each post for itself', async () => {
    const before = (await api.as(colleague).get('/api/notices/preferences').expect(200)).body;
    expect(before.topics).toContainEqual({ topic: 'arrival', way: 'at_once', locked: false });
    expect(before.topics).toContainEqual({ topic: 'due', way: 'at_once', locked: true });
    const mine = { language: 'en', ways: { arrival: 'never' } };
    const after = (await api.as(colleague).put('/api/notices/preferences').send(mine).expect(200)).body;
    expect(after).toMatchObject({ language: 'en' });
    expect(after.topics).toContainEqual({ topic: 'arrival', way: 'never', locked: false });
    expect((await api.as(receiver).get('/api/notices/preferences').expect(200)).body).toEqual(before);
    const unread = (await noticesOf(colleague)).unread;
    await aSent();
    await work();
    expect((await noticesOf(colleague)).unread).toBe(unread);
  });

  it('refuse what is not a choice, or a choice for what nobody can silence', async () => {
    for (const ways of [{ arrival: 'sometimes' }, { due: 'never' }, { security: 'in_app' }])
      await api.as(colleague).put('/api/notices/preferences').send({ language: 'fr', ways }).expect(422);
    const unread = (await api.as(receiver).get('/api/notices?only=unread').expect(200)).body.items;
    expect(unread.every(({ readAt }: { readAt: string | null }) => readAt === null)).toBe(true);
  });
});

describe('an appointment that was honoured', () => {
  it('proves the first contact: the referral is in progress, the lead of a redirect goes over, the sender is told', async () => {
    const { id, beneficiaryId } = await aSent('redirect');
    const startsAt = new Date(Date.now() + 60_000).toISOString();
    const accepted = (await post(receiver, `/referrals/${id}/accept`, { appointment: { startsAt, minutes: 30 } }).expect(200)).body;
    await db
      .arranging('53')
      .rows(`update app.appointment set starts_at = now() where region = '53' and id = $1`, [accepted.appointment.id]);
    await post(receiver, `/appointments/${accepted.appointment.id}/honour`).expect(200);
    await work();
    const after = (await api.as(sender).get(`/api/referrals/${id}`).expect(200)).body;
    expect(after).toMatchObject({ status: 'in_progress', leadWith: 'receiver', person: { beneficiaryId } });
    expect(after.transitions.at(-1)).toMatchObject({ move: 'record_contact', actorName: expect.any(String) });
    expect((await noticesOf(sender)).items[0]).toMatchObject({ kind: 'referral.contact_recorded' });
  });
});

describe('the live stream', () => {
  const open = (who: Professional, postId: string) => {
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}/api/posts/${postId}/events`, { headers: { authorization: `Bearer ${api.tokenOf(who)}` } });
  };

  it('says that something changed to those whom it concerns, and never what', async () => {
    const answer = await open(receiver, receiver.actor.postId);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    await aSent();
    await work();
    let heard = '';
    for await (const chunk of answer.body as ReadableStream<Uint8Array>) {
      heard += new TextDecoder().decode(chunk);
      if (heard.includes('"topic":"referral"') && heard.includes('"topic":"notice"')) break;
    }
    expect(heard).toMatch(/^event: changed\ndata: \{"topic":"notice"\}$/m);
    expect(heard).toMatch(/^event: changed\ndata: \{"topic":"referral"/m);
    expect(heard).not.toContain('logement');
  });

  it('is one’s own: that of another post does not exist', async () => {
    expect((await open(receiver, colleague.actor.postId)).status).toBe(404);
    expect((await api.request.get(`/api/posts/${receiver.actor.postId}/events`)).status).toBe(401);
  });
});
