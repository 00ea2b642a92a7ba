import { randomUUID } from 'node:crypto';
import { BeneficiariesApi } from '@relais/server/beneficiaries';
import { UnitOfWork } from '@relais/server/kernel';
import { ActOnDueDates, OnFilesMerged, ReferralsApi, ReferralsJobs } from '@relais/server/referrals';
import { fold, instantAt, plusMinutes, type Referral, type ReferralTransition } from '@relais/domain';
import {
  anInterview,
  apiFor,
  aSupport,
  aUnit,
  aWalkedReferral,
  type Professional,
  type TestApi,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';
import { type Attempt, conflictsOf, type Pair } from './conflicting-moves.fixture';

const ROUNDS = 2;
const PAIRS = conflictsOf();

let db: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let sender: Professional;
let receiver: Professional;
let coordinator: Professional;
let next: string;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi, BeneficiariesApi]);
  worker = await workerFor(db, [ReferralsJobs]);
  [sender, receiver] = [await db.as.counsellor(), await db.as.counsellor()];
  coordinator = await db.as.regionalCoordinator();
  next = (await aUnit(db)).id;
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

type Told = { readonly by?: string; readonly kind?: string; readonly to?: string };
/** What somebody heard: 200 when it was done, 409 with who was first; a job hears nothing. */
type Heard = { readonly status: number; readonly code?: string; readonly params?: Told };

const SILENT: Heard = { status: 0 };

const keptOf = new Map<string, string>();

async function arranged({ state, attempts, due }: Pair): Promise<Referral> {
  const referral = await aWalkedReferral(db, state, {
    sender,
    receiver,
    ...(due && { due }),
    checked: attempts.some(({ move, hand }) => move === 'release' && hand === 'coordinator'),
  });
  const { id, beneficiaryId, statusSince } = referral;
  const tried = (which: Partial<Attempt>): boolean =>
    attempts.some((one) => (which.move ?? one.move) === one.move && (which.hand ?? one.hand) === one.hand);
  if (referral.acceptedAt !== null) await aSupport(db, { beneficiary_id: beneficiaryId, unit_id: receiver.actor.unitId, referral_id: id });
  if (tried({ move: 'record_contact' }))
    await anInterview(db, {
      beneficiary_id: beneficiaryId,
      author_post_id: receiver.actor.postId,
      status: 'sealed',
      happened_at: new Date(),
    });
  if (tried({ hand: 'coordinator' }))
    await db
      .arranging('53')
      .rows(
        `insert into app.referral_reminder (region, referral_id, step, milestone, at, settled_at) values ('53', $1, $2, 'held_alert', now(), now())`,
        [id, statusSince],
      );
  if (tried({ hand: 'coordinator', move: 'release' }))
    await db.arranging('53').rows(
      `insert into app.sharing (region, id, beneficiary_id, status, how, recorded_at, author_post_id, operator_id)
       values ('53', gen_random_uuid(), $1, 'informed', 'said', now(), $2, $3)`,
      [beneficiaryId, sender.actor.postId, sender.actor.operatorId],
    );
  if (tried({ hand: 'merge' })) {
    // Its twin in the other file has come as far as one can: it goes on.
    keptOf.set(id, (await aWalkedReferral(db, 'result_posted', { sender, receiver })).beneficiaryId);
  }
  return referral;
}

async function attempt({ move, hand, body }: Attempt, { id, version, beneficiaryId }: Referral): Promise<Heard> {
  const until = plusMinutes(instantAt(Date.now()), 7 * 24 * 60);
  if (hand === 'clock') {
    await worker.get(ActOnDueDates).execute('53');
    return SILENT;
  }
  if (hand === 'merge') {
    const payload = { mergedId: beneficiaryId, beneficiaryId: keptOf.get(id) };
    await worker.get(UnitOfWork).write({ region: '53', system: true }, () => worker.get(OnFilesMerged).execute({ payload }));
    return SILENT;
  }
  if (hand === 'person') {
    const opposed = { status: 'opposed', how: 'said' };
    return {
      ...SILENT,
      ...heard(
        await api.as(sender).post(`/api/beneficiaries/${beneficiaryId}/sharings`).set('idempotency-key', randomUUID()).send(opposed),
      ),
    };
  }
  const who = { sender, receiver, coordinator }[hand];
  const path = hand === 'coordinator' ? 'coordinated-referrals' : 'referrals';
  return heard(
    await api
      .as(who)
      .post(`/api/${path}/${id}/${move.replaceAll('_', '-')}`)
      .send({ version, ...body({ until, unitId: next }) }),
  );
}

