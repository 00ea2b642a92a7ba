import { Injectable } from '@nestjs/common';
import type { Id, Instant } from '@relais/domain';
import { Clock, newId, refuse } from '@relais/server/kernel';
import { type Account, open, postsOf } from './account-posts';
import { AuthDatabase, type AuthTransaction } from './auth-database';
import { refreshVerdict } from './refresh-rule';
import { RefreshTokens } from './refresh-tokens';
import type { FreshSession, Transport } from './session-answers';

type SessionRow = {
  session_id: Id;
  region: string | null;
  post_id: Id | null;
  transport: Transport;
  strong: boolean;
  expires_at: Instant;
  revoked_at: Instant | null;
} & Account;
type TokenRow = { issued_at: Instant; used_at: Instant | null; replaced_by: Id | null; next_used_at: Instant | null };

// The session is locked first and the token read in a statement of its own, so that refreshes at one instant see each other.
const SESSION = `select s.id as session_id, s.region, s.post_id, s.transport, s.strong, s.expires_at, s.revoked_at,
    a.id, a.email, a.given_name, a.family_name, a.locale, a.active, a.version
  from session s join account a on a.id = s.account_id
  where s.id = (select session_id from refresh_token where id = $1) for update of s`;
const TOKEN = `select t.issued_at, t.used_at, t.replaced_by, n.used_at as next_used_at
  from refresh_token t left join refresh_token n on n.id = t.replaced_by where t.id = $1`;

/** Exchanges a refresh token for its successor and a new access token; a token used twice ends its whole family. */
@Injectable()
export class RefreshSession {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly refreshTokens: RefreshTokens,
    private readonly clock: Clock,
  ) {}

  /** The refreshed session; 401 when it is over, or when its token was used before. */
  async execute(token: string, transport: Transport): Promise<FreshSession> {
    const id = this.refreshTokens.idOf(token) ?? refuse('session.expired');
    // The end of a family must be committed: the refusal is said after the transaction.
    const fresh = await this.auth.transaction((auth) => this.refresh(auth, id, transport));
    return fresh ?? refuse('session.expired');
  }

  private async refresh(auth: AuthTransaction, id: Id, transport: Transport): Promise<FreshSession | undefined> {
    const session = await auth.row<SessionRow>(SESSION, [id]);
    const token = await auth.row<TokenRow>(TOKEN, [id]);
    if (!session || !token || session.transport !== transport) return undefined;
    const now = this.clock.now();
    const verdict = refreshVerdict(
      { revoked: session.revoked_at !== null, accountActive: session.active, expiresAt: session.expires_at },
      { issuedAt: token.issued_at, usedAt: token.used_at, nextUsed: token.next_used_at !== null },
      now,
    );
    if (verdict === 'reused') await this.endFamily(auth, session.session_id, now);
    if (verdict === 'reused' || verdict === 'over') return undefined;
    const next = verdict === 'repeat' ? token.replaced_by : await this.rotate(auth, id, session, now);
    if (next === null) return undefined;
    const posts = await postsOf(auth, session.id, now);
    const post = posts.find((one) => one.region === session.region && one.post_id === session.post_id && open(one, session.strong));
    return { sessionId: session.session_id, account: session, post, posts, refreshTokenId: next };
  }

  private async rotate(auth: AuthTransaction, id: Id, session: SessionRow, now: Instant): Promise<Id> {
    const next = newId();
    await auth.rows('insert into refresh_token (id, session_id, token_hash, issued_at, expires_at) values ($1, $2, $3, $4, $5)', [
      next,
      session.session_id,
      this.refreshTokens.hashOf(next),
      now,
      session.expires_at,
    ]);
    await auth.rows('update refresh_token set used_at = $2, replaced_by = $3 where id = $1', [id, now, next]);
    await auth.rows('update session set last_seen_at = $2 where id = $1', [session.session_id, now]);
    return next;
  }

  private async endFamily(auth: AuthTransaction, sessionId: Id, now: Instant): Promise<void> {
    await auth.rows(`update session set revoked_at = $2, revoked_for = 'token_reused' where id = $1`, [sessionId, now]);
  }
}
