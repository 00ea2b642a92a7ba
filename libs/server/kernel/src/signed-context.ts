import { createHmac } from 'node:crypto';
import type { Actor, RegionCode } from '@relais/domain';

/** Whom a transaction acts for. The worker has a region and the role `system`, and no post. */
export type ContextClaim = {
  readonly region: string;
  readonly post?: string;
  readonly unit?: string;
  readonly operator?: string;
  readonly role: string;
};

/** The worker acting for one region, on behalf of nobody. */
export type SystemActor = { readonly region: RegionCode; readonly system: true };

/** A request that names a region and nobody: it may only knock at doors that ask for a secret of their own. */
export type GuestActor = { readonly region: RegionCode; readonly guest: true };

/** Seconds for which the context of one transaction holds. */
const LIFETIME = 120;
const SAFE = /^[0-9a-z_|-]*$/;

/**
 * The value of `app.ctx`: `region|post|unit|operator|role|expiry|HMAC`, expiry in seconds since 1970.
 * `sec.region()` and its sisters check the signature inside PostgreSQL, so SQL injection can't change the tenant.
 * Throws a `RangeError` when a part holds anything but safe characters: the value goes into a `SET LOCAL` as it is. Source: trust.md §1.3.
 */
export function signContext(key: string, claim: ContextClaim, expiryEpochSeconds: number): string {
  const text = [claim.region, claim.post ?? '', claim.unit ?? '', claim.operator ?? '', claim.role, String(expiryEpochSeconds)].join('|');
  if (!SAFE.test(text) || text.split('|').length !== 6) throw new RangeError('unsafe context');
  return `${text}|${createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex')}`;
}

/** The first message of a transaction: role (when it changes), then who acts; both local to it. */
export function enterAs(role: 'app_rw' | 'app_worker' | undefined, key: string, claim: ContextClaim, expiryEpochSeconds: number): string {
  return `${role ? `SET LOCAL ROLE ${role}; ` : ''}SET LOCAL app.ctx = '${signContext(key, claim, expiryEpochSeconds)}'`;
}

/** The two statements that put a transaction of the running product behind the region's wall. */
export function signedContext(who: Actor | SystemActor | GuestActor, key: string, nowMillis: number): string {
  const expiry = Math.floor(nowMillis / 1000) + LIFETIME;
  if ('guest' in who) return enterAs('app_rw', key, { region: who.region, role: 'guest' }, expiry);
  if (!('postId' in who)) return enterAs('app_worker', key, { region: who.region, role: 'system' }, expiry);
  const { region, postId: post, unitId: unit, operatorId: operator, role } = who;
  return enterAs('app_rw', key, { region, post, unit, operator, role }, expiry);
}
