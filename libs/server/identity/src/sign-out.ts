import { Injectable } from '@nestjs/common';
import { Clock, type SignedIn } from '@relais/server/kernel';
import { AuthDatabase } from './auth-database';
import { ShowSession } from './show-session';

/** Ends sessions: their access tokens are refused at the next request, their refresh tokens are worth nothing. A session that is over ends nothing. */
@Injectable()
export class SignOut {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly showSession: ShowSession,
    private readonly clock: Clock,
  ) {}

  /** Ends the session of this request. */
  async here(signedIn: SignedIn): Promise<void> {
    await this.auth.transaction(async (auth) => {
      const { sessionId } = await this.showSession.living(auth, signedIn);
      await auth.rows(`update session set revoked_at = $2, revoked_for = 'signed_out' where id = $1`, [sessionId, this.clock.now()]);
    });
  }

  /** Ends every session of the account, on every device. */
  async everywhere(signedIn: SignedIn): Promise<void> {
    await this.auth.transaction(async (auth) => {
      await this.showSession.living(auth, signedIn);
      await auth.rows(
        `update session set revoked_at = $2, revoked_for = 'signed_out_everywhere' where account_id = $1 and revoked_at is null`,
        [signedIn.accountId, this.clock.now()],
      );
    });
  }
}
