import { randomUUID } from 'node:crypto';
import { AppointmentsApi } from '@relais/server/appointments';
import {
  aBeneficiary,
  anInterview,
  anOperator,
  aNote,
  apiFor,
  aUnit,
  type BeneficiaryRow,
  type Professional,
  type TestApi,
  testDatabase,
  type TestDatabase,
} from '@relais/testing';
import { ReferralsApi } from './referrals.module';

let db: TestDatabase;
let api: TestApi;
let sender: Professional;
let receiver: Professional;
let other: Professional;
let elsewhere: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi, AppointmentsApi]);
  [sender, receiver, other] = [await db.as.counsellor(), await db.as.counsellor(), await db.as.counsellor()];
  elsewhere = await db.as.counsellor({ region: '04' });
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const aPerson = (): Promise<BeneficiaryRow> => aBeneficiary(db, { lead_post_id: sender.actor.postId });

const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api/referrals${path}`).set('idempotency-key', randomUUID()).send(body);

const aDraft = async (person: BeneficiaryRow, more: object = {}): Promise<{ id: string; version: number }> => {
  const draft = {
    beneficiaryId: person.id,
    kind: 'add',
    need: 'Trouver une formation',
    theme: 'training',
    receiverUnitId: receiver.actor.unitId,
    ...more,
  };
  return (await post(sender, '', draft).expect(201)).body;
};

const agreement = { status: 'agreed', how: 'said' };

const aSent = async (more: object = {}): Promise<{ id: string; person: BeneficiaryRow }> => {
  const person = await aPerson();
  const { id } = await aDraft(person, more);
  await post(sender, `/${id}/send`, { agreement }).expect(200);
  return { id, person };
};

describe('a referral', () => {
  it('goes from the sender to the receiver and back as a known outcome', async () => {
    const { id, person } = await aSent({ message: 'Merci de la recevoir vite.' });
    const queue = (await api.as(receiver).get('/api/referrals?box=received').expect(200)).body;
    expect(queue.items.find((line: { id: string }) => line.id === id)).toMatchObject({
      side: 'receiver',
      status: 'sent',
      beneficiaryId: null,
    });

    const claimed = (await post(receiver, `/${id}/receive`).expect(200)).body;
    expect(claimed).toMatchObject({
      status: 'received',
      message: 'Merci de la recevoir vite.',
      packet: { content: { identity: { familyName: person.family_name } } },
    });

    const startsAt = '2026-12-01T09:00:00.000Z';
    const accepted = (await post(receiver, `/${id}/accept`, { appointment: { startsAt, minutes: 45, place: 'Bureau 3' } }).expect(200))
      .body;
    expect(accepted).toMatchObject({
      status: 'accepted',
      accountablePostId: receiver.actor.postId,
      person: { beneficiaryId: person.id },
      appointment: { startsAt, status: 'planned' },
      leadWith: 'sender',
      wait: { side: 'receiver' },
    });
    await post(receiver, `/${id}/record-contact`).expect(409);

    const met = await anInterview(db, {
      beneficiary_id: person.id,
      author_post_id: receiver.actor.postId,
      status: 'sealed',
      happened_at: new Date(),
    });
    expect((await post(receiver, `/${id}/record-contact`, { interviewId: met.id }).expect(200)).body).toMatchObject({
      status: 'in_progress',
      leadWith: 'sender',
    });
    expect((await post(receiver, `/${id}/post-result`, { outcome: 'met', note: 'Inscrite' }).expect(200)).body).toMatchObject({
      wait: { side: 'sender' },
    });
    const closed = (await post(sender, `/${id}/acknowledge`).expect(200)).body;
    expect(closed).toMatchObject({ status: 'closed', closure: 'completed', outcome: 'met', wait: null });
    expect(closed.transitions.map(({ move }: { move: string }) => move)).toEqual([
      'send',
      'receive',
      'accept',
      'record_contact',
      'post_result',
      'acknowledge',
    ]);
  });

  it('is read by the receiver as a summary until somebody claims it, and the pack is the one that was previewed', async () => {
    const { id } = await aDraft(await aPerson());
    const preview = (await post(sender, `/${id}/packet-preview`).expect(200)).body;
    await post(sender, `/${id}/send`, { hash: preview.hash }).expect(409);
    await post(sender, `/${id}/send`, { agreement, hash: preview.hash }).expect(200);
    const waiting = (await api.as(receiver).get(`/api/referrals/${id}`).expect(200)).body;
    expect(waiting).toMatchObject({ packet: null, message: '', included: [], summary: { need: 'Trouver une formation' } });
    const claimed = (await post(receiver, `/${id}/receive`).expect(200)).body;
    expect(claimed.packet).toMatchObject({ hash: preview.hash, content: preview.content });
  });

  it('carries ticked notes that were written for others, and never a private one', async () => {
    const person = await aPerson();
    const interview = await anInterview(db, { beneficiary_id: person.id, status: 'sealed' });
    for (const audience of ['self', 'team', 'operator', 'network'])
      await aNote(db, { interview_id: interview.id, audience, body: `for ${audience}` });
    const foreign = await anInterview(db, { beneficiary_id: person.id, author_post_id: other.actor.postId, status: 'sealed' });
    await aNote(db, { interview_id: foreign.id, audience: 'operator', body: 'for another operator' });
    const { id } = await aDraft(person, { included: [interview.id, foreign.id] });
    const { content } = (await post(sender, `/${id}/packet-preview`).expect(200)).body;
    expect(content.notes.map(({ body }: { body: string }) => body).sort()).toEqual(['for network', 'for operator', 'for team']);
  });

  it('tells both sides which reminders were given since it left, and nobody else', async () => {
    const { id } = await aSent();
    for (const milestone of ['held_alert', 'decide_target'])
      await db
        .arranging('53')
        .rows(`insert into app.referral_reminder (region, referral_id, step, milestone, at) values ('53', $1, now(), $2, now())`, [
          id,
          milestone,
        ]);
    const told = async (who: Professional): Promise<string[]> =>
      (await api.as(who).get(`/api/referrals/${id}`).expect(200)).body.reminders.map((each: { milestone: string }) => each.milestone);
    expect(await told(sender)).toEqual(['decide_target', 'held_alert']);
    expect(await told(receiver)).toEqual(['decide_target']);
    for (const who of [other, elsewhere])
      expect(await who.rows(`select 1 from app.referral_reminder where region = '53' and referral_id = $1`, [id])).toEqual([]);
    const writing = receiver.rows(`update app.referral_reminder set settled_at = now() where region = '53' and referral_id = $1`, [id]);
    await expect(writing).rejects.toMatchObject({ code: '42501' });
  });

  it('grows by an addendum of its sender, below what was already sent', async () => {
    const { id } = await aSent({ message: 'Merci de la recevoir vite.' });
    const before = (await api.as(sender).get(`/api/referrals/${id}`).expect(200)).body;
    expect(before).toMatchObject({ mayAdd: true, contactMarks: [15, 30, 45], packet: { number: 1 } });
    await post(receiver, `/${id}/packet-addendum`, { message: 'Non' }).expect(403);
    await post(sender, `/${id}/packet-addendum`, { message: 'Elle a le permis.' }).expect(200);
    await post(sender, `/${id}/packet-addendum`, { message: 'Et une voiture.' }).expect(200);
    await post(receiver, `/${id}/receive`).expect(200);
    const read = (await api.as(receiver).get(`/api/referrals/${id}`).expect(200)).body;
    expect(read).toMatchObject({ mayAdd: false, packet: { number: 3 } });
    expect(read.packet.content.message).toBe('Merci de la recevoir vite.\n\nElle a le permis.\n\nEt une voiture.');
  });

  it('that is declined comes back with its reason and somewhere else to go', async () => {
    const { id, person } = await aSent();
    const next = await aUnit(db, { operator_id: (await anOperator(db)).id });
    await post(receiver, `/${id}/decline`, { reason: 'other_destination' }).expect(422);
    await post(receiver, `/${id}/decline`, { reason: 'no_place', alternatives: [next.id] }).expect(200);
    const declined = (await api.as(sender).get(`/api/referrals/${id}`).expect(200)).body;
    expect(declined).toMatchObject({ closure: 'declined', outcome: 'no_capacity', alternatives: [{ unitId: next.id }] });
    const again = await aDraft(person, { receiverUnitId: next.id, parentId: id });
    await post(sender, `/${again.id}/send`, { agreement }).expect(200);
  });

  it('that was withdrawn tells the late receiver who was first', async () => {
    const { id } = await aSent();
    await post(sender, `/${id}/withdraw`).expect(200);
    const late = await post(receiver, `/${id}/accept`).expect(409);
    expect(late.body).toMatchObject({ code: 'referral.world_moved', params: { to: 'closed' } });
    expect(late.body.params.by).toContain('·');
  });

  it('of the kind redirect hands the person over at first contact, and not before', async () => {
    const { id, person } = await aSent({ kind: 'redirect' });
    await post(receiver, `/${id}/accept`).expect(200);
    const lead = async () => (await db.rows<BeneficiaryRow>('select * from app.beneficiary where id = $1', [person.id]))[0]?.lead_post_id;
    expect(await lead()).toBe(sender.actor.postId);
    await anInterview(db, { beneficiary_id: person.id, author_post_id: receiver.actor.postId, status: 'sealed', happened_at: new Date() });
    expect((await post(receiver, `/${id}/record-contact`).expect(200)).body.leadWith).toBe('receiver');
    expect(await lead()).toBe(receiver.actor.postId);
    await post(sender, `/${id}/request-cancel`, { reason: 'Elle déménage', outcome: 'moved' }).expect(200);
    await post(receiver, `/${id}/confirm-cancel`, {}).expect(200);
    expect(await lead()).toBe(sender.actor.postId);
  });

  it('needs the word of the person, and heeds an opposition', async () => {
    const person = await aPerson();
    const { id } = await aDraft(person);
    expect((await post(sender, `/${id}/send`).expect(409)).body.code).toBe('referral.no_agreement_recorded');
    await db.arranging('53').rows(`update app.beneficiary set sharing_status = 'opposed' where region = '53' and id = $1`, [person.id]);
    expect((await post(sender, `/${id}/send`, { agreement }).expect(409)).body.code).toBe('referral.person_opposed');
  });

  it('does not leave twice for the same need to the same team', async () => {
    const { person } = await aSent();
    const { id } = await aDraft(person);
    expect((await post(sender, `/${id}/send`, { agreement }).expect(409)).body.code).toBe('referral.twin_open');
  });

  it('is created once however often it is asked', async () => {
    const person = await aPerson();
    const body = { beneficiaryId: person.id, kind: 'add', need: 'Une fois', theme: 'training', receiverUnitId: receiver.actor.unitId };
    const key = randomUUID();
    const once = () => api.as(sender).post('/api/referrals').set('idempotency-key', key).send(body).expect(201);
    expect((await once()).body.id).toBe((await once()).body.id);
  });

  it('is edited as a draft only, by version', async () => {
    const { id, version } = await aDraft(await aPerson());
    const edit = (match: number, body: object) => api.as(sender).patch(`/api/referrals/${id}`).set('if-match', `"${match}"`).send(body);
    expect((await edit(version, { need: 'Autre besoin', urgent: true }).expect(200)).body).toMatchObject({
      need: 'Autre besoin',
      version: version + 1,
    });
    await edit(version, { need: 'Trop tard' }).expect(412);
    await post(sender, `/${id}/send`, { agreement }).expect(200);
    await edit(version + 2, { need: 'Parti' }).expect(409);
  });
});

describe('a queue', () => {
  it('counts and lists what waits, page after page, in one region only', async () => {
    await aSent();
    await aSent();
    const first = (await api.as(sender).get('/api/referrals?box=sent&limit=1').expect(200)).body;
    const second = (await api.as(sender).get(`/api/referrals?box=sent&limit=1&after=${first.next}`).expect(200)).body;
    expect(second.items[0].id).not.toBe(first.items[0].id);
    for (const box of ['received', 'to_contact', 'in_progress', 'sent', 'draft', 'done']) {
      await api.as(receiver).get(`/api/referrals?box=${box}`).expect(200);
      expect((await api.as(elsewhere).get(`/api/referrals?box=${box}`).expect(200)).body.items).toEqual([]);
    }
    expect((await api.as(sender).get('/api/referrals/counts').expect(200)).body.sent).toBeGreaterThan(1);
  });
});

describe('a referral of others', () => {
  it('does not exist for another region nor for an operator that is not concerned, in the same words', async () => {
    const { id } = await aSent();
    const bodyOf = async (who: Professional, of: string) => ({
      ...(await api.as(who).get(`/api/referrals/${of}`).expect(404)).body,
      requestId: '',
    });
    const absent = await bodyOf(elsewhere, randomUUID());
    expect(await bodyOf(elsewhere, id)).toEqual(absent);
    expect(await bodyOf(other, id)).toEqual(absent);
    for (const move of ['receive', 'accept', 'withdraw', 'acknowledge']) {
      await post(other, `/${id}/${move}`).expect(404);
      await post(elsewhere, `/${id}/${move}`).expect(404);
    }
  });

  it('is moved by its own side only', async () => {
    const { id } = await aSent();
    expect((await post(sender, `/${id}/accept`).expect(403)).body.code).toBe('referral.not_your_move');
    await post(receiver, `/${id}/withdraw`).expect(403);
    const coordinator = await db.as.regionalCoordinator();
    await api.as(coordinator).get(`/api/referrals/${id}`).expect(403);
    await post(coordinator, `/${id}/accept`).expect(403);
    await api.request.get(`/api/referrals/${id}`).expect(401);
  });
});
