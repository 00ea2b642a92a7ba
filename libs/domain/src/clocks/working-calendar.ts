import { instantAt, millisOf, plusDays, type CivilDate, type Instant } from '../time/time';

/**
 * The working days of one region, as data: the domain computes no holiday of its own, the server passes those of the
 * region (Alsace-Moselle and overseas have days of their own).
 */
export type WorkingCalendar = {
  /** IANA name of the region's time zone, such as `Indian/Reunion`. */
  readonly timeZone: string;
  /** Days on which nobody works, weekends apart. */
  readonly holidays: ReadonlySet<CivilDate>;
  /** Days of the week without work, ISO numbers: 1 is Monday, 7 is Sunday. */
  readonly weekend: readonly number[];
  /** Minutes after local midnight at which a working day opens and closes. */
  readonly opens: number;
  readonly closes: number;
};

const DAY = 86_400_000;
const MINUTE = 60_000;
const WALLS = new Map<string, Intl.DateTimeFormat>();

/** The calendar of a region: Monday to Friday, 9:00 to 17:00 local time, but for the holidays given. */
export function workingCalendar(timeZone: string, holidays: Iterable<CivilDate> = []): WorkingCalendar {
  return { timeZone, holidays: new Set(holidays), weekend: [6, 7], opens: 540, closes: 1020 };
}

/** Minutes of one working day of a calendar: 480 by default. */
export function minutesOfWorkingDay(calendar: WorkingCalendar): number {
  return calendar.closes - calendar.opens;
}

/** Whether people work on that day. */
export function isWorkingDay(day: CivilDate, calendar: WorkingCalendar): boolean {
  return !calendar.weekend.includes(weekdayOf(day)) && !calendar.holidays.has(day);
}

/**
 * The instant at which `minutes` working minutes have passed: time flows only while offices are open. What starts in the
 * evening, on a Sunday or a holiday starts at the next opening. Throws a `RangeError` on a negative or endless span.
 */
export function addWorkingMinutes(at: Instant, minutes: number, calendar: WorkingCalendar): Instant {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError('not a span of working time');
  if (minutes === 0) return at;
  let left = minutes * MINUTE;
  const wall = wallOf(at, calendar.timeZone);
  let day = wall.day;
  let from = Math.max(wall.millis, calendar.opens * MINUTE);
  for (let closedDays = 0; closedDays < 400;) {
    const room = isWorkingDay(day, calendar) ? Math.max(0, calendar.closes * MINUTE - from) : 0;
    if (room >= left) return instantOfWall(day, from + left, calendar.timeZone);
    left -= room;
    closedDays = room > 0 ? 0 : closedDays + 1;
    day = plusDays(day, 1);
    from = calendar.opens * MINUTE;
  }
  throw new RangeError('a calendar without working days');
}

/** The instant `hours` working hours later; four hours from Friday 16:00 end on Monday at noon. */
export function addWorkingHours(at: Instant, hours: number, calendar: WorkingCalendar): Instant {
  return addWorkingMinutes(at, hours * 60, calendar);
}

/**
 * The instant `days` working days later, at the same local hour when that hour is an office hour: two days from Friday
 * 16:00 end on Tuesday 16:00; from a Saturday they end on Tuesday at closing time.
 */
export function addWorkingDays(at: Instant, days: number, calendar: WorkingCalendar): Instant {
  return addWorkingMinutes(at, days * minutesOfWorkingDay(calendar), calendar);
}

/** Whole working minutes from one instant to a later one; 0 when the second is not later. */
export function workingMinutesBetween(from: Instant, to: Instant, calendar: WorkingCalendar): number {
  if (to <= from) return 0;
  const start = wallOf(from, calendar.timeZone);
  const end = wallOf(to, calendar.timeZone);
  let millis = 0;
  for (let day = start.day; day <= end.day; day = plusDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    const opens = Math.max(calendar.opens * MINUTE, day === start.day ? start.millis : 0);
    const closes = Math.min(calendar.closes * MINUTE, day === end.day ? end.millis : DAY);
    millis += Math.max(0, closes - opens);
  }
  return Math.floor(millis / MINUTE);
}

/**
 * Working days from one instant to a later one, with decimals (half a day is 0.5). Source: domain.md §6, answer_delay is
 * counted in working days.
 */
export function workingDaysBetween(from: Instant, to: Instant, calendar: WorkingCalendar): number {
  return workingMinutesBetween(from, to, calendar) / minutesOfWorkingDay(calendar);
}

/** The first instant of a civil day in an IANA time zone. */
export function startOfDay(day: CivilDate, timeZone: string): Instant {
  return instantOfWall(day, 0, timeZone);
}

/** The moment at which a working day of the region begins. */
export function openingOf(day: CivilDate, calendar: WorkingCalendar): Instant {
  return instantOfWall(day, calendar.opens * MINUTE, calendar.timeZone);
}

/** The instant at which a clock on the wall shows that many minutes after midnight, on a day of an IANA time zone. */
export function minuteOfDay(day: CivilDate, minutes: number, timeZone: string): Instant {
  return instantOfWall(day, minutes * MINUTE, timeZone);
}

/** The day of the week, ISO numbers: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: CivilDate): number {
  return ((Math.round(Date.parse(`${day}T00:00:00.000Z`) / DAY) + 3) % 7) + 1;
}

/** The last minute of a day of the region, as people mean "until Friday": its closing time. */
export function closingOf(day: CivilDate, calendar: WorkingCalendar): Instant {
  return instantOfWall(day, calendar.closes * MINUTE, calendar.timeZone);
}

function wallOf(at: Instant, timeZone: string): { day: CivilDate; millis: number } {
  const shifted = instantAt(millisOf(at) + offsetAt(millisOf(at), timeZone));
  return { day: shifted.slice(0, 10) as CivilDate, millis: ((millisOf(shifted) % DAY) + DAY) % DAY };
}

function instantOfWall(day: CivilDate, millis: number, timeZone: string): Instant {
  const wall = Date.parse(`${day}T00:00:00.000Z`) + millis;
  const guess = wall - offsetAt(wall, timeZone);
  return instantAt(wall - offsetAt(guess, timeZone));
}

function offsetAt(millis: number, timeZone: string): number {
  let wall = WALLS.get(timeZone);
  if (!wall) {
    wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    WALLS.set(timeZone, wall);
  }
  const seconds = Math.floor(millis / 1000) * 1000;
  return Date.parse(`${wall.format(seconds).replace(' ', 'T')}.000Z`) - seconds;
}
