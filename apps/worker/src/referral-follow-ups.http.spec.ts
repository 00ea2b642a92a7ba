import { randomUUID } from 'node:crypto';
import { AppointmentsApi } from '@relais/server/appointments';
import { BeneficiariesApi } from '@relais/server/beneficiaries';
import { ReferralsApi, ReferralsJobs } from '@relais/server/referrals';
import {
  aBeneficiary,
  anInterview,
  aNote,
  apiFor,
  aUnit,
  type BeneficiaryRow,
  type Professional,
  type TestApi,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';

let db: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let sender: Professional;
let receiver: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi, AppointmentsApi, BeneficiariesApi]);
  worker = await workerFor(db, [ReferralsJobs]);
  [sender, receiver] = [await db.as.counsellor(), await db.as.counsellor()];
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

const agreement = { status: 'agreed', how: 'said' };
const aPerson = (): Promise<BeneficiaryRow> => aBeneficiary(db, { lead_post_id: sender.actor.postId });
const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);
const show = async (who: Professional, id: string) => (await api.as(who).get(`/api/referrals/${id}`).expect(200)).body;

const aDraft = async (person: BeneficiaryRow, more: object = {}): Promise<string> => {
  const draft = {
    beneficiaryId: person.id,
    kind: 'add',
    need: 'Un logement',
    theme: 'housing',
    receiverUnitId: receiver.actor.unitId,
    ...more,
  };
  return (await post(sender, '/referrals', draft).expect(201)).body.id;
};
const aSent = async (person: BeneficiaryRow, more: object = {}): Promise<string> => {
  const id = await aDraft(person, more);
  await post(sender, `/referrals/${id}/send`, { agreement }).expect(200);
  return id;
};
const met = (person: BeneficiaryRow) =>
  anInterview(db, { beneficiary_id: person.id, author_post_id: receiver.actor.postId, status: 'sealed', happened_at: new Date() });

describe('a person who opposes', () => {
  it('stops every live referral at once, ends what was held, and leaves the log', async () => {
    const person = await aPerson();
    const [sent, accepted] = [await aSent(person), await aSent(person, { theme: 'training' })];
    await post(receiver, `/referrals/${accepted}/accept`).expect(200);
    await post(sender, `/beneficiaries/${person.id}/sharings`, { status: 'opposed', how: 'said' }).expect(201);
    for (const id of [sent, accepted]) {
      const stopped = await show(sender, id);
      expect(stopped).toMatchObject({ status: 'cancel_requested', wait: { side: 'receiver', milestone: 'cancel_silence' } });
      expect(stopped.transitions.at(-1)).toMatchObject({ move: 'oppose', actorKind: 'person', actorName: null });
    }
    expect((await post(receiver, `/referrals/${accepted}/object-cancel`, { reason: 'Non' }).expect(409)).body.code).toBe(
      'referral.person_opposed',
    );
    await post(receiver, `/referrals/${accepted}/confirm-cancel`).expect(200);
    expect((await show(sender, accepted)).transitions.map(({ move }: { move: string }) => move)).toEqual([
      'send',
      'accept',
      'oppose',
      'confirm_cancel',
    ]);
    await worker.settle('53');
    expect((await show(sender, sent)).transitions).toHaveLength(2);
  });

  it('is heard by the worker for referrals that the one who writes it down does not see', async () => {
    const person = await aPerson();
    const id = await aSent(person);
    const other = await db.as.counsellor();
    await db
      .arranging('53')
      .rows(
        `insert into app.support (region, id, beneficiary_id, operator_id, unit_id, opened_on) values ('53', gen_random_uuid(), $1, $2, $3, '2026-01-05')`,
        [person.id, other.actor.operatorId, other.actor.unitId],
      );
    await post(other, `/beneficiaries/${person.id}/sharings`, { status: 'opposed', how: 'said' }).expect(201);
    expect((await show(sender, id)).status).toBe('sent');
    await worker.settle('53');
    expect((await show(sender, id)).status).toBe('cancel_requested');
  });
});

