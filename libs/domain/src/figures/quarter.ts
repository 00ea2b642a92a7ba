import { plusDays, type CivilDate } from '../time/time';

declare const quarter: unique symbol;

/** A quarter of the civil year, `2026-Q4`: the periods of the figures. They never overlap, so that two of them can't be set against each other. */
export type Quarter = string & { readonly [quarter]: true };

const SHAPE = /^(\d{4})-Q([1-4])$/;

/** Whether a text names a quarter. */
export function isQuarter(text: string): text is Quarter {
  return SHAPE.test(text);
}

/** The quarter that a day lies in. */
export function quarterOf(day: CivilDate): Quarter {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` as Quarter;
}

/** The first day of a quarter, and the first day after it. Throws a `RangeError` on a text that is no quarter. */
export function daysOf(of: Quarter): { readonly from: CivilDate; readonly until: CivilDate } {
  const [, year = '', number = ''] = SHAPE.exec(of) ?? [];
  if (!year) throw new RangeError('not a quarter');
  const first = (months: number): CivilDate =>
    `${Number(year) + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01` as CivilDate;
  const month = (Number(number) - 1) * 3;
  return { from: first(month), until: first(month + 3) };
}

/** The quarter of a day and those before it, newest first. */
export function lastQuarters(day: CivilDate, count: number): readonly Quarter[] {
  const quarters: Quarter[] = [];
  for (let at = day; quarters.length < count; at = plusDays(daysOf(quarterOf(at)).from, -1)) quarters.push(quarterOf(at));
  return quarters;
}
