import { type Instant, millisOf, plusMinutes } from '@relais/domain';

/** Minutes without a refresh after which a session is over, and hours after which it is over whatever happens. Source: trust.md §3. */
export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 10;

/** Seconds during which the token just before the present one is answered again: two tabs, a lost answer. Source: trust.md §3. */
const GRACE_SECONDS = 5;

/** A session as the refresh rule sees it. */
export type SessionState = { readonly revoked: boolean; readonly accountActive: boolean; readonly expiresAt: Instant };

/** A refresh token as the refresh rule sees it; `nextUsed` tells whether its successor was used already. */
export type TokenState = { readonly issuedAt: Instant; readonly usedAt: Instant | null; readonly nextUsed: boolean };

/**
 * What a presented refresh token gets: a successor, the same successor again, nothing any more, or the end of its whole
 * family, since a token used twice is in two hands.
 */
export type RefreshVerdict = 'rotate' | 'repeat' | 'over' | 'reused';

/** Decides on one refresh. */
export function refreshVerdict(session: SessionState, token: TokenState, now: Instant): RefreshVerdict {
  if (session.revoked || !session.accountActive || session.expiresAt <= now) return 'over';
  if (token.usedAt === null) return plusMinutes(token.issuedAt, IDLE_MINUTES) < now ? 'over' : 'rotate';
  const recent = millisOf(now) - millisOf(token.usedAt) <= GRACE_SECONDS * 1000;
  return recent && !token.nextUsed ? 'repeat' : 'reused';
}
