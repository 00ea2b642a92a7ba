import { createHmac } from 'node:crypto';
import type { Actor, RegionCode } from '@relais/domain';

/** Seconds for which the context of one transaction holds. */
const LIFETIME = 120;
const SAFE = /^[0-9a-z_|-]*$/;

/**
 * The two statements that put a transaction behind the region's wall: the role, then who acts, signed.
 * `sec.region()` and its sisters check the signature inside PostgreSQL, so SQL injection can't change the tenant.
 * Throws when a part holds anything but safe characters. Source: trust.md §1.3.
 */
export function signedContext(who: Actor | SystemActor, key: string, nowMillis: number): string {
  const parts = 'postId' in who ? [who.region, who.postId, who.unitId, who.operatorId, who.role] : [who.region, '', '', '', 'system'];
  const text = [...parts, String(Math.floor(nowMillis / 1000) + LIFETIME)].join('|');
  if (!SAFE.test(text)) throw new Error('unsafe context');
  const signature = createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');
  const role = 'postId' in who ? 'app_rw' : 'app_worker';
  return `SET LOCAL ROLE ${role}; SET LOCAL app.ctx = '${text}|${signature}'`;
}

/** The worker acting for one region, on behalf of nobody. */
export type SystemActor = { readonly region: RegionCode; readonly system: true };
