import { isCivilDate, plusDays } from '../time/time';
import type { CivilDate } from '../time/time';
import { readFileNumber } from './file-number';
import { folded } from './folding';
import { normalEmail, normalPhone } from './phone';

/**
 * What one search box holds, in any order: folded name words, born from–to (one day, a month or a year), phone and e-mail in normal form,
 * file number. What was not typed is absent.
 */
export type ParsedSearch = {
  readonly words: readonly string[];
  readonly bornFrom?: CivilDate;
  readonly bornTo?: CivilDate;
  readonly phone?: string;
  readonly email?: string;
  readonly fileNumber?: string;
};

type Found = { -readonly [Key in keyof ParsedSearch]: ParsedSearch[Key] };

const MONTHS = [
  ...['janvier|janv|january|jan', 'fevrier|fevr|fev|february|feb', 'mars|march|mar', 'avril|avr|april|apr', 'mai|may', 'juin|june|jun'],
  ...['juillet|juil|july|jul', 'aout|august|aug', 'septembre|sept|september|sep', 'octobre|october|oct', 'novembre|november|nov'],
  'decembre|december|dec',
];
const MONTH_NAME = MONTHS.join('|');
const FILE_NUMBER = /(?:^|\s)(\d{2}[ -]?\d{6}(?:[ -]?[a-z](?![a-z]))?)(?=\s|$)/i;
const PHONE = /(?:^|\s)((?:\+|00)\d[\d .()/-]{7,}\d|0[1-9](?:[ .-]?\d{2}){4})(?=\s|$)/;

/** Reads a search box. `today` settles two-digit years: `05` is 2005, `78` is 1978. */
export function parseSearch(text: string, today: CivilDate): ParsedSearch {
  const found: Found = { words: [] };
  let rest = ` ${text.slice(0, 200)} `;
  rest = take(rest, /\s(\S+@\S+)(?=\s)/, ([, email = '']) => put(found, 'email', normalEmail(email)));
  rest = take(rest, PHONE, ([, phone = '']) => put(found, 'phone', normalPhone(phone)));
  rest = takeBirthDate(rest, found, today);
  rest = take(rest, FILE_NUMBER, ([, number = '']) => put(found, 'fileNumber', readFileNumber(number)));
  found.words = folded(rest.replace(/\d+/g, ' '))
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8);
  return found;
}

function takeBirthDate(text: string, found: Found, today: CivilDate): string {
  const day = (year: string, month: string, date: string) => born(found, `${century(year, today)}-${two(month)}-${two(date)}`);
  const steps: readonly (readonly [RegExp, (parts: RegExpExecArray) => boolean])[] = [
    [/\s(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\s)/, ([, y = '', m = '', d = '']) => day(y, m, d)],
    [/\s(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?=\s)/, ([, d = '', m = '', y = '']) => day(y, m, d)],
    [
      new RegExp(`\\s(\\d{1,2})(?:er)? (${MONTH_NAME})\\.? (\\d{4}|\\d{2})(?=\\s)`),
      ([, d = '', name = '', y = '']) => day(y, String(monthOf(name)), d),
    ],
    [/\s(\d{2})(\d{2})(\d{4})(?=\s)/, ([, d = '', m = '', y = '']) => day(y, m, d)],
    [/\s(\d{4})(\d{2})(\d{2})(?=\s)/, ([, y = '', m = '', d = '']) => day(y, m, d)],
    [/\s(\d{2})(\d{2})(\d{2})(?=\s)/, ([, d = '', m = '', y = '']) => day(y, m, d)],
    [/\s(\d{1,2})[-/.](\d{4})(?=\s)/, ([, m = '', y = '']) => bornInMonth(found, y, two(m))],
    [new RegExp(`\\s(${MONTH_NAME})\\.? (\\d{4})(?=\\s)`), ([, name = '', y = '']) => bornInMonth(found, y, two(String(monthOf(name))))],
    [/\s((?:19|20)\d{2})(?=\s)/, ([, y = '']) => bornBetween(found, `${y}-01-01`, `${y}-12-31`)],
  ];
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  for (const [shape, read] of steps) {
    const parts = shape.exec(plain);
    if (parts && read(parts)) return `${plain.slice(0, parts.index)} ${plain.slice(parts.index + parts[0].length)}`;
  }
  return text;
}

function take(text: string, shape: RegExp, read: (parts: RegExpExecArray) => boolean): string {
  const parts = shape.exec(text);
  return parts && read(parts) ? `${text.slice(0, parts.index)} ${text.slice(parts.index + parts[0].length)}` : text;
}

function put<Key extends 'phone' | 'email' | 'fileNumber'>(found: Found, key: Key, value: string | undefined): boolean {
  if (value === undefined) return false;
  found[key] = value;
  return true;
}

function born(found: Found, day: string): boolean {
  return bornBetween(found, day, day);
}

function bornInMonth(found: Found, year: string, month: string): boolean {
  const first = `${year}-${month}-01`;
  if (!isCivilDate(first)) return false;
  const next = plusDays(first, 31).slice(0, 8);
  return bornBetween(found, first, plusDays(`${next}01` as CivilDate, -1));
}

function bornBetween(found: Found, from: string, to: string): boolean {
  if (!isCivilDate(from) || !isCivilDate(to) || from < '1900-01-01') return false;
  found.bornFrom = from;
  found.bornTo = to;
  return true;
}

function monthOf(name: string): number {
  return MONTHS.findIndex((names) => names.split('|').includes(name)) + 1;
}

function two(number: string): string {
  return number.padStart(2, '0');
}

function century(year: string, today: CivilDate): string {
  if (year.length === 4) return year;
  const thisCentury = today.slice(0, 2);
  return `${thisCentury}${year}` <= today.slice(0, 4) ? `${thisCentury}${year}` : `${Number(thisCentury) - 1}${year}`;
}
