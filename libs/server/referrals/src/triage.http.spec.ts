import { randomUUID } from 'node:crypto';
import { AppointmentsApi } from '@relais/server/appointments';
import { aBeneficiary, apiFor, aReferral, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { ReferralsApi } from './referrals.module';

let db: TestDatabase;
let api: TestApi;
let sender: Professional;
let receiver: Professional;
let colleague: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi, AppointmentsApi]);
  [sender, receiver] = [await db.as.counsellor(), await db.as.counsellor()];
  const { unitId, operatorId } = receiver.actor;
  colleague = await db.as.counsellor({ unitId, operatorId });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const post = (who: Professional, path: string, body: object = {}) => api.as(who).post(`/api/referrals${path}`).send(body);
const boxOf = async (who: Professional, box: string): Promise<{ id: string }[]> =>
  (await api.as(who).get(`/api/referrals?box=${box}`).expect(200)).body.items;

const aSent = async (more: object = {}): Promise<string> => {
  const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
  const { id } = await aReferral(db, {
    beneficiary_id: person.id,
    sender_post_id: sender.actor.postId,
    sender_unit_id: sender.actor.unitId,
    sender_operator_id: sender.actor.operatorId,
    receiver_unit_id: receiver.actor.unitId,
    receiver_operator_id: receiver.actor.operatorId,
    status: 'sent',
    sent_at: inDays(-3),
    status_since: inDays(-3),
    due_at: inDays(2),
    due_milestone: 'decide_target',
    ...more,
  });
  return id;
};

describe('putting a referral off', () => {
  it('hides it from my queue only, once, and counts it apart', async () => {
    const id = await aSent();
    await post(receiver, `/${id}/snooze`, { until: inDays(1) }).expect(204);
    expect((await boxOf(receiver, 'received')).map((line) => line.id)).not.toContain(id);
    expect(await boxOf(receiver, 'snoozed')).toContainEqual(expect.objectContaining({ id, snoozedUntil: expect.any(String) }));
    expect((await boxOf(colleague, 'received')).map((line) => line.id)).toContain(id);
    expect((await api.as(receiver).get('/api/referrals/counts').expect(200)).body).toMatchObject({ snoozed: 1, usualDays: null });
    expect((await post(receiver, `/${id}/snooze`, { until: inDays(2) }).expect(409)).body.code).toBe('referral.once_only');
  });

  it('is refused to the sender, beyond a week, and for what does not exist', async () => {
    const id = await aSent();
    await post(sender, `/${id}/snooze`, { until: inDays(1) }).expect(403);
    expect((await post(receiver, `/${id}/snooze`, { until: inDays(9) }).expect(422)).body.code).toBe('referral.date_out_of_range');
    await post(receiver, `/${randomUUID()}/snooze`, { until: inDays(1) }).expect(404);
  });
});

describe('a team that asks for a person', () => {
  it('stands at the desk of the team that accompanies and decides, and among what the asking team has sent', async () => {
    const late = { due_at: inDays(-1) };
    const id = await aSent({ kind: 'claim', sender_post_id: receiver.actor.postId, ...late });
    const counts = async (who: Professional) => (await api.as(who).get('/api/referrals/counts').expect(200)).body;
    const [decides, waits] = [await counts(sender), await counts(receiver)];
    const placesOf = async (who: Professional): Promise<string[]> => {
      const places: string[] = [];
      for (const box of ['received', 'to_contact', 'in_progress', 'sent', 'done', 'snoozed'])
        for (const line of (await boxOf(who, box)) as { id: string; side?: string }[])
          if (line.id === id) places.push(`${box} as ${line.side}`);
      return places;
    };
    expect(await placesOf(sender)).toEqual(['received as sender']);
    expect(await placesOf(receiver)).toEqual(['sent as receiver']);
    await post(sender, `/${id}/snooze`, { until: inDays(1) }).expect(204);
    expect(await placesOf(sender)).toEqual(['snoozed as sender']);
    await post(sender, `/${id}/accept`).expect(200);
    expect(await placesOf(sender)).toEqual(['sent as sender']);
    expect(await placesOf(receiver)).toEqual(['to_contact as receiver']);
    const after = { decides: await counts(sender), waits: await counts(receiver) };
    expect([after.decides.received - decides.received, after.decides.overdue - decides.overdue]).toEqual([-1, -1]);
    expect([after.waits.sent - waits.sent, after.waits.to_contact - waits.to_contact]).toEqual([-1, 1]);
  });
});

