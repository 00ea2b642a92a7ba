import { isCivilDate } from '../time/time';
import type { CivilDate } from '../time/time';

/** How a typed birth date agrees with a filed one. */
export const BIRTH_DATE_AGREEMENTS = ['same', 'swapped', 'one_digit', 'same_year', 'different', 'unknown'] as const;

/** A code of {@link BIRTH_DATE_AGREEMENTS}; `unknown` when no birth date was typed. */
export type BirthDateAgreement = (typeof BIRTH_DATE_AGREEMENTS)[number];

/** Compares a typed birth date (or none) with the filed one, both `YYYY-MM-DD`. */
export function birthDateAgreement(typed: string | undefined, filed: string): BirthDateAgreement {
  if (typed === undefined) return 'unknown';
  if (typed === filed) return 'same';
  if (dayAndMonthSwapped(typed) === filed) return 'swapped';
  if (oneTypingErrorApart(typed, filed)) return 'one_digit';
  return typed.slice(0, 4) === filed.slice(0, 4) ? 'same_year' : 'different';
}

/**
 * The birth dates one typing error away from a date: one digit wrong, two neighbouring digits exchanged, day and month exchanged. Only
 * dates that exist, from 1900; sorted, without the date itself. About sixty.
 */
export function nearBirthDates(date: CivilDate): readonly CivilDate[] {
  const found = new Set<string>();
  const swapped = dayAndMonthSwapped(date);
  if (swapped !== undefined) found.add(swapped);
  for (let at = 2; at < date.length; at += 1) {
    for (let digit = 0; digit < 10 && date[at] !== '-'; digit += 1) found.add(withDigit(date, at, String(digit)));
    const exchanged = withNeighboursExchanged(date, at);
    if (exchanged !== undefined) found.add(exchanged);
  }
  found.delete(date);
  return [...found].filter(isCivilDate).sort();
}

function dayAndMonthSwapped(date: string): string | undefined {
  const swapped = `${date.slice(0, 4)}-${date.slice(8, 10)}-${date.slice(5, 7)}`;
  return isCivilDate(swapped) ? swapped : undefined;
}

function oneTypingErrorApart(one: string, other: string): boolean {
  if (one.slice(0, 2) !== other.slice(0, 2)) return false;
  const apart = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first = 0, second = 0] = apart;
  return apart.length === 1 || (apart.length === 2 && withNeighboursExchanged(one, first) === other && second > first);
}

function withDigit(date: string, at: number, digit: string): string {
  return date.slice(0, at) + digit + date.slice(at + 1);
}

function withNeighboursExchanged(date: string, at: number): string | undefined {
  const next = date[at + 1] === '-' ? at + 2 : at + 1;
  const [one, other] = [date[at], date[next]];
  if (one === undefined || other === undefined || one === '-' || other === '-' || one === other) return undefined;
  return withDigit(withDigit(date, at, other), next, one);
}
