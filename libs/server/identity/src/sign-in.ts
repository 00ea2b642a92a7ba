import { Injectable } from '@nestjs/common';
import { type Instant, plusMinutes } from '@relais/domain';
import { Clock, newId, refuse } from '@relais/server/kernel';
import { type Account, endedWithRegion, postsOf, postToActAs } from './account-posts';
import { AuthDatabase, type AuthTransaction } from './auth-database';
import type { SignInRequest } from './identity.messages';
import { Passwords } from './passwords';
import { ABSOLUTE_HOURS } from './refresh-rule';
import { RefreshTokens } from './refresh-tokens';
import type { FreshSession, Transport } from './session-answers';
import { type Factor, FACTOR, SecondFactor } from './second-factor';
import { SignInThrottle } from './sign-in-throttle';

type Known = Account & Factor & { password_hash: string | null };
type How = { readonly transport: Transport; readonly agent: string; readonly strong: boolean };
type Asked = { readonly email: string; readonly address: string };

const ACCOUNT = `select id, email, password_hash, given_name, family_name, locale, active, version, ${FACTOR} from account where email = $1`;

/** Opens a session for an e-mail and a password; an unknown e-mail gets the same answer after the same time. */
@Injectable()
export class SignIn {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly throttle: SignInThrottle,
    private readonly passwords: Passwords,
    private readonly factor: SecondFactor,
    private readonly refreshTokens: RefreshTokens,
    private readonly clock: Clock,
  ) {}

  /** The open session. 401 for a wrong pair, 429 with `Retry-After` during a delay, 503 when too many sign in at once. */
  async execute(request: SignInRequest, address: string, transport: Transport, agent: string): Promise<FreshSession> {
    const asked = { email: request.email.trim().toLowerCase(), address };
    const account = await this.passwords.inTurn(() => this.recognise(asked, request.password));
    return this.auth.transaction(async (auth) => {
      const strong = await this.isStrong(auth, account, request.code);
      await this.throttle.forgive(auth, asked.email, asked.address);
      return this.open(auth, account, request.postId, { transport, agent, strong });
    });
  }

  /** Whether a second factor was given; 401 when the account has one and the code is missing or wrong. */
  private async isStrong(auth: AuthTransaction, account: Known, code: string | undefined): Promise<boolean> {
    if (!this.factor.isSet(account)) return false;
    await this.factor.use(auth, account.id, code ?? refuse('session.code_needed', { pointer: '/code' }));
    return true;
  }

  private async recognise({ email, address }: Asked, password: string): Promise<Known> {
    const now = this.clock.now();
    const { seconds, known } = await this.auth.transaction(async (auth) => ({
      seconds: await this.throttle.claim(auth, email, address, now),
      known: await auth.row<Known>(ACCOUNT, [email]),
    }));
    if (seconds > 0) return refuse('session.wait', { retryAfterSeconds: seconds, params: { seconds } });
    const right = await this.passwords.matches(known?.password_hash, password);
    return right && known?.active ? known : refuse('session.wrong_credentials');
  }

  private async open(auth: AuthTransaction, account: Account, postId: string | undefined, how: How): Promise<FreshSession> {
    const now = this.clock.now();
    const posts = await postsOf(auth, account.id, now);
    if (posts.length === 0 && (await endedWithRegion(auth, account.id))) refuse('session.region_closed');
    const post = postToActAs(posts, postId, how.strong);
    const sessionId = newId();
    const refreshTokenId = newId();
    const expiresAt: Instant = plusMinutes(now, ABSOLUTE_HOURS * 60);
    await auth.rows(
      `insert into session (id, account_id, region, post_id, transport, agent, strong, created_at, last_seen_at, proven_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $9)`,
      [sessionId, account.id, post?.region ?? null, post?.post_id ?? null, how.transport, how.agent, how.strong, now, expiresAt],
    );
    await auth.rows('insert into refresh_token (id, session_id, token_hash, issued_at, expires_at) values ($1, $2, $3, $4, $5)', [
      refreshTokenId,
      sessionId,
      this.refreshTokens.hashOf(refreshTokenId),
      now,
      expiresAt,
    ]);
    if (post)
      await auth.rows('update account_post set last_used_at = $3 where region = $1 and post_id = $2', [post.region, post.post_id, now]);
    return { sessionId, account, post, posts, refreshTokenId };
  }
}
