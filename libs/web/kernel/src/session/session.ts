import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import { type CivilDate, civilDateIn, instantAt, may, type Permission, regionOf } from '@relais/domain';
import { firstValueFrom } from 'rxjs';
import { Drafts } from '../drafts/drafts';
import { ABOUT_SESSION } from '../http/marks';
import { isProblem } from '../http/problem-error';
import type { Account, SessionAnswer, SessionPost } from './session-answer';
import { SessionKeeper } from './session-keeper';

/** What a person gives to sign in. */
export type SignIn = { readonly email: string; readonly password: string; readonly code?: string; readonly postId?: string };

const LAST_POST = 'relais.last-post';

/** Who is signed in, in which post, and what that post may do. */
@Service()
export class Session {
  private readonly http = inject(HttpClient);
  private readonly keeper = inject(SessionKeeper);
  private readonly drafts = inject(Drafts);
  private readonly options = { context: new HttpContext().set(ABOUT_SESSION, true) };

  readonly account = computed<Account | undefined>(() => this.keeper.answer()?.account);
  readonly post = computed<SessionPost | undefined>(() => this.keeper.answer()?.post ?? undefined);
  /** Posts of the account, the last used first. */
  readonly posts = computed<readonly SessionPost[]>(() => {
    const posts = this.keeper.answer()?.posts ?? [];
    const last = localStorage.getItem(LAST_POST);
    return [...posts].sort((left, right) => Number(right.id === last) - Number(left.id === last));
  });
  /** Whether the session ran out while the page was open. */
  readonly locked = this.keeper.locked.asReadonly();
  /** Time zone of the region: the days and hours on every screen are those of the region. */
  readonly timeZone = computed(() => {
    const post = this.post();
    return post ? regionOf(post.region).timeZone : 'Europe/Paris';
  });

  /** Today in the region. */
  today(): CivilDate {
    return civilDateIn(this.timeZone(), instantAt(Date.now()));
  }

  /** Whether the current post may try something. */
  may(permission: Permission): boolean {
    const post = this.post();
    return post !== undefined && may(post.role, permission);
  }

  /** Finds the session of this browser, once, when the application opens. */
  async load(): Promise<void> {
    try {
      this.keeper.take(await firstValueFrom(this.http.get<SessionAnswer>('/api/session', this.options)));
    } catch (error) {
      if (isProblem(error, 'session.missing', 'session.expired')) await this.keeper.renew();
    }
  }

  async signIn(asked: SignIn): Promise<void> {
    const before = this.account()?.email;
    const answer = await firstValueFrom(this.http.post<SessionAnswer>('/api/session', asked, this.options));
    if (before !== undefined && before !== answer.account.email) await this.drafts.wipe();
    this.keeper.take(answer);
    if (answer.post) localStorage.setItem(LAST_POST, answer.post.id);
  }

  /** Signs in again over the page; the calls that waited go out again. */
  async unlock(password: string, code?: string): Promise<void> {
    const email = this.account()?.email ?? '';
    const postId = this.post()?.id;
    await this.signIn({ email, password, ...(code && { code }), ...(postId && { postId }) });
    this.keeper.release(true);
  }

  async choosePost(postId: string): Promise<void> {
    this.keeper.take(await firstValueFrom(this.http.put<SessionAnswer>('/api/session/post', { postId }, this.options)));
    localStorage.setItem(LAST_POST, postId);
  }

  async signOut(): Promise<void> {
    await this.leave('/api/session');
  }

  async signOutEverywhere(): Promise<void> {
    await this.leave('/api/sessions');
  }

  /** Leaves a lock without asking the API: nothing is signed in any more. */
  forget(): void {
    this.keeper.take(undefined);
    this.keeper.release(false);
  }

  private async leave(url: string): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(url, this.options));
    } catch (error) {
      if (!isProblem(error, 'session.missing', 'session.expired')) throw error;
    }
    await this.drafts.wipe();
    this.forget();
  }
}
