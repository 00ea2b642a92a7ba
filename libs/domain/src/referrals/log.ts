import { millisOf, type Instant } from '../time/time';
import { MOVES } from './moves';
import type { HeldFor, ReferralTransition } from './record';
import type { Closure, Outcome, ReferralKind, ReferralState, Side } from './vocabulary';
import { waitingSide } from './waits';

/** What the log alone says of a referral. */
export type FoldedReferral = {
  readonly status: ReferralState;
  readonly closure: Closure | null;
  readonly outcome: Outcome | null;
  readonly heldFor: HeldFor | null;
  readonly closedByKind: Side | null;
  readonly sequence: number;
  readonly statusSince: Instant | null;
};

const UNSENT: FoldedReferral = {
  status: 'draft',
  closure: null,
  outcome: null,
  heldFor: null,
  closedByKind: null,
  sequence: 0,
  statusSince: null,
};

/**
 * The state of a referral as its log tells it, in order of sequence. Throws a `RangeError` on a log that the table of moves
 * could not have written: a gap, a move from another state, a state that the move does not lead to. Source: referral.md, invariant 1.
 */
export function fold(log: readonly ReferralTransition[]): FoldedReferral {
  return log.reduce((state, line) => {
    const known = MOVES.some((row) => row.move === line.move && row.from.includes(line.fromStatus) && row.to.includes(line.toStatus));
    if (!known || line.fromStatus !== state.status || line.sequence !== state.sequence + 1) {
      throw new RangeError(`not a log of a referral at line ${line.sequence}`);
    }
    return {
      status: line.toStatus,
      closure: line.detail.closure ?? null,
      outcome: line.detail.outcome ?? null,
      heldFor: line.detail.heldFor ?? null,
      closedByKind: line.toStatus === 'closed' ? line.actorKind : null,
      sequence: line.sequence,
      statusSince: line.at,
    };
  }, UNSENT);
}

/** How long each side made the others wait, in milliseconds; `paused` is the time on hold. They add up to `lifetime`. */
export type OwnerTimes = Readonly<Record<Side | 'paused' | 'lifetime', number>>;

/**
 * Owner times of a referral from the moment it left its draft until it closed, or until `until` when it is still open.
 * Source: referral.md, invariant 1: owner times + pauses = lifetime.
 */
export function ownerTimes(log: readonly ReferralTransition[], kind: ReferralKind, until: Instant): OwnerTimes {
  const times = { sender: 0, receiver: 0, coordinator: 0, timer: 0, person: 0, paused: 0, lifetime: 0 };
  log.forEach((line, index) => {
    if (line.toStatus === 'closed') return;
    const millis = millisOf(log[index + 1]?.at ?? until) - millisOf(line.at);
    const owner = waitingSide({ status: line.toStatus, kind, heldFor: line.detail.heldFor ?? null });
    times[line.toStatus === 'on_hold' || owner === undefined ? 'paused' : owner] += millis;
    times.lifetime += millis;
  });
  return times;
}
