import { type Instant, type WorkingCalendar, workingDaysBetween } from '@relais/domain';

/** How long the ball has been there and how long is left, in working days to one decimal; negative once overdue. */
export function waitingDays(
  since: Instant,
  until: Instant | null,
  now: Instant,
  calendar: WorkingCalendar,
): { waitedDays: number; leftDays: number | null } {
  const days = (from: Instant, to: Instant): number => Math.round(workingDaysBetween(from, to, calendar) * 10) / 10;
  return { waitedDays: days(since, now), leftDays: until === null ? null : until < now ? -days(until, now) : days(now, until) };
}
