import { type Instant, millisOf, plusMinutes } from '@relais/domain';

/** Wrong passwords that cost nothing. Source: trust.md §3. */
const FREE = 5;

/** Seconds of the first delay, and of the longest: 15 minutes, so that a stranger never locks anybody out for good. */
const FIRST_SECONDS = 15;
const LONGEST_SECONDS = 900;

/** Minutes after the last failure from which the count starts anew. */
const FORGOTTEN_AFTER = 60;

/** What is remembered of an account or of an address. */
export type Attempts = { readonly failures: number; readonly lastFailureAt: Instant; readonly blockedUntil: Instant | null };

/** Seconds to wait after so many failures in a row: none before the fifth, then 15, 30, 60… up to 900. */
export function delayAfter(failures: number): number {
  return failures < FREE ? 0 : Math.min(FIRST_SECONDS * 2 ** (failures - FREE), LONGEST_SECONDS);
}

/** Whole seconds still to wait; 0 when an attempt may be made. */
export function secondsToWait({ blockedUntil }: Attempts, now: Instant): number {
  return blockedUntil === null ? 0 : Math.max(0, Math.ceil((millisOf(blockedUntil) - millisOf(now)) / 1000));
}

/** The attempt that is being made, counted as a failure before its outcome is known: guesses made at once count one by one. */
export function afterAttempt(known: Attempts, now: Instant): Attempts {
  const failures = (plusMinutes(known.lastFailureAt, FORGOTTEN_AFTER) < now ? 0 : known.failures) + 1;
  const delay = delayAfter(failures);
  return { failures, lastFailureAt: now, blockedUntil: delay === 0 ? null : plusMinutes(now, delay / 60) };
}
