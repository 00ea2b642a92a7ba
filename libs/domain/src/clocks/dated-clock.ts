import type { Refusal } from '../problems/refusals';
import { ageOn, millisOf, plusDays, plusMonths, type CivilDate, type Instant } from '../time/time';
import { CLOCKS, type ClockDate, type ClockKind, type ClockMilestone, type ClockWay, LONGEST_PAUSE, type PauseProof } from './clock-kinds';
import { closingOf, isWorkingDay, openingOf, type WorkingCalendar } from './working-calendar';

/** Where a clock stands. `dropped`: it does not apply any more. */
export const CLOCK_STATUSES = ['running', 'paused', 'met', 'dropped'] as const;

/** Where a clock stands. */
export type ClockStatus = (typeof CLOCK_STATUSES)[number];

/** Why a clock no longer applies. */
export const CLOCK_DROPS = ['in_error', 'person_declines', 'moved', 'returned', 'closed', 'merged'] as const;

/** Why a clock no longer applies. */
export type ClockDrop = (typeof CLOCK_DROPS)[number];

/** A clock as its rules see it. `dueAt` is the closing of `dueOn`; `nextAt` the next date on which something is said, null when none is left. */
export type DatedClock = {
  readonly kind: ClockKind;
  readonly status: ClockStatus;
  readonly startedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly dueAt: Instant;
  readonly pausedOn: CivilDate | null;
  readonly pauseUntil: CivilDate | null;
  readonly pauseProof: PauseProof | null;
  /** Days that past pauses took, as days of the span. */
  readonly pausedDays: number;
  readonly metOn: CivilDate | null;
  readonly metBy: ClockWay | null;
  readonly dropped: ClockDrop | null;
  readonly nextAt: Instant | null;
  readonly nextMilestone: ClockMilestone | null;
};

/** What must be known of a person before a clock may start. */
export type ClockPerson = { readonly birthDate: CivilDate };

/** Days back that a clock may be noted: an event told late still counts from its own day. */
const NOTED_LATE = 366;

/** Why a clock of a kind can't start for a person on a day: it lies ahead or too far back, or the person is not of the age. */
export function whyNotStart(kind: ClockKind, person: ClockPerson, startedOn: CivilDate, today: CivilDate): Refusal | undefined {
  if (startedOn > today || startedOn < plusDays(today, -NOTED_LATE)) return { refused: 'clock.start_out_of_range', pointer: '/startedOn' };
  const { ages } = CLOCKS[kind];
  const age = ageOn(person.birthDate, startedOn);
  if (ages && (age < ages.from || age > ages.to)) return { refused: 'clock.wrong_age', params: { from: ages.from, to: ages.to } };
  return undefined;
}

/** A clock that starts on a day; dates that have passed already are said as one. */
export function startClock(kind: ClockKind, startedOn: CivilDate, now: Instant, calendar: WorkingCalendar): DatedClock {
  const clock = {
    kind,
    status: 'running',
    startedOn,
    pausedOn: null,
    pauseUntil: null,
    pauseProof: null,
    pausedDays: 0,
    metOn: null,
    metBy: null,
    dropped: null,
  } as const;
  return dated({ ...clock, dueOn: startedOn, dueAt: now, nextAt: null, nextMilestone: null }, now, calendar);
}

/** Pauses a running clock from a day until another, with a proof that its kind accepts. */
export function pauseClock<C extends DatedClock>(
  clock: C,
  { on, until, proof }: { readonly on: CivilDate; readonly until: CivilDate; readonly proof: PauseProof },
  calendar: WorkingCalendar,
): C | Refusal {
  if (clock.status !== 'running') return { refused: 'clock.not_running' };
  const { pauses } = CLOCKS[clock.kind];
  if (pauses.length === 0) return { refused: 'clock.no_pause' };
  if (!pauses.includes(proof)) return { refused: 'clock.proof_missing', pointer: '/proof' };
  if (until <= on || until > plusDays(on, LONGEST_PAUSE))
    return { refused: 'clock.pause_too_long', pointer: '/until', params: { days: LONGEST_PAUSE } };
  const nextAt = openingOf(workingDayFrom(until, calendar), calendar);
  return { ...clock, status: 'paused', pausedOn: on, pauseUntil: until, pauseProof: proof, nextAt, nextMilestone: 'pause_over' };
}

/** Lets a paused clock run on from a day: what was left before the pause is left after it. */
export function resumeClock<C extends DatedClock>(clock: C, on: CivilDate, now: Instant, calendar: WorkingCalendar): C | Refusal {
  if (clock.status !== 'paused' || clock.pausedOn === null) return { refused: 'clock.not_paused' };
  const pausedDays = clock.pausedDays + daysBetween(clock.pausedOn, on, clock.kind, calendar);
  const running = { ...clock, status: 'running' as const, pausedOn: null, pauseUntil: null, pauseProof: null, pausedDays };
  return dated(running, now, calendar);
}

/** The first day on which something may meet a clock: its start, or some days before it is due. */
export function countsFrom({ kind, startedOn, dueOn }: Pick<DatedClock, 'kind' | 'startedOn' | 'dueOn'>): CivilDate {
  const { metFrom } = CLOCKS[kind];
  return metFrom === undefined ? startedOn : plusDays(dueOn, -metFrom);
}

