import { createHash, randomInt } from 'node:crypto';
import { type Instant, millisOf } from '@relais/domain';
import { Secret, TOTP } from 'otpauth';

/** Seconds for which one code holds (RFC 6238), and codes before and after the present one that still count: clocks of telephones drift. */
const PERIOD = 30;
const WINDOW = 1;

/** Letters of a recovery code: none that is mistaken for another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const RECOVERY_CODES = 8;

function totpOf(secret: string, email = ''): TOTP {
  return new TOTP({ issuer: 'Relais', label: email, secret: Secret.fromBase32(secret), period: PERIOD, digits: 6, algorithm: 'SHA1' });
}

/** A new secret, as people may type it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an application on a telephone reads from a picture. */
export function addressOf(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The code of a moment. */
export function codeAt(secret: string, now: Instant): string {
  return totpOf(secret).generate({ timestamp: millisOf(now) });
}

/** The step in time of a right code, to be used once only; undefined for a wrong one, or one of a step already used. */
export function stepOf(secret: string, code: string, lastStep: number, now: Instant): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: millisOf(now), window: WINDOW });
  if (delta === null) return undefined;
  const step = Math.floor(millisOf(now) / 1000 / PERIOD) + delta;
  return step > lastStep ? step : undefined;
}

/** Codes to keep on paper for the day when the telephone is lost, each good once. */
export function newRecoveryCodes(): readonly string[] {
  const letters = (count: number): string => Array.from({ length: count }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
  return Array.from({ length: RECOVERY_CODES }, () => `${letters(5)}-${letters(5)}`);
}

/** What is stored of a recovery code: it is random enough for a plain hash. */
export function hashOfRecoveryCode(code: string): string {
  return createHash('sha256').update(`recovery|${code.trim().toLowerCase()}`).digest('base64url');
}
