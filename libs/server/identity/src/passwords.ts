import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { refuse } from '@relais/server/kernel';

/** Cost of one password hash: argon2id (the library's default), 46 MiB, one pass. Source: trust.md §3. */
const COST = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 };

/** Hashes made at once: 4 × 46 MiB is what a sign-in storm may take of the machine. Source: trust.md §3. */
const AT_ONCE = 4;

/** Requests that may wait for their turn, and milliseconds for which one waits; everybody else comes back later. */
const QUEUE = 40;
const PATIENCE = 1_000;

/** Makes and checks password hashes, a few at a time. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly nobodys = hash(randomBytes(32), COST);

  /** The hash that is stored of a password; Unicode is normalised, so that every keyboard writes the same one. */
  async hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), COST);
  }

  /** Whether a password belongs to a stored hash. Without a hash it takes the same time, against a hash of nobody, and says no. */
  async matches(stored: string | null | undefined, password: string): Promise<boolean> {
    const right = await verify(stored ?? (await this.nobodys), password.normalize('NFKC'));
    return right && typeof stored === 'string';
  }

  /** Runs `body` when its turn comes; 503 after a second of waiting, or at once when too many wait already. */
  async inTurn<T>(body: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await body();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private async turn(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= QUEUE) refuse('request.unavailable', { retryAfterSeconds: 2 });
    if (!(await this.called())) refuse('request.unavailable', { retryAfterSeconds: 2 });
  }

  /** Whether this request was called before its patience ended. */
  private called(): Promise<boolean> {
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(call), 1);
        resolve(false);
      }, PATIENCE);
      const call = (): void => {
        clearTimeout(giveUp);
        resolve(true);
      };
      this.waiting.push(call);
    });
  }
}
