import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, PROOF_MINUTES, refuse, type SignedIn } from '@relais/server/kernel';
import { AuthDatabase, type AuthTransaction } from './auth-database';
import { Passwords } from './passwords';
import { type Factor, FACTOR, SecondFactor } from './second-factor';
import { ShowSession } from './show-session';
import { SignInThrottle } from './sign-in-throttle';

type Known = Factor & { email: string; password_hash: string | null };

/** Somebody at an open session says again who they are: with a code where the account has a telephone, with the password elsewhere. */
@Injectable()
export class ProveSession {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly showSession: ShowSession,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly factor: SecondFactor,
    private readonly clock: Clock,
  ) {}

  /** Proves the session for some minutes. 401 for a wrong answer, 429 during a delay: guesses count as those of signing in. */
  async execute(signedIn: SignedIn, given: { readonly password?: string; readonly code?: string }, address: string): Promise<void> {
    await this.passwords.inTurn(async () => {
      const now = this.clock.now();
      const { known, seconds } = await this.auth.transaction(async (auth) => {
        await this.showSession.living(auth, signedIn);
        const account = await auth.row<Known>(`select email, password_hash, ${FACTOR} from account where id = $1`, [signedIn.accountId]);
        return { known: account, seconds: account ? await this.throttle.claim(auth, account.email, address, now) : 0 };
      });
      if (!known) return refuse('session.expired');
      if (seconds > 0) return refuse('session.wait', { retryAfterSeconds: seconds, params: { seconds } });
      if (this.factor.isSet(known)) {
        const code = given.code ?? refuse('session.code_needed', { pointer: '/code' });
        return this.keep(signedIn.sessionId, known.email, address, (auth) => this.factor.use(auth, signedIn.accountId, code));
      }
      if (!(await this.passwords.matches(known.password_hash, given.password ?? ''))) {
        return refuse('session.wrong_credentials', { pointer: '/password' });
      }
      return this.keep(signedIn.sessionId, known.email, address);
    });
  }

  /** Says no when the proof of a session is older than some minutes. */
  async mustBeFresh(auth: AuthTransaction, sessionId: Id): Promise<void> {
    const fresh = await auth.row('select 1 from session where id = $1 and proven_at > $2::timestamptz - make_interval(mins => $3)', [
      sessionId,
      this.clock.now(),
      PROOF_MINUTES,
    ]);
    if (!fresh) refuse('session.proof_needed');
  }

  private keep(sessionId: Id, email: string, address: string, first?: (auth: AuthTransaction) => Promise<void>): Promise<void> {
    return this.auth.transaction(async (auth) => {
      await first?.(auth);
      await this.throttle.forgive(auth, email, address);
      await auth.rows('update session set proven_at = $2 where id = $1', [sessionId, this.clock.now()]);
    });
  }
}
