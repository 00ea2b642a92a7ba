import { randomUUID } from 'node:crypto';
import {
  aBeneficiary,
  apiFor,
  aReferral,
  aUnit,
  type BeneficiaryRow,
  type Professional,
  type ReferralRow,
  type TestApi,
  testDatabase,
  type TestDatabase,
} from '@relais/testing';
import { ReferralsApi } from './referrals.module';

let db: TestDatabase;
let api: TestApi;
let coordinator: Professional;
let sender: Professional;
let receiver: Professional;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi]);
  coordinator = await db.as.regionalCoordinator();
  [sender, receiver] = [await db.as.counsellor(), await db.as.counsellor()];
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

type Case = { readonly person: BeneficiaryRow; readonly referral: ReferralRow };

const aCase = async (overrides: object = {}): Promise<Case> => {
  const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId, family_name: 'Kerouanton', given_name: 'Maïwenn' });
  const between = { sender_post_id: sender.actor.postId, receiver_unit_id: receiver.actor.unitId };
  const words = { need: 'Trouver une formation', message: 'Kerouanton attend', summary: { name: 'Maïwenn Kerouanton', masked: false } };
  return { person, referral: await aReferral(db, { beneficiary_id: person.id, ...between, ...words, ...overrides }) };
};
const pending = (): Promise<Case> =>
  aCase({
    status: 'decline_pending',
    claimed_by_post_id: receiver.actor.postId,
    decline_reason: 'no_place',
    outcome: 'no_capacity',
    outcome_note: 'Kerouanton est connue',
  });
const get = (path: string, who = coordinator) => api.as(who).get(`/api/coordinated-referrals${path}`);
const post = (path: string, body: object = {}, who = coordinator) => api.as(who).post(`/api/coordinated-referrals${path}`).send(body);
const lastMove = async (id: string) =>
  (
    await db.rows(
      'select move, to_status, actor_kind, actor_post_id from app.referral_transition where referral_id = $1 order by sequence desc limit 1',
      [id],
    )
  )[0];
const remind = (id: string, milestone: string) =>
  db
    .arranging('53')
    .rows(
      `insert into app.referral_reminder (region, referral_id, step, milestone, at) select '53', id, status_since, $2, now() from app.referral where region = '53' and id = $1`,
      [id, milestone],
    );

