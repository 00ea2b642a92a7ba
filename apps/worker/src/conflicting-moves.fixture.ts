import {
  type Instant,
  type Milestone,
  MOVES,
  REFERRAL_STATES,
  type ReferralMove,
  type ReferralState,
  type Side,
  sidesOf,
} from '@relais/domain';

/** Whose hand makes a move: a side over HTTP, the clock, the merge of two files, or the person's opposition as somebody writes it down. */
export type Hand = 'sender' | 'receiver' | 'coordinator' | 'clock' | 'merge' | 'person';

type Given = { readonly until: Instant; readonly unitId: string };

/** One of two moves at one instant. */
export type Attempt = { readonly move: ReferralMove; readonly hand: Hand; readonly body: (given: Given) => object };

/** Two moves that may both be made from one state, by different hands; with the date that must have come when one is the clock's. */
export type Pair = {
  readonly name: string;
  readonly state: Exclude<ReferralState, 'closed'>;
  readonly attempts: readonly [Attempt, Attempt];
  readonly due?: Milestone;
};

const agreement = { status: 'agreed', how: 'said' };
const reason = 'Parce que';
const BODIES: Partial<Record<ReferralMove, Attempt['body']>> = {
  send: () => ({ agreement }),
  ask_info: () => ({ question: 'Laquelle ?' }),
  answer_info: () => ({ info: 'Celle-ci' }),
  waitlist: ({ until }) => ({ reviewAt: until }),
  decline: () => ({ reason: 'no_place' }),
  hold: ({ until }) => ({ reason, resumeAt: until }),
  request_cancel: () => ({ reason, outcome: 'moved' }),
  post_result: () => ({ outcome: 'moved' }),
  reroute: ({ unitId }) => ({ reason, receiverUnitId: unitId }),
  ...Object.fromEntries(
    (['withdraw', 'object_cancel', 'contest', 'mark_error', 'confirm_decline', 'return_decline'] as const).map((move) => [
      move,
      () => ({ reason }),
    ]),
  ),
};

/** The dates at which the clock moves a referral, by move and state. */
const DUE: Partial<Record<ReferralMove, (state: ReferralState) => Milestone>> = {
  lapse: () => 'held_lapse',
  drop_claim: () => 'claim_drop',
  return_info: () => 'info_return',
  confirm_by_silence: () => 'cancel_silence',
  acknowledge_by_silence: () => 'review_due',
  expire: (state) => (state === 'waitlisted' ? 'waitlist_expire' : 'decide_expire'),
};

function handOf(move: ReferralMove, side: Side): Hand | undefined {
  if (side === 'timer') return move === 'supersede' ? 'merge' : 'clock';
  // What the person asks otherwise than by opposing is written down by those who accompany them.
  return side === 'person' && move !== 'oppose' ? undefined : side;
}

function attemptsIn(state: ReferralState): Attempt[] {
  return MOVES.filter(({ from }) => from.includes(state)).flatMap(({ move, by }) =>
    by.flatMap((party) =>
      sidesOf(party, 'add').flatMap((side) => {
        const hand = handOf(move, side);
        const body = move === 'release' && hand === 'sender' ? () => ({ agreement }) : (BODIES[move] ?? (() => ({})));
        return hand ? [{ move, hand, body }] : [];
      }),
    ),
  );
}

/** Whether both can be tried on one referral: what is held for a check is not released by its sender, nor by the coordinator otherwise. */
function together(one: Attempt, other: Attempt): boolean {
  return one.hand !== other.hand && !(one.move === 'release' && other.move === 'release');
}

/** Every pair of the table of moves. */
export function conflictsOf(): readonly Pair[] {
  return REFERRAL_STATES.flatMap((state) => {
    if (state === 'closed') return [];
    const all = attemptsIn(state);
    return all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter((other) => together(one, other))
        .map((other) => {
          const timed = [one, other].find(({ hand }) => hand === 'clock');
          const due = timed && DUE[timed.move]?.(state);
          const name = `${state}: ${one.move} by ${one.hand} × ${other.move} by ${other.hand}`;
          return { name, state, attempts: [one, other] as const, ...(due && { due }) };
        }),
    );
  });
}
