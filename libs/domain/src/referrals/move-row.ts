import type { GuardName } from './guards';
import type { Party } from './standing';
import type { Closure, EffectCode, ReferralMove, ReferralState } from './vocabulary';

/** One line of the table of moves. */
export type MoveRow = {
  readonly move: ReferralMove;
  readonly from: readonly ReferralState[];
  /** Where it leads; with several, the answer, the settings or the past of the referral decide. */
  readonly to: readonly ReferralState[];
  readonly by: readonly Party[];
  readonly guards: readonly GuardName[];
  readonly effects: readonly EffectCode[];
  /** Which end it is, when it leads to `closed`. */
  readonly closure?: Closure;
};
