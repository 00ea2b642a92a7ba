import { fold, type ReferralTransition } from '@relais/domain';
import { aBeneficiary, apiFor, aReferral, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { ReferralsApi } from './referrals.module';

let db: TestDatabase;
let api: TestApi;
let sender: Professional;
let receivers: Professional[];

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi]);
  sender = await db.as.counsellor();
  const first = await db.as.counsellor();
  receivers = [first, await db.as.counsellor({ unitId: first.actor.unitId })];
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const MOVES = {
  accept: {},
  decline: { reason: 'no_place' },
  withdraw: {},
} as const;

type Tried = { readonly move: keyof typeof MOVES; readonly status: number; readonly body: { code?: string; params?: object } };

/** Asks for a move; a machine too busy to say who won within its time-outs is asked again. */
const ask = async (who: Professional, id: string, move: keyof typeof MOVES): Promise<Tried> => {
  const { status, body } = await api.as(who).post(`/api/referrals/${id}/${move}`).send(MOVES[move]);
  return status === 503 ? ask(who, id, move) : { move, status, body };
};

async function race(round: number): Promise<{ id: string; tried: Tried[] }> {
  const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
  const unitId = receivers[0]?.actor.unitId;
  const { id } = await aReferral(db, { beneficiary_id: person.id, sender_post_id: sender.actor.postId, receiver_unit_id: unitId });
  const [one, other] = receivers as [Professional, Professional];
  const starts = [() => ask(one, id, 'accept'), () => ask(sender, id, 'withdraw'), () => ask(other, id, 'decline')];
  const turned = [...starts.slice(round % 3), ...starts.slice(0, round % 3)];
  return { id, tried: await Promise.all(turned.map((start) => start())) };
}

const logOf = (id: string): Promise<ReferralTransition[]> =>
  db.rows<ReferralTransition>(
    `select sequence, move, from_status as "fromStatus", to_status as "toStatus", actor_kind as "actorKind", detail, at
     from app.referral_transition where region = '53' and referral_id = $1 order by sequence`,
    [id],
  );

describe('accepted, declined and withdrawn at one instant', () => {
  it('a referral has one winner each time, the others hear who it was, and its state is what its log tells', async () => {
    const wins = new Map<string, number>();
    for (let round = 0; round < 60; round += 3) {
      for (const { id, tried } of await Promise.all([race(round), race(round + 1), race(round + 2)])) {
        const won = tried.filter(({ status }) => status === 200);
        const lost = tried.filter(({ status }) => status !== 200);
        expect(won).toHaveLength(1);
        const [row] = await db.rows<{ status: string; supports: number }>(
          `select r.status, (select count(*)::int from app.support s where s.region = '53' and s.referral_id = r.id and s.closed_on is null) as supports
           from app.referral r where r.region = '53' and r.id = $1`,
          [id],
        );
        for (const { status, body } of lost) {
          expect(status).toBe(409);
          expect(body).toMatchObject({ code: 'referral.world_moved', params: { by: expect.stringContaining('·'), to: row?.status } });
        }
        expect(row?.status).toBe(won[0]?.move === 'accept' ? 'accepted' : 'closed');
        expect(row?.supports).toBe(won[0]?.move === 'accept' ? 1 : 0);
        const log = await logOf(id);
        expect(log).toHaveLength(2);
        expect(fold(log).status).toBe(row?.status);
        wins.set(won[0]?.move ?? '', (wins.get(won[0]?.move ?? '') ?? 0) + 1);
      }
    }
    expect([...wins.values()].reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(wins.size).toBeGreaterThan(1);
  }, 120_000);

  it('a referral asked for twice by one team is accepted once', async () => {
    const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
    const unitId = receivers[0]?.actor.unitId;
    const { id } = await aReferral(db, { beneficiary_id: person.id, sender_post_id: sender.actor.postId, receiver_unit_id: unitId });
    const tried = await Promise.all(receivers.map((who) => ask(who, id, 'accept')));
    expect(tried.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
