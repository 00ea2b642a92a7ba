declare const instant: unique symbol;
declare const civilDate: unique symbol;

/** A moment, as an ISO 8601 UTC string with milliseconds: `2026-11-23T16:45:00.000Z`. Sorts as text. */
export type Instant = string & { readonly [instant]: true };

/** A day without a time zone, `YYYY-MM-DD`: a birth date, a due day. Sorts as text. */
export type CivilDate = string & { readonly [civilDate]: true };

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is an {@link Instant}: the exact shape, and a moment that exists (no 30 February, no year zero). */
export function isInstant(text: string): text is Instant {
  return INSTANT.test(text) && isCivilDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

/** Whether a text is a {@link CivilDate} that exists in the Gregorian calendar (29 February only in leap years). */
export function isCivilDate(text: string): text is CivilDate {
  const parts = CIVIL_DATE.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Reads an instant from any ISO text with an offset. Throws a `RangeError` on anything else. */
export function toInstant(text: string): Instant {
  const millis = Date.parse(text);
  if (Number.isNaN(millis)) throw new RangeError('not an instant');
  return instantAt(millis);
}

/** Reads a civil date. Throws a `RangeError` when the day does not exist. */
export function toCivilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError('not a civil date');
  return text;
}

/** The instant at `millis` milliseconds since 1970-01-01 UTC. */
export function instantAt(millis: number): Instant {
  return new Date(millis).toISOString() as Instant;
}

/** Milliseconds since 1970-01-01 UTC. */
export function millisOf(at: Instant): number {
  return Date.parse(at);
}

/** The instant `minutes` minutes later (earlier when negative). */
export function plusMinutes(at: Instant, minutes: number): Instant {
  return instantAt(millisOf(at) + minutes * 60_000);
}

/** The day `days` days later (earlier when negative). */
export function plusDays(day: CivilDate, days: number): CivilDate {
  return instantAt(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).slice(0, 10) as CivilDate;
}

/** The day `months` months later; the last day of a shorter month stands in for one that does not exist. */
export function plusMonths(day: CivilDate, months: number): CivilDate {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  const date = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as CivilDate;
}

/** The civil day of an instant in an IANA time zone such as `Indian/Reunion`. */
export function civilDateIn(timeZone: string, at: Instant): CivilDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(millisOf(at)) as CivilDate;
}

/** Whole years between a birth date and a day: the age. A person born on 29 February turns older on 1 March. */
export function ageOn(birthDate: CivilDate, day: CivilDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
