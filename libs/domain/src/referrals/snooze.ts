import type { Refusal } from '../problems/refusals';
import { plusMinutes, type Instant } from '../time/time';
import type { Referral } from './record';
import { isLive } from './record';
import { speaksFor, type Standing } from './standing';

/** Days for which a referral may be put off at most; its clock runs on meanwhile. */
export const SNOOZE_DAYS = 7;

/** Why a professional can't put a referral off for their own eyes: only at the desk that must answer, only into the near future. Source: referral.md, triage desk. */
export function whyNotSnooze(
  referral: Pick<Referral, 'status' | 'kind'>,
  standing: Standing,
  until: Instant,
  snoozedBefore: boolean,
  now: Instant,
): Refusal | undefined {
  if (standing.side !== 'receiver' && !speaksFor(standing, 'decider', referral.kind)) return { refused: 'referral.not_your_move' };
  if (!isLive(referral)) return { refused: 'referral.not_in_this_state', params: { status: referral.status } };
  if (snoozedBefore) return { refused: 'referral.once_only' };
  const last = plusMinutes(now, SNOOZE_DAYS * 24 * 60);
  return until > now && until <= last ? undefined : { refused: 'referral.date_out_of_range', pointer: '/until', params: { until: last } };
}