/** Ends a clock by what meets it: something its kind accepts, not before its start nor before it may count. */
export function meetClock<C extends DatedClock>(clock: C, by: ClockWay, on: CivilDate): C | Refusal {
  const rule = CLOCKS[clock.kind];
  if (!clockRuns(clock)) return { refused: 'clock.settled' };
  if (!rule.metBy.includes(by)) return { refused: 'clock.wrong_way', pointer: '/by' };
  if (on < countsFrom(clock)) return { refused: 'clock.too_early', pointer: '/on' };
  return { ...clock, ...STILL, status: 'met', metOn: on, metBy: by };
}

/** Ends a clock that does not apply any more. */
export function dropClock<C extends DatedClock>(clock: C, because: ClockDrop): C | Refusal {
  return clockRuns(clock) ? { ...clock, ...STILL, status: 'dropped', dropped: because } : { refused: 'clock.settled' };
}

/**
 * What falls due of a clock: the date that is said, and the clock as it runs on. Of several that passed while nobody looked the last one
 * is said; the end of a pause lets the clock run on. `undefined` before its date. Each (clock, due day, milestone) comes once.
 */
export function stepOf<C extends DatedClock>(
  clock: C,
  now: Instant,
  today: CivilDate,
  calendar: WorkingCalendar,
): { readonly milestone: ClockMilestone; readonly clock: C } | undefined {
  const { nextAt, nextMilestone } = clock;
  if (!clockRuns(clock) || nextAt === null || nextMilestone === null || nextAt > now) return undefined;
  if (nextMilestone === 'pause_over') {
    const on = clock.pauseUntil !== null && clock.pauseUntil < today ? clock.pauseUntil : today;
    const resumed = resumeClock(clock, on, now, calendar);
    return 'refused' in resumed ? undefined : { milestone: 'pause_over', clock: resumed };
  }
  const dates = datesOfClock(clock, calendar);
  const from = dates.findIndex(({ name }) => name === nextMilestone);
  const at = Math.max(
    from,
    dates.findLastIndex((date) => date.at <= now),
  );
  const [said, next] = [dates[at], dates[at + 1]];
  return said && { milestone: said.name, clock: { ...clock, nextAt: next?.at ?? null, nextMilestone: next?.name ?? null } };
}

/** Whether somebody still waits for what a clock asks. */
export function clockRuns(clock: Pick<DatedClock, 'status'>): boolean {
  return clock.status === 'running' || clock.status === 'paused';
}

/** The dates of a clock, earliest first, each at the opening of a working day; a paused clock has none but the end of its pause. */
export function datesOfClock(
  clock: Pick<DatedClock, 'kind' | 'dueOn'>,
  calendar: WorkingCalendar,
): readonly (ClockDate & { readonly at: Instant })[] {
  return CLOCKS[clock.kind].dates.map((date) => ({
    ...date,
    at: openingOf(workingDayFrom(plusDays(clock.dueOn, date.days), calendar), calendar),
  }));
}

/** The day on which a clock is due: its span after the start and all pauses, on a working day. */
export function dueDayOf(clock: Pick<DatedClock, 'kind' | 'startedOn' | 'pausedDays'>, calendar: WorkingCalendar): CivilDate {
  const { amount, unit } = CLOCKS[clock.kind].span;
  if (unit === 'working_day') return plusWorkingDays(clock.startedOn, amount + clock.pausedDays, calendar);
  const end = unit === 'month' ? plusMonths(clock.startedOn, amount) : plusDays(clock.startedOn, amount);
  return workingDayFrom(plusDays(end, clock.pausedDays), calendar);
}

const STILL = { nextAt: null, nextMilestone: null, pausedOn: null, pauseUntil: null, pauseProof: null } as const;

/** A running clock with its due day and its first date; of those that have passed at `now` the last one. */
function dated<C extends DatedClock>(clock: C, now: Instant, calendar: WorkingCalendar): C {
  const dueOn = dueDayOf(clock, calendar);
  const dates = datesOfClock({ kind: clock.kind, dueOn }, calendar);
  const coming = dates.findLast(({ at }) => at <= now) ?? dates[0];
  return { ...clock, dueOn, dueAt: closingOf(dueOn, calendar), nextAt: coming?.at ?? null, nextMilestone: coming?.name ?? null };
}

function workingDayFrom(day: CivilDate, calendar: WorkingCalendar): CivilDate {
  let found = day;
  for (let tried = 0; tried < 60 && !isWorkingDay(found, calendar); tried += 1) found = plusDays(found, 1);
  return found;
}

function plusWorkingDays(day: CivilDate, days: number, calendar: WorkingCalendar): CivilDate {
  let found = workingDayFrom(day, calendar);
  for (let left = days; left > 0; left -= 1) found = workingDayFrom(plusDays(found, 1), calendar);
  return found;
}

/** Days of a pause, in the unit of the span: those on which the clock would have run. */
function daysBetween(from: CivilDate, to: CivilDate, kind: ClockKind, calendar: WorkingCalendar): number {
  if (to <= from) return 0;
  const days = Math.round((millisOf(`${to}T00:00:00.000Z` as Instant) - millisOf(`${from}T00:00:00.000Z` as Instant)) / 86_400_000);
  if (CLOCKS[kind].span.unit !== 'working_day') return days;
  return Array.from({ length: days }, (_, index) => plusDays(from, index)).filter((day) => isWorkingDay(day, calendar)).length;
}
