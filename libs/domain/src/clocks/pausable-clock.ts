import type { Instant } from '../time/time';
import { addWorkingMinutes, workingMinutesBetween, type WorkingCalendar } from './working-calendar';

/**
 * A clock of working time that can be paused: the minutes that ran before its pauses, and since when it runs again
 * (`null`: paused, or never started). What is left after a pause is what was left before it.
 */
export type PausableClock = { readonly since: Instant | null; readonly spentMinutes: number };

/** A clock that has not started. */
export const STOPPED: PausableClock = { since: null, spentMinutes: 0 };

/** Starts or resumes a clock; one that runs already is left alone. */
export function run(clock: PausableClock, now: Instant): PausableClock {
  return clock.since === null ? { since: now, spentMinutes: clock.spentMinutes } : clock;
}

/** Pauses a clock and keeps what it has spent. */
export function pause(clock: PausableClock, now: Instant, calendar: WorkingCalendar): PausableClock {
  return { since: null, spentMinutes: spent(clock, now, calendar) };
}

/** Working minutes that a clock has run until `now`. */
export function spent(clock: PausableClock, now: Instant, calendar: WorkingCalendar): number {
  return clock.spentMinutes + (clock.since === null ? 0 : workingMinutesBetween(clock.since, now, calendar));
}

/**
 * The instant at which a running clock will have spent `minutes` working minutes; the start of its present run when it has
 * already, `undefined` while it is paused.
 */
export function reaches(clock: PausableClock, minutes: number, calendar: WorkingCalendar): Instant | undefined {
  return clock.since === null ? undefined : addWorkingMinutes(clock.since, Math.max(0, minutes - clock.spentMinutes), calendar);
}
