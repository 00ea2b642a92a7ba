import { createHmac } from 'node:crypto';

/** Whom a transaction acts for. The worker has a region and the role `system`, and no post. */
export type ContextClaim = {
  readonly region: string;
  readonly post?: string;
  readonly unit?: string;
  readonly operator?: string;
  readonly role: string;
};

const SAFE = /^[A-Za-z0-9_|-]*$/;

/**
 * The value of `app.ctx`: `region|post|unit|operator|role|expiry|HMAC`, expiry in seconds since 1970.
 * Throws a `RangeError` when a part holds anything but letters, digits, `_` and `-`: the value goes into a `SET LOCAL` as it is.
 */
export function signContext(contextKey: string, claim: ContextClaim, expiryEpochSeconds: number): string {
  const text = [claim.region, claim.post ?? '', claim.unit ?? '', claim.operator ?? '', claim.role, String(expiryEpochSeconds)].join('|');
  if (!SAFE.test(text) || text.split('|').length !== 6) throw new RangeError('unsafe context');
  return `${text}|${createHmac('sha256', Buffer.from(contextKey, 'hex')).update(text).digest('hex')}`;
}

/** The first message of a transaction: role (when it changes) and context, local to it. */
export function enterAs(
  role: 'app_rw' | 'app_worker' | undefined,
  contextKey: string,
  claim: ContextClaim,
  expiryEpochSeconds: number,
): string {
  return `${role ? `set local role ${role}; ` : ''}set local app.ctx = '${signContext(contextKey, claim, expiryEpochSeconds)}'`;
}

/**
 * The two blocks of HMAC-SHA-256 (key xor ipad, key xor opad), so that the database checks a signature with its built-in `sha256`
 * and never holds more than it needs.
 */
export function hmacPads(contextKey: string): { readonly inner: Buffer; readonly outer: Buffer } {
  const key = Buffer.concat([Buffer.from(contextKey, 'hex'), Buffer.alloc(64)]).subarray(0, 64);
  return { inner: Buffer.from(key.map((byte) => byte ^ 0x36)), outer: Buffer.from(key.map((byte) => byte ^ 0x5c)) };
}
