import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '@relais/domain';
import type { AuthTransaction } from './auth-database';
import { afterAttempt, type Attempts, secondsToWait } from './sign-in-delay';

type Row = { key: string; failures: number; last_failure_at: Instant; blocked_until: Instant | null };

/**
 * Counts wrong passwords per account and per address, in PostgreSQL so that every process counts together. An e-mail that
 * nobody has is counted like any other. Keys are hashes: neither an e-mail nor an address is stored.
 */
@Injectable()
export class SignInThrottle {
  /** Claims one attempt. Answers the seconds to wait: 0 when the attempt may go on, and is then counted until it proves right. */
  async claim(auth: AuthTransaction, email: string, address: string, now: Instant): Promise<number> {
    const keys = keysOf(email, address);
    await auth.rows(
      `insert into throttle (key, failures, last_failure_at) select key, 0, $2 from unnest($1::text[]) as key order by key
       on conflict (key) do nothing`,
      [keys, now],
    );
    const known = await auth.rows<Row>(
      'select key, failures, last_failure_at, blocked_until from throttle where key = any($1::text[]) order by key for update',
      [keys],
    );
    const seconds = Math.max(0, ...known.map((row) => secondsToWait(attemptsOf(row), now)));
    if (seconds > 0) return seconds;
    const counted = known.map((row) => ({ key: row.key, ...afterAttempt(attemptsOf(row), now) }));
    await auth.rows(
      `update throttle t set failures = c.failures, last_failure_at = $1, blocked_until = c.blocked_until
         from unnest($2::text[], $3::int[], $4::timestamptz[]) as c (key, failures, blocked_until) where t.key = c.key`,
      [now, counted.map(({ key }) => key), counted.map(({ failures }) => failures), counted.map(({ blockedUntil }) => blockedUntil)],
    );
    return 0;
  }

  /**
   * The password was right: the account starts anew; its address gets this attempt back and is forgiven one failure, so that
   * the typing errors of a whole office behind one address do not add up.
   */
  async forgive(auth: AuthTransaction, email: string, address: string): Promise<void> {
    const [account, place] = keysOf(email, address);
    await auth.rows('delete from throttle where key = $1', [account]);
    await auth.rows('update throttle set failures = greatest(failures - 2, 0), blocked_until = null where key = $1', [place]);
  }
}

function keysOf(email: string, address: string): readonly [string, string] {
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
  return [`account:${digest(email)}`, `address:${digest(address)}`];
}

function attemptsOf(row: Row): Attempts {
  return { failures: row.failures, lastFailureAt: row.last_failure_at, blockedUntil: row.blocked_until };
}