function heard({ status, body }: { status: number; body: { code?: string; params?: Told } }): Heard {
  return { status, ...(body?.code && { code: body.code, params: body.params ?? {} }) };
}

async function race(pair: Pair, round: number): Promise<string> {
  const referral = await arranged(pair);
  const [one, other] = round % 2 === 0 ? pair.attempts : [pair.attempts[1], pair.attempts[0]];
  const tried = [one, other] as const;
  const answers = await Promise.all(tried.map((each) => attempt(each, referral)));
  const log = await db.rows<ReferralTransition>(
    `select sequence, move, from_status as "fromStatus", to_status as "toStatus", actor_kind as "actorKind", detail, at
     from app.referral_transition where region = '53' and referral_id = $1 order by sequence`,
    [referral.id],
  );
  const [row] = await db.rows<{ status: string; sequence: number; opposed: boolean }>(
    `select status, sequence, opposed from app.referral where region = '53' and id = $1`,
    [referral.id],
  );
  const added = log.slice(referral.sequence);
  const seen = { pair: pair.name, round, answers, added: added.map(({ move, actorKind }) => `${move} by ${actorKind}`), row };
  const must = (holds: boolean, promise: string): void => {
    if (!holds) throw new Error(`${promise}: ${JSON.stringify(seen)}`);
  };
  must(fold(log).status === row?.status && log.length === row.sequence, 'the state is the fold of the log, one line per change');
  const [first, ...others] = added;
  must(first !== undefined, 'somebody wins');
  const always = tried.filter(({ hand }) => hand === 'person' || hand === 'merge');
  // An opposition and a merge carry no version: they are heard after whatever was first, unless that was the end.
  must(others.length <= always.length && others.every(({ move }) => always.some((each) => each.move === move)), 'exactly one wins');
  for (const each of always) must(row?.status === 'closed' || added.some(({ move }) => move === each.move), `${each.move} is heard`);
  tried.forEach(({ move, hand }, index) => {
    const answer = answers[index] ?? SILENT;
    if (hand === 'clock' || hand === 'merge') return;
    if (hand === 'person') return must(answer.status === 201, 'the opposition is written down');
    const won = added.some((line) => line.move === move && line.actorKind === hand);
    must(answer.status === (won ? 200 : 409), won ? 'the winner hears so' : 'the loser is told');
    if (won) return;
    must(answer.code === 'referral.world_moved', 'the loser hears that the world moved');
    const winner = added.some(({ actorKind }) => actorKind === answer.params?.kind);
    const named = answer.params?.kind === 'timer' || answer.params?.kind === 'person' || (answer.params?.by ?? '') !== '';
    must(winner && named, 'the loser hears who won');
  });
  return `${first?.move} by ${first?.actorKind}`;
}

/** Races of one lane follow each other; the clock has a lane of its own, since it acts on all that is due. */
async function lane(pairs: readonly Pair[], wins: Map<string, number>, faults: string[]): Promise<void> {
  for (const pair of pairs)
    for (let round = 0; round < ROUNDS; round++) {
      try {
        const won = await race(pair, round);
        wins.set(won, (wins.get(won) ?? 0) + 1);
      } catch (error) {
        faults.push(String(error));
      }
    }
}

describe('two hands on one referral at one instant', () => {
  it(`${PAIRS.length} pairs of conflicting moves, ${ROUNDS} rounds each: one wins, the other hears who it was`, async () => {
    const [wins, faults] = [new Map<string, number>(), [] as string[]];
    const timed = PAIRS.filter(({ due }) => due);
    const others = PAIRS.filter(({ due }) => !due);
    const share = (which: number) => others.filter((_, index) => index % 3 === which);
    await Promise.all([timed, share(0), share(1), share(2)].map((pairs) => lane(pairs, wins, faults)));
    expect(faults).toEqual([]);
    expect([...wins.values()].reduce((sum, count) => sum + count, 0)).toBe(PAIRS.length * ROUNDS);
  }, 300_000);
});