describe('a refusal', () => {
  it('is remembered for thirty days by the same team, and not when the file was only incomplete', async () => {
    const person = await aPerson();
    const id = await aSent(person);
    await post(receiver, `/referrals/${id}/decline`, { reason: 'not_eligible' }).expect(200);
    const again = await aDraft(person, { parentId: id });
    expect((await post(sender, `/referrals/${again}/send`, { agreement }).expect(409)).body.code).toBe('referral.refused_recently');
    const other = await aPerson();
    const incomplete = await aSent(other);
    await post(receiver, `/referrals/${incomplete}/decline`, { reason: 'incomplete_file' }).expect(200);
    await aSent(other, { parentId: incomplete });
    const closedAgo = (days: number) =>
      db
        .arranging('53')
        .rows(`update app.referral set closed_at = now() - make_interval(days => $2) where region = '53' and id = $1`, [id, days]);
    await closedAgo(31);
    await post(sender, `/referrals/${again}/send`, { agreement }).expect(200);
    const late = {
      beneficiaryId: person.id,
      kind: 'add',
      need: 'Encore',
      theme: 'health',
      receiverUnitId: receiver.actor.unitId,
      parentId: id,
    };
    await closedAgo(89);
    await post(sender, '/referrals', late).expect(201);
    await closedAgo(91);
    await post(sender, '/referrals', late).expect(422);
  });

  it('with another destination leaves a draft ready for it, once', async () => {
    const person = await aPerson();
    const next = await aUnit(db);
    const id = await aSent(person, { message: 'Merci' });
    await post(receiver, `/referrals/${id}/decline`, { reason: 'other_destination', destinationUnitId: next.id }).expect(200);
    await worker.settle('53');
    await db.arranging('53').rows(`update app.outbox set settled_at = null where region = '53' and payload->>'referralId' = $1`, [id]);
    await db.arranging('53').rows(`delete from app.inbox where region = '53'`);
    await worker.settle('53');
    const drafts = (await api.as(sender).get('/api/referrals?box=draft').expect(200)).body.items;
    const [ready, ...more] = drafts.filter(({ beneficiaryId }: { beneficiaryId: string }) => beneficiaryId === person.id);
    expect(more).toEqual([]);
    expect(await show(sender, ready.id)).toMatchObject({ status: 'draft', parentId: id, receiver: { unitId: next.id }, message: 'Merci' });
  });

  it('for want of a place is a need that nobody met, by theme and territory, without a name', async () => {
    await db
      .arranging('53')
      .rows(
        `insert into app.commune (region, code, name, postcode, departement) values ('53', '35238', 'Rennes', '35000', '35') on conflict do nothing`,
      );
    const person = await aPerson();
    await db.arranging('53').rows(`update app.beneficiary set commune_code = '35238' where region = '53' and id = $1`, [person.id]);
    const [full, wrong] = [await aSent(person), await aSent(person, { theme: 'training' })];
    await post(receiver, `/referrals/${full}/decline`, { reason: 'no_place' }).expect(200);
    await post(receiver, `/referrals/${wrong}/decline`, { reason: 'wrong_public' }).expect(200);
    const needs = await db.rows(`select theme, departement, reason from app.unmet_need where referral_id in ($1, $2)`, [full, wrong]);
    expect(needs).toEqual([{ theme: 'housing', departement: '35', reason: 'no_place' }]);
  });
});

describe('a packet', () => {
  it('grows by a new version with its author, and what was sent stays', async () => {
    const person = await aPerson();
    const interview = await anInterview(db, { beneficiary_id: person.id, status: 'sealed' });
    await aNote(db, { interview_id: interview.id, audience: 'network', body: 'A son permis' });
    const id = await aSent(person);
    await post(receiver, `/referrals/${id}/receive`).expect(200);
    await post(receiver, `/referrals/${id}/packet-addendum`, { message: 'Moi aussi' }).expect(403);
    const grown = (
      await post(sender, `/referrals/${id}/packet-addendum`, { message: 'Elle a déménagé', included: [interview.id] }).expect(200)
    ).body;
    expect(grown.packet).toMatchObject({ number: 2, content: { message: 'Elle a déménagé', notes: [{ body: 'A son permis' }] } });
    expect((await show(receiver, id)).packet.number).toBe(2);
    await post(receiver, `/referrals/${id}/ask-info`, { question: 'Quel permis ?' }).expect(200);
    const answered = (await post(sender, `/referrals/${id}/answer-info`, { info: 'Le permis B', included: [interview.id] }).expect(200))
      .body;
    expect(answered).toMatchObject({ status: 'received', packet: { number: 3 } });
    const kept = await db.rows(`select number, author_post_id from app.packet where referral_id = $1 order by number`, [id]);
    expect(kept).toEqual([1, 2, 3].map((number) => ({ number, author_post_id: sender.actor.postId })));
    await post(sender, `/referrals/${id}/withdraw`).expect(200);
    await post(sender, `/referrals/${id}/packet-addendum`, { message: 'Trop tard' }).expect(409);
  });
});

