import { spanOf, workingMinutesOf, type Agreement } from '../clocks/agreement-settings';
import { minutesOfWorkingDay, workingMinutesBetween } from '../clocks/working-calendar';
import type { Closure, ReferralState } from '../referrals/vocabulary';
import { millisOf, type Instant } from '../time/time';

/** One line of a referral's log, as the figures read it: no actor, no reason. */
export type Step = { readonly to: ReferralState; readonly at: Instant; readonly closure: Closure | null };

const CLOCK_RUNS: readonly ReferralState[] = ['sent', 'received'];

/** When a referral first left for its receiver; undefined for one that never did. */
export function sentAtOf(log: readonly Step[]): Instant | undefined {
  return log.find(({ to }) => to === 'sent')?.at;
}

/**
 * Working minutes from `sent` to the first answer — accepted, waitlisted, or closed as declined — without the time in which
 * the receiver's clock was paused (a question to the sender, a decline before the coordinator); undefined without an answer.
 * Source: domain.md §6, answer_delay.
 */
export function answerMinutes(log: readonly Step[], { calendar }: Agreement): number | undefined {
  let minutes = 0;
  let since: Instant | undefined;
  for (const { to, at, closure } of log) {
    if (since !== undefined) minutes += workingMinutesBetween(since, at, calendar);
    since = CLOCK_RUNS.includes(to) ? at : undefined;
    if (to === 'accepted' || to === 'waitlisted' || closure === 'declined') return minutes;
  }
  return undefined;
}

/** Minutes within which a referral should be answered: the service level of the agreement. Source: referral.md, "decide 2 d target". */
export function answerTarget(urgent: boolean, { settings, calendar }: Agreement): number {
  return workingMinutesOf(spanOf('decide_target', urgent, settings), calendar);
}

/** Working minutes as working days. */
export function asWorkingDays(minutes: number, { calendar }: Agreement): number {
  return minutes / minutesOfWorkingDay(calendar);
}

/** Days from `sent` to the first entry into `in_progress`, with decimals; undefined without a first contact. Source: domain.md §6, first_contact_delay. */
export function firstContactDays(log: readonly Step[]): number | undefined {
  const sent = sentAtOf(log);
  const met = log.find(({ to }) => to === 'in_progress')?.at;
  return sent === undefined || met === undefined ? undefined : (millisOf(met) - millisOf(sent)) / 86_400_000;
}

/** The value that `share` of the numbers do not exceed (nearest rank), to one decimal; undefined without numbers. */
export function quantile(numbers: readonly number[], share: number): number | undefined {
  const sorted = [...numbers].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return value === undefined ? undefined : Math.round(value * 10) / 10;
}
