import { Injectable } from '@nestjs/common';
import { Clock, refuse, type SignedIn } from '@relais/server/kernel';
import { AuthDatabase } from './auth-database';
import { endOthers } from './end-others';
import { Passwords } from './passwords';
import { PasswordStrength } from './password-strength';
import { ProveSession } from './prove-session';
import { ShowSession } from './show-session';

/** A new password for one's own account; every other sign-in ends, since one of them may be why. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly auth: AuthDatabase,
    private readonly showSession: ShowSession,
    private readonly prove: ProveSession,
    private readonly passwords: Passwords,
    private readonly strength: PasswordStrength,
    private readonly clock: Clock,
  ) {}

  /** 403 without a fresh proof, 422 for one that would be guessed or that is the current one. */
  async execute(signedIn: SignedIn, password: string): Promise<void> {
    const { account, stored } = await this.auth.transaction(async (auth) => {
      const living = await this.showSession.living(auth, signedIn);
      await this.prove.mustBeFresh(auth, signedIn.sessionId);
      const kept = await auth.row<{ hash: string | null }>('select password_hash as hash from account where id = $1', [living.account.id]);
      return { account: living.account, stored: kept?.hash };
    });
    const { email, given_name, family_name } = account;
    // In turn with sign-ins: weighing and hashing are what somebody could wear the machine out with.
    await this.passwords.inTurn(async () => {
      if (await this.strength.isWeak(password, [email, given_name, family_name])) refuse('account.password_weak', { pointer: '/password' });
      if (await this.passwords.matches(stored, password)) refuse('account.password_same', { pointer: '/password' });
      const hash = await this.passwords.hash(password);
      await this.auth.transaction(async (auth) => {
        await auth.rows('update account set password_hash = $2 where id = $1', [account.id, hash]);
        // The list of the demo shows passwords that open; this one is nobody else's business.
        await auth.rows('delete from demo_account where email = $1', [email]);
        await endOthers(auth, signedIn, 'password_changed', this.clock.now());
      });
    });
  }
}
