import { isRegionCode } from '../regions/region';
import type { RegionCode } from '../regions/region';

/** Without I, O, Z, which are read as digits: 23 letters, a prime, so that one wrong digit or two exchanged never pass. */
const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXY';
const WRITTEN = /^(\d{2})[ -]?(\d{6})[ -]?([A-Z])?$/;
const LAST_SERIAL = 999_999;

/**
 * The number of a file, to be said on the phone: region, six digits, check letter, `53-004217-K`. Says nothing about the person.
 * Throws a `RangeError` unless `serial` is a whole number from 1 to 999 999.
 */
export function fileNumber(region: RegionCode, serial: number): string {
  if (!Number.isInteger(serial) || serial < 1 || serial > LAST_SERIAL) throw new RangeError('no such serial of a file number');
  const digits = String(serial).padStart(6, '0');
  return `${region}-${digits}-${checkLetter(region, digits)}`;
}

/**
 * Reads a file number as people type it: any case, with or without hyphens, even without its letter. Undefined when it is none, or when
 * the letter does not fit (a wrong digit).
 */
export function readFileNumber(text: string): string | undefined {
  const parts = WRITTEN.exec(text.trim().toUpperCase());
  if (!parts) return undefined;
  const [, region = '', digits = '', letter] = parts;
  if (!isRegionCode(region) || Number(digits) === 0) return undefined;
  const expected = checkLetter(region, digits);
  return letter !== undefined && letter !== expected ? undefined : `${region}-${digits}-${expected}`;
}

function checkLetter(region: string, digits: string): string {
  return CHECK_LETTERS[Number(`${region}${digits}`) % CHECK_LETTERS.length] ?? '';
}