describe('two people on one referral', () => {
  it('see each other at the same desk, never the other operator’s', async () => {
    const id = await aSent();
    expect((await post(receiver, `/${id}/watch`).expect(200)).body).toEqual({ items: [] });
    await post(sender, `/${id}/watch`).expect(200);
    const { body } = await post(colleague, `/${id}/watch`).expect(200);
    expect(body.items).toEqual([{ postId: receiver.actor.postId, name: expect.any(String) }]);
    expect((await post(receiver, `/${id}/watch`).expect(200)).body.items).toHaveLength(1);
  });

  it('are forgotten after a minute, and nobody watches what they do not see', async () => {
    const id = await aSent();
    await post(receiver, `/${id}/watch`).expect(200);
    await db.arranging('53').rows(`update app.referral_watch set seen_at = now() - interval '1 minute' where region = '53'`);
    expect((await post(colleague, `/${id}/watch`).expect(200)).body).toEqual({ items: [] });
    const stranger = await db.as.counsellor();
    await post(stranger, `/${id}/watch`).expect(404);
  });
});

describe('the clock of a line and of a thread', () => {
  it('tells working days waited and left, what comes next, and the days to the first contact', async () => {
    const id = await aSent({ sent_at: inDays(-16), status_since: inDays(-16), due_at: inDays(-7) });
    const line = (await boxOf(receiver, 'received')).find((one) => one.id === id);
    expect(line).toMatchObject({ overdue: true, waitedDays: expect.any(Number), leftDays: expect.any(Number) });
    expect((line as { leftDays?: number }).leftDays).toBeLessThan(0);
    const { body } = await api.as(sender).get(`/api/referrals/${id}`).expect(200);
    expect(body).toMatchObject({ contactDays: 16, chain: [], wait: { overdue: true, leftDays: expect.any(Number) } });
    expect(body.ahead.map(({ milestone }: { milestone: string }) => milestone)).toContain('decide_expire');
  });

  it('tells the chain: what it follows and what follows it', async () => {
    const first = await aSent({
      status: 'closed',
      closure: 'declined',
      outcome: 'no_capacity',
      decline_reason: 'no_place',
      closed_at: inDays(-1),
    });
    const [{ beneficiary_id: personId } = { beneficiary_id: '' }] = await db
      .arranging('53')
      .rows<{ beneficiary_id: string }>(`select beneficiary_id from app.referral where region = '53' and id = $1`, [first]);
    const second = await aSent({ beneficiary_id: personId, parent_id: first });
    const chainOf = async (id: string) => (await api.as(sender).get(`/api/referrals/${id}`).expect(200)).body.chain;
    expect(await chainOf(second)).toMatchObject([{ id: first, place: 'before', declineReason: 'no_place' }]);
    expect(await chainOf(first)).toMatchObject([{ id: second, place: 'after', status: 'sent' }]);
  });
});

describe('the sheet that the person keeps', () => {
  it('is a tagged PDF in French, with title and headings, and not for strangers nor before the referral has left', async () => {
    const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
    const draft = {
      beneficiaryId: person.id,
      kind: 'add',
      need: 'Trouver un logement',
      theme: 'housing',
      receiverUnitId: receiver.actor.unitId,
    };
    const { body } = await post(sender, '', draft).set('idempotency-key', randomUUID()).expect(201);
    await api.as(sender).get(`/api/referrals/${body.id}/person-sheet`).expect(409);
    await post(sender, `/${body.id}/send`, { agreement: { status: 'agreed', how: 'said' } }).expect(200);
    const answer = await api.as(sender).get(`/api/referrals/${body.id}/person-sheet`).buffer().parse(bytesOf).expect(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const paper = (answer.body as Buffer).toString('latin1');
    expect(paper.slice(0, 5)).toBe('%PDF-');
    for (const sign of ['/StructTreeRoot', '/Lang (fr-FR)', '/Marked true', '/DisplayDocTitle true', '/Title '])
      expect(paper).toContain(sign);
    expect(paper.match(/\/S \/H1\b/g)).toHaveLength(1);
    expect(paper.match(/\/S \/H2\b/g)?.length).toBeGreaterThanOrEqual(5);
    expect(paper).toMatch(/\/S \/P\b/);
    await api
      .as(await db.as.counsellor())
      .get(`/api/referrals/${body.id}/person-sheet`)
      .expect(404);
  });
});

function bytesOf(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const pieces: Buffer[] = [];
  (response as NodeJS.ReadableStream).on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)));
}
