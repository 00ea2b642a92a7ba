import type { Id, Instant } from '@relais/domain';
import type { AuthTransaction } from './auth-database';

const OTHERS = 'update session set revoked_at = $3, revoked_for = $4 where account_id = $1 and id <> $2 and revoked_at is null';

/** How an account is protected has changed: every sign-in of it but this one begins anew. */
export async function endOthers(
  auth: AuthTransaction,
  { accountId, sessionId }: { readonly accountId: Id; readonly sessionId: Id },
  why: 'second_factor_added' | 'password_changed',
  now: Instant,
): Promise<void> {
  await auth.rows(OTHERS, [accountId, sessionId, now, why]);
}
