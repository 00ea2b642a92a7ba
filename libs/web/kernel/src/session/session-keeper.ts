import { HttpClient, HttpContext } from '@angular/common/http';
import { inject, Injector, Service, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ABOUT_SESSION } from '../http/marks';
import { Csrf } from './csrf';
import type { SessionAnswer } from './session-answer';

/**
 * Keeps a session alive under the page. One renewal at a time; when it is refused, the page is locked as it stands and every
 * waiting call resumes after signing in again.
 */
@Service()
export class SessionKeeper {
  private readonly injector = inject(Injector);
  private readonly csrf = inject(Csrf);
  private renewal: Promise<SessionAnswer | undefined> | undefined;
  private waiting: ((mended: boolean) => void)[] = [];

  /** The last session answer; undefined when nobody is signed in. */
  readonly answer = signal<SessionAnswer | undefined>(undefined);
  /** Whether the page stands under its lock. */
  readonly locked = signal(false);

  /** Takes an answer of the session routes as the truth. */
  take(answer: SessionAnswer | undefined): void {
    this.csrf.value = answer?.csrf ?? '';
    this.answer.set(answer);
  }

  /** Renews the session; resolves to undefined when the API refuses. */
  renew(): Promise<SessionAnswer | undefined> {
    this.renewal ??= this.askRenewal().finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  /** Renews, or waits under the lock. False when there was no session to keep, or when it was left. */
  async mend(): Promise<boolean> {
    if (!this.answer()) return false;
    if (await this.renew()) return true;
    this.locked.set(true);
    return new Promise((resume) => this.waiting.push(resume));
  }

  /** Ends the lock: signed in again (`true`, calls go out again) or left (`false`). */
  release(mended: boolean): void {
    this.locked.set(false);
    const waiting = this.waiting;
    this.waiting = [];
    for (const resume of waiting) resume(mended);
  }

  private async askRenewal(): Promise<SessionAnswer | undefined> {
    const http = this.injector.get(HttpClient);
    try {
      const context = new HttpContext().set(ABOUT_SESSION, true);
      const answer = await firstValueFrom(http.post<SessionAnswer>('/api/session/refresh', {}, { context }));
      this.take(answer);
      return answer;
    } catch {
      return undefined;
    }
  }
}
