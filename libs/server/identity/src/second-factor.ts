import { Injectable } from '@nestjs/common';
import type { Id } from '@relais/domain';
import { Clock, refuse, Sealer } from '@relais/server/kernel';
import type { AuthTransaction } from './auth-database';
import { hashOfRecoveryCode, newSecret, stepOf } from './codes';

/** What is stored of the second factor of an account. */
export type Factor = {
  readonly totp_key: Buffer | null;
  readonly totp_sealed: Buffer | null;
  /** A secret whose first code has not come yet. */
  readonly totp_next_sealed: Buffer | null;
  readonly totp_confirmed_at: string | null;
  readonly totp_last_step: string;
};

/** Columns of {@link Factor}. */
export const FACTOR = 'totp_key, totp_sealed, totp_next_sealed, totp_confirmed_at, totp_last_step';

/** Recognises the codes of an account: six digits of the telephone, once each, or a code kept on paper, once. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** Whether signing in asks for a code. */
  isSet(factor: Factor): boolean {
    return factor.totp_confirmed_at !== null;
  }

  /** Keeps a new secret until its first code comes; the one that counts stays meanwhile. */
  async begin(auth: AuthTransaction, accountId: Id): Promise<string> {
    const { totp_key } = await this.of(auth, accountId);
    const key = totp_key ?? this.sealer.newKey();
    const secret = newSecret();
    await auth.rows('update account set totp_key = $2, totp_next_sealed = $3 where id = $1', [
      accountId,
      key,
      this.sealer.seal(key, secret),
    ]);
    return secret;
  }

  /** The first right code of the new secret makes it the one that counts. */
  async confirm(auth: AuthTransaction, accountId: Id, code: string): Promise<void> {
    const factor = await this.of(auth, accountId);
    const secret = this.read(factor, factor.totp_next_sealed) ?? refuse('session.wrong_code', { pointer: '/code' });
    const step = stepOf(secret, plain(code), 0, this.clock.now()) ?? refuse('session.wrong_code', { pointer: '/code' });
    await auth.rows(
      `update account set totp_sealed = totp_next_sealed, totp_next_sealed = null, totp_confirmed_at = $2, totp_last_step = $3 where id = $1`,
      [accountId, this.clock.now(), step],
    );
  }

  /** Uses up a code. Says no to a wrong one, and to one that served before. */
  async use(auth: AuthTransaction, accountId: Id, code: string): Promise<void> {
    if (!(await this.matches(auth, accountId, code))) refuse('session.wrong_code', { pointer: '/code' });
  }

  private async matches(auth: AuthTransaction, accountId: Id, code: string): Promise<boolean> {
    const factor = await this.of(auth, accountId);
    const secret = this.read(factor, factor.totp_sealed);
    if (secret === undefined) return false;
    const step = stepOf(secret, plain(code), Number(factor.totp_last_step), this.clock.now());
    if (step !== undefined) {
      await auth.rows('update account set totp_last_step = $2 where id = $1', [accountId, step]);
      return true;
    }
    const used = await auth.rows(
      'update recovery_code set used_at = $3 where account_id = $1 and code_hash = $2 and used_at is null returning code_hash',
      [accountId, hashOfRecoveryCode(code), this.clock.now()],
    );
    return used.length === 1;
  }

  private async of(auth: AuthTransaction, accountId: Id): Promise<Factor> {
    return (await auth.row<Factor>(`select ${FACTOR} from account where id = $1 for update`, [accountId])) ?? refuse('session.expired');
  }

  private read({ totp_key }: Factor, sealed: Buffer | null): string | undefined {
    return totp_key && sealed ? (this.sealer.open(totp_key, sealed) ?? undefined) : undefined;
  }
}

function plain(code: string): string {
  return code.replaceAll(' ', '');
}
