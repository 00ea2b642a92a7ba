import { Injectable } from '@nestjs/common';
import { needsCode } from '@relais/domain';
import { Clock, refuse, type SignedIn } from '@relais/server/kernel';
import { AuthDatabase } from './auth-database';
import { addressOf, hashOfRecoveryCode, newRecoveryCodes } from './codes';
import { endOthers } from './end-others';
import type { NewFactorView, RecoveryCodesView } from './security.messages';
import { SecondFactor } from './second-factor';
import { ShowSession } from './show-session';
import { ProveSession } from './prove-session';

/** Adds a telephone to an account, or takes it away. A secret counts only once a first code was right. */
@Injectable()
export class EnrolSecondFactor {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly clock: Clock,
    private readonly factor: SecondFactor,
    private readonly showSession: ShowSession,
    private readonly prove: ProveSession,
  ) {}

  /** A new secret to be read by the telephone; 403 without a fresh proof. A telephone that counts already stays until the new one is confirmed. */
  begin(signedIn: SignedIn): Promise<NewFactorView> {
    return this.auth.transaction(async (auth) => {
      const { account } = await this.showSession.living(auth, signedIn);
      await this.prove.mustBeFresh(auth, signedIn.sessionId);
      const secret = await this.factor.begin(auth, account.id);
      return { secret, address: addressOf(secret, account.email) };
    });
  }

  /** The first right code: from now on signing in asks for one. Answers the codes to keep on paper, shown once. */
  confirm(signedIn: SignedIn, code: string): Promise<RecoveryCodesView> {
    return this.auth.transaction(async (auth) => {
      const { account, sessionId } = await this.showSession.living(auth, signedIn);
      await this.prove.mustBeFresh(auth, sessionId);
      await this.factor.confirm(auth, account.id, code);
      const codes = newRecoveryCodes();
      await auth.rows('delete from recovery_code where account_id = $1', [account.id]);
      await auth.rows('insert into recovery_code (account_id, code_hash) select $1, unnest($2::text[])', [
        account.id,
        codes.map(hashOfRecoveryCode),
      ]);
      await auth.rows('update session set strong = true, proven_at = $2 where id = $1', [sessionId, this.clock.now()]);
      await endOthers(auth, signedIn, 'second_factor_added', this.clock.now());
      return { codes: [...codes] };
    });
  }

  /** Takes the telephone away; refused while a post of the account asks for a code. */
  remove(signedIn: SignedIn): Promise<void> {
    return this.auth.transaction(async (auth) => {
      const { account, sessionId, posts } = await this.showSession.living(auth, signedIn);
      await this.prove.mustBeFresh(auth, sessionId);
      if (posts.some((post) => needsCode({ role: post.role, asksCode: post.asks_code }))) refuse('session.code_required');
      await auth.rows('update account set totp_sealed = null, totp_next_sealed = null, totp_confirmed_at = null where id = $1', [
        account.id,
      ]);
      await auth.rows('delete from recovery_code where account_id = $1', [account.id]);
    });
  }
}