describe('the coordinator of the region', () => {
  it('sees need, units, clocks, reasons and a file number, and nothing that tells who it is', async () => {
    const { person, referral } = await pending();
    const seen = (await get(`/${referral.id}`).expect(200)).body;
    expect(seen).toMatchObject({
      fileNumber: person.file_number,
      why: 'decline',
      need: 'Trouver une formation',
      declineReason: 'no_place',
      waitSide: 'coordinator',
      sender: { unitId: sender.actor.unitId, unitName: expect.any(String) },
      receiver: { unitId: receiver.actor.unitId },
    });
    const list = (await get('?why=decline').expect(200)).body;
    expect(list.counts).toContainEqual({ why: 'decline', count: list.items.length });
    expect(list.items[0]).toMatchObject({ waitedDays: expect.any(Number), leftDays: expect.any(Number) });
    for (const text of [JSON.stringify(seen), JSON.stringify(list)])
      for (const secret of ['Kerouanton', 'Maïwenn', person.id, person.family_name]) expect(text).not.toContain(secret);
    expect(seen.moves.filter(({ allowed }: { allowed: boolean }) => allowed).map(({ move }: { move: string }) => move)).toEqual(
      expect.arrayContaining(['confirm_decline', 'return_decline', 'reroute']),
    );
  });

  it('reads no table of the file, whatever is asked of the database', async () => {
    const { person, referral } = await pending();
    for (const [table, column] of [
      ['beneficiary', 'id'],
      ['referral', 'beneficiary_id'],
      ['packet', 'beneficiary_id'],
      ['note', 'beneficiary_id'],
      ['sharing', 'beneficiary_id'],
      ['support', 'beneficiary_id'],
    ])
      expect(await coordinator.rows(`select 1 from app.${table} where region = '53' and ${column} = $1`, [person.id])).toEqual([]);
    expect(await coordinator.rows(`select 1 from app.referral_transition where region = '53' and referral_id = $1`, [referral.id])).toEqual(
      [],
    );
    const told = await db.rows<{ name: string }>(
      `select a.attname as name from pg_attribute a join pg_type t on t.typrelid = a.attrelid where t.oid = 'app.coordinated_referral'::regtype`,
    );
    const names = told.map(({ name }) => name);
    for (const hidden of ['beneficiary_id', 'summary', 'message', 'included', 'outcome_note', 'packet_id'])
      expect(names).not.toContain(hidden);
  });

  it('opens these doors alone: a counsellor, a manager and another region get nothing', async () => {
    const { referral } = await pending();
    const elsewhere = await db.as.regionalCoordinator({ region: '04' });
    await get(`/${referral.id}`, elsewhere).expect(404);
    for (const who of [sender, receiver, await db.as.regionalManager()]) {
      await get(`/${referral.id}`, who).expect(403);
      await post(`/${referral.id}/confirm-decline`, { reason: 'Non' }, who).expect(403);
      expect(await who.rows(`select id from app.list_for_coordination()`)).toEqual([]);
      expect(await who.rows(`select id from app.open_for_coordination($1, true)`, [referral.id])).toEqual([]);
      await expect(
        who.rows(`select app.write_for_coordination($1, 1, '{}', '{"move": "reroute"}', null)`, [referral.id]),
      ).rejects.toMatchObject({
        code: '42501',
      });
    }
    const forged = coordinator.rows(`select app.write_for_coordination($1, 1, '{"status": "accepted"}', '{"move": "accept"}', null)`, [
      referral.id,
    ]);
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  it('does not find a referral that needs nobody', async () => {
    const { referral } = await aCase();
    await get(`/${referral.id}`).expect(404);
    await post(`/${referral.id}/reroute`, { reason: 'Ailleurs', receiverUnitId: receiver.actor.unitId }).expect(404);
    await get(`/${randomUUID()}`).expect(404);
    await remind(referral.id, 'decide_escalate');
    expect((await get(`/${referral.id}`).expect(200)).body).toMatchObject({ why: 'escalated', overdue: true });
  });

  it('confirms a decline, or returns it once', async () => {
    const { referral } = await pending();
    await post(`/${referral.id}/return-decline`).expect(422);
    const returned = (await post(`/${referral.id}/return-decline`, { reason: 'Elle est éligible' }).expect(200)).body;
    expect(returned).toMatchObject({ status: 'received', why: 'settled', outcome: null, waitSide: 'receiver' });
    expect(await lastMove(referral.id)).toEqual({
      move: 'return_decline',
      to_status: 'received',
      actor_kind: 'coordinator',
      actor_post_id: coordinator.actor.postId,
    });
    const other = await pending();
    expect((await post(`/${other.referral.id}/confirm-decline`, { reason: 'Complet partout' }).expect(200)).body).toMatchObject({
      status: 'closed',
      closure: 'declined',
      outcome: 'no_capacity',
    });
  });

  it('releases or withdraws what is held for a check', async () => {
    const held = { status: 'held', held_for: 'check', sent_at: undefined, decide_since: undefined };
    const { person, referral } = await aCase(held);
    expect((await post(`/${referral.id}/release`).expect(409)).body.code).toBe('referral.no_agreement_recorded');
    await db.arranging('53').rows(
      `insert into app.sharing (region, id, beneficiary_id, status, how, recorded_at, author_post_id, operator_id)
       values ('53', gen_random_uuid(), $1, 'informed', 'said', now(), $2, $3)`,
      [person.id, sender.actor.postId, sender.actor.operatorId],
    );
    expect((await post(`/${referral.id}/release`).expect(200)).body).toMatchObject({ status: 'sent', why: 'settled', heldFor: null });
    const other = await aCase(held);
    expect((await post(`/${other.referral.id}/withdraw`, { reason: 'Hors convention' }).expect(200)).body).toMatchObject({
      closure: 'withdrawn',
    });
  });

  it('reroutes: the read of the receiver ends, and the sender finds a draft for the other team', async () => {
    const { person, referral } = await aCase({ status: 'accepted' });
    await db.arranging('53').rows(
      `insert into app.support (region, id, beneficiary_id, operator_id, unit_id, opened_on, referral_id)
       values ('53', gen_random_uuid(), $1, $2, $3, '2026-11-20', $4)`,
      [person.id, receiver.actor.operatorId, receiver.actor.unitId, referral.id],
    );
    await remind(referral.id, 'contact_coordinator');
    const next = await aUnit(db);
    await post(`/${referral.id}/reroute`, { reason: 'Sans nouvelles', receiverUnitId: receiver.actor.unitId }).expect(422);
    const rerouted = (await post(`/${referral.id}/reroute`, { reason: 'Sans nouvelles', receiverUnitId: next.id }).expect(200)).body;
    expect(rerouted).toMatchObject({ status: 'closed', closure: 'rerouted', successorId: expect.any(String) });
    const draft = (await api.as(sender).get(`/api/referrals/${rerouted.successorId}`).expect(200)).body;
    expect(draft).toMatchObject({ status: 'draft', parentId: referral.id, receiver: { unitId: next.id }, need: 'Trouver une formation' });
    expect(await receiver.rows(`select 1 from app.beneficiary where region = '53' and id = $1`, [person.id])).toEqual([]);
    await get(`/${rerouted.successorId}`).expect(404);
  });

  it('hears who was first when the referral just moved on', async () => {
    const { referral } = await pending();
    const moves = [post(`/${referral.id}/confirm-decline`, { reason: 'Oui' }), post(`/${referral.id}/return-decline`, { reason: 'Non' })];
    const statuses = (await Promise.all(moves)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
  });
});
