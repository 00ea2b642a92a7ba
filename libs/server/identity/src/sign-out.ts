import { Injectable } from '@nestjs/common';
import { Clock, type SignedIn } from '@relais/server/kernel';
import { AuthDatabase } from './auth-database';

/** Ends sessions: their access tokens are refused at the next request, their refresh tokens are worth nothing. */
@Injectable()
export class SignOut {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly clock: Clock,
  ) {}

  /** Ends the session of this request. */
  async here({ sessionId, accountId }: SignedIn): Promise<void> {
    await this.auth.transaction((auth) =>
      auth.rows(`update session set revoked_at = $3, revoked_for = 'signed_out' where id = $1 and account_id = $2 and revoked_at is null`, [
        sessionId,
        accountId,
        this.clock.now(),
      ]),
    );
  }

  /** Ends every session of the account, on every device. */
  async everywhere({ accountId }: SignedIn): Promise<void> {
    await this.auth.transaction((auth) =>
      auth.rows(`update session set revoked_at = $2, revoked_for = 'signed_out_everywhere' where account_id = $1 and revoked_at is null`, [
        accountId,
        this.clock.now(),
      ]),
    );
  }
}