describe('what was recommended and what was decided', () => {
  it('are kept apart, each with who and when', async () => {
    const id = await aSent(await aPerson());
    const apart = async () =>
      (
        await db.rows(
          'select recommended_unit_id, recommended_by_post_id, decided_unit_id, decided_by_post_id from app.referral where id = $1',
          [id],
        )
      )[0];
    const recommended = { recommended_unit_id: receiver.actor.unitId, recommended_by_post_id: sender.actor.postId };
    expect(await apart()).toEqual({ ...recommended, decided_unit_id: null, decided_by_post_id: null });
    await post(receiver, `/referrals/${id}/accept`).expect(200);
    expect(await apart()).toEqual({ ...recommended, decided_unit_id: receiver.actor.unitId, decided_by_post_id: receiver.actor.postId });
  });
});

describe('the kinds', () => {
  it('an evaluation ends with its result: the file is closed again to the one who evaluated', async () => {
    const person = await aPerson();
    for (const [kind, open] of [
      ['assess', 0],
      ['add', 1],
    ] as const) {
      const id = await aSent(person, { kind, theme: kind === 'assess' ? 'health' : 'training' });
      await post(receiver, `/referrals/${id}/accept`).expect(200);
      await met(person);
      await post(receiver, `/referrals/${id}/record-contact`).expect(200);
      await post(receiver, `/referrals/${id}/post-result`, { outcome: 'met' }).expect(200);
      await post(sender, `/referrals/${id}/acknowledge`).expect(200);
      expect(await receiver.rows(`select 1 from app.beneficiary where region = '53' and id = $1`, [person.id])).toHaveLength(open);
    }
  });

  it('what the person asks is written down by those who accompany them, and taken back by them', async () => {
    const person = await aPerson();
    const id = await aSent(person, { kind: 'self' });
    expect(await show(sender, id)).toMatchObject({ kind: 'self', wait: { side: 'receiver' } });
    await post(receiver, `/referrals/${id}/ask-info`, { question: 'Quand ?' }).expect(200);
    await post(sender, `/referrals/${id}/answer-info`, { info: 'Dès lundi' }).expect(200);
    expect((await post(sender, `/referrals/${id}/withdraw`).expect(200)).body).toMatchObject({ closure: 'withdrawn' });
  });

  it('a team asks for a person it has met: the unit that accompanies decides, and the file opens then', async () => {
    const person = await aPerson();
    const [card] = await db.rows<{ id: string }>('select id from app.index_card where beneficiary_id = $1', [person.id]);
    const claim = { cardId: card?.id, need: 'Suivi par nos soins', theme: 'health', agreement };
    const id = (await post(receiver, '/referrals/claims', claim).expect(201)).body.id;
    await post(receiver, '/referrals/claims', claim).expect(409);
    expect(await show(receiver, id)).toMatchObject({ kind: 'claim', side: 'receiver', status: 'sent', person: { beneficiaryId: null } });
    expect(JSON.stringify(await show(receiver, id))).not.toContain(person.family_name);
    const [told] = await db.rows<{ payload: object }>(`select payload from app.outbox where payload->>'referralId' = $1`, [id]);
    expect(told?.payload).toMatchObject({ tellSenderUnitId: sender.actor.unitId });
    await post(receiver, `/referrals/${id}/accept`).expect(403);
    await post(sender, `/referrals/${id}/accept`).expect(200);
    expect(await show(receiver, id)).toMatchObject({
      status: 'accepted',
      accountablePostId: receiver.actor.postId,
      person: { beneficiaryId: person.id },
    });
    await post(receiver, '/referrals/claims', { ...claim, cardId: randomUUID() }).expect(404);
  });
});
