import { DEFAULT_AGREEMENT, type Agreement } from '../clocks/agreement-settings';
import type { Refusal } from '../problems/refusals';
import type { Instant } from '../time/time';
import type { MoveAnswer } from './answers';
import { changed, targetOf } from './changes';
import { effectsOf, type ReferralEffect } from './effects';
import { GUARDS, type Attempt } from './guards';
import type { MoveRow } from './move-row';
import { MOVES } from './moves';
import type { Referral, ReferralTransition, TransitionDetail } from './record';
import { speaksFor, type Standing } from './standing';
import { REFERRAL_MOVES, type ReferralMove, type Side } from './vocabulary';

/** A referral that moved: the row to save, the line of the log, and what else to do in the same transaction or after it. */
export type Moved = { readonly referral: Referral; readonly transition: ReferralTransition; readonly effects: readonly ReferralEffect[] };

/**
 * Why a move can't be made, or `undefined` when it can. Without an answer it says whether a button may be shown; with one,
 * whether the answer will do. The same code decides on the server and explains on the screen.
 */
export function whyNot(
  move: ReferralMove,
  referral: Referral,
  standing: Standing,
  now: Instant,
  answer?: MoveAnswer,
  agreement: Agreement = DEFAULT_AGREEMENT,
): Refusal | undefined {
  const row = rowOf(move, referral, standing, answer);
  return 'refused' in row ? row : refusalOf(row, { move, referral, standing, now, agreement, answer });
}

/** Makes a move, or says why not. Pure: the caller locks the row, saves what comes back and carries out the effects. */
export function move(
  name: ReferralMove,
  referral: Referral,
  standing: Standing,
  answer: MoveAnswer,
  now: Instant,
  agreement: Agreement,
): Moved | Refusal {
  const row = rowOf(name, referral, standing, answer);
  if ('refused' in row) return row;
  const attempt: Attempt = { move: name, referral, standing, now, agreement, answer };
  const refusal = refusalOf(row, attempt);
  if (refusal) return refusal;
  const after = changed(row, attempt, targetOf(row, attempt));
  return { referral: after, transition: transitionOf(attempt, after), effects: effectsOf(row.effects, referral, after, answer) };
}

/** The moves that somebody may try now, in the order of the table: the buttons of a screen. */
export function movesAllowed(
  referral: Referral,
  standing: Standing,
  now: Instant,
  agreement: Agreement = DEFAULT_AGREEMENT,
): readonly ReferralMove[] {
  return REFERRAL_MOVES.filter((name) => whyNot(name, referral, standing, now, undefined, agreement) === undefined);
}

/** Why a draft can't be edited: only the side that asks, only before it leaves. What left is changed by an addendum. */
export function whyNotEdit(referral: Referral, standing: Standing): Refusal | undefined {
  if (!speaksFor(standing, 'asker', referral.kind)) return { refused: 'referral.not_your_move' };
  return referral.status === 'draft' ? undefined : { refused: 'referral.not_in_this_state', params: { status: referral.status } };
}

function rowOf(name: ReferralMove, referral: Referral, standing: Standing, answer: MoveAnswer | undefined): MoveRow | Refusal {
  const mine = MOVES.filter((row) => row.move === name && row.by.some((party) => speaksFor(standing, party, referral.kind)));
  if (mine.length === 0) return { refused: 'referral.not_your_move' };
  if (answer?.version !== undefined && answer.version !== referral.version)
    return { refused: 'referral.world_moved', params: { status: referral.status } };
  const row = mine.find(({ from }) => from.includes(referral.status));
  return row ?? { refused: 'referral.not_in_this_state', params: { status: referral.status } };
}

function refusalOf(row: MoveRow, attempt: Attempt): Refusal | undefined {
  for (const guard of row.guards) {
    const refusal = GUARDS[guard](attempt);
    if (refusal) return refusal;
  }
  return undefined;
}

function transitionOf({ move: name, referral, standing, answer, now }: Attempt, after: Referral): ReferralTransition {
  return {
    region: referral.region,
    referralId: referral.id,
    sequence: after.sequence,
    move: name,
    fromStatus: referral.status,
    toStatus: after.status,
    actorPostId: standing.postId,
    actorKind: standing.side as Side,
    reason: answer?.reason ?? answer?.question ?? answer?.info ?? answer?.note ?? null,
    detail: detailOf(referral, answer ?? {}, after),
    at: now,
  };
}

function detailOf(before: Referral, answer: MoveAnswer, after: Referral): TransitionDetail {
  const { contact } = answer;
  return {
    ...(after.closure !== null && { closure: after.closure }),
    ...(after.outcome !== null && { outcome: after.outcome }),
    ...(after.heldFor !== null && { heldFor: after.heldFor }),
    ...(answer.declineReason !== undefined && { declineReason: answer.declineReason }),
    ...(answer.accountablePostId !== undefined && { accountablePostId: answer.accountablePostId }),
    ...(answer.alternatives !== undefined && { alternatives: answer.alternatives }),
    ...(answer.destinationUnitId !== undefined && { destinationUnitId: answer.destinationUnitId }),
    ...(answer.successorId !== undefined && { successorId: answer.successorId }),
    ...(contact !== undefined && { contactId: contact.id, contactKind: contact.kind, contactAt: contact.at }),
    ...(answer.reviewAt !== undefined && { reviewAt: answer.reviewAt }),
    ...(answer.resumeAt !== undefined && { resumeAt: answer.resumeAt }),
    ...(answer.attempts !== undefined && { attempts: answer.attempts }),
    ...(after.packetId !== null && after.packetId !== before.packetId && { packetId: after.packetId }),
  };
}
