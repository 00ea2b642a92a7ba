import { type Instant, plusMinutes } from '@relais/domain';
import { refuse } from '@relais/server/kernel';

/** An hour: how far the clock of a laptop may run ahead of ours. */
const SKEW = 60;

/** Ten years, in minutes. */
const TEN_YEARS = 10 * 366 * 24 * 60;

/** An exchange has happened, and the next meeting is within sight: other moments are slips of the keyboard. */
export function checkMoments(
  { happenedAt, nextMeetingAt }: { happenedAt?: Instant | null | undefined; nextMeetingAt?: Instant | null | undefined },
  now: Instant,
): void {
  if (happenedAt && (happenedAt > plusMinutes(now, SKEW) || happenedAt < plusMinutes(now, -6 * TEN_YEARS)))
    refuse('request.invalid', { pointer: '/happenedAt' });
  if (nextMeetingAt && (nextMeetingAt > plusMinutes(now, TEN_YEARS) || nextMeetingAt < plusMinutes(now, -TEN_YEARS)))
    refuse('request.invalid', { pointer: '/nextMeetingAt' });
}
