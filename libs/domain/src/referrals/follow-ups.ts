import { afterSpan, spanOf, type Agreement } from '../clocks/agreement-settings';
import type { Refusal } from '../problems/refusals';
import type { Instant } from '../time/time';
import type { Referral } from './record';
import { speaksFor, type Standing } from './standing';
import { REMEMBERED_REASONS, type DeclineReason } from './vocabulary';

/** A refusal of the past: when, why. */
export type PastRefusal = { readonly closedAt: Instant; readonly reason: DeclineReason };

/** Until when a team that refused a person for a need is not asked again; null when nothing is remembered. Source: referral.md, "Moves", draft. */
export function refusedUntil(past: readonly PastRefusal[], urgent: boolean, { settings, calendar }: Agreement): Instant | null {
  const kept: readonly string[] = REMEMBERED_REASONS;
  return past
    .filter(({ reason }) => kept.includes(reason))
    .map(({ closedAt }) => afterSpan(closedAt, spanOf('refusal_memory', urgent, settings), calendar))
    .reduce<Instant | null>((latest, until) => (latest === null || until > latest ? until : latest), null);
}

/** States in which the receiver has, or soon gets, a packet that may still grow. */
const GROWING = ['sent', 'received', 'info_needed', 'waitlisted', 'accepted', 'in_progress', 'on_hold'] as const;

/**
 * Why the packet of a referral can't get an addendum: only the side that packed it, only while the receiver works with it, and never
 * against the person's opposition. An addendum is a new version with its author; what was sent stays. Source: referral.md, "Objects".
 */
export function whyNotAdd(referral: Referral, standing: Standing): Refusal | undefined {
  if (!speaksFor(standing, 'asker', referral.kind)) return { refused: 'referral.not_your_move' };
  if (referral.opposed) return { refused: 'referral.person_opposed' };
  const open: readonly string[] = GROWING;
  if (open.includes(referral.status)) return undefined;
  return { refused: 'referral.not_in_this_state', params: { status: referral.status } };
}
