import { HttpClient } from '@angular/common/http';
import { DOCUMENT, effect, inject, Service, signal, untracked } from '@angular/core';
import { Drafts, isProblem, marked, Online, Session } from '@relais/web/kernel';
import { Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** What was decided at the desk, and when; it leaves the browser once it can no longer be taken back. */
export type Verdict = {
  readonly key: string;
  readonly postId: string;
  readonly referralId: string;
  readonly name: string;
  /** The last word of the route: `accept`, `decline`, `snooze`… */
  readonly move: string;
  readonly body: object;
  readonly decidedAt: string;
};

/** What the API did not take, with what it said and what one had said. */
export type Refused = { readonly referralId: string; readonly name: string; readonly problem: unknown; readonly body: object };

type Waiting = Verdict & { readonly state: 'undoable' | 'leaving' | 'no_network' };

const KEPT = 'verdict:';

/**
 * Verdicts of the triage desk. Each can be undone for eight seconds, as long as its message is there; leaving the page sends it.
 * Until the API has it, it is kept on this device: a closed tab or a lost network loses none. Source: referral.md, triage desk.
 */
@Service()
export class Verdicts {
  private readonly http = inject(HttpClient);
  private readonly drafts = inject(Drafts);
  private readonly online = inject(Online);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly kept = signal<readonly Waiting[]>([]);
  private readonly messages = new Map<string, number>();
  private readonly arrived = signal(0);
  private readonly last = signal<Refused | undefined>(undefined);

  /** What has not reached the API yet. */
  readonly waiting = this.kept.asReadonly();
  /** Grows each time a verdict was taken or refused by the API: lists read anew. */
  readonly settled = this.arrived.asReadonly();
  readonly refused = this.last.asReadonly();

  constructor() {
    inject(DOCUMENT).defaultView?.addEventListener('pagehide', () => this.leaveNow());
    effect(() => {
      if (this.online.online()) untracked(() => this.again());
    });
    effect(() => {
      const post = this.session.post()?.id;
      if (post) untracked(() => void this.findKept(post));
    });
  }

  /** Whether a referral left the desk by a verdict that is still on its way. */
  decided(referralId: string): boolean {
    return this.kept().some((verdict) => verdict.referralId === referralId);
  }

  /** Takes a verdict and says so, with an undo. */
  take(asked: Pick<Verdict, 'referralId' | 'name' | 'move' | 'body'>, words: string): void {
    const postId = this.session.post()?.id ?? '';
    const verdict: Verdict = { ...asked, key: crypto.randomUUID(), postId, decidedAt: new Date().toISOString() };
    this.last.set(undefined);
    this.kept.update((all) => [...all, { ...verdict, state: 'undoable' }]);
    void this.drafts.keep(KEPT + verdict.key, JSON.stringify(verdict));
    const message = this.toasts.undoable(
      words,
      () => this.forget(verdict.key),
      () => void this.leave(verdict.key),
    );
    this.messages.set(verdict.key, message);
  }

  /** The page is being left: what could still be undone leaves at once. */
  leaveNow(): void {
    for (const { key, state } of this.kept()) {
      const message = this.messages.get(key);
      if (state === 'undoable' && message !== undefined) this.toasts.dismiss(message);
    }
  }

  /** Something else that the desk tried was refused: said in the same place, and lists read anew. */
  report({ id, name }: { readonly id: string; readonly name: string }, problem: unknown): void {
    this.last.set({ referralId: id, name, problem, body: {} });
    this.arrived.update((count) => count + 1);
  }

  dismissRefusal(): void {
    this.last.set(undefined);
  }

  private again(): void {
    for (const { key, state } of this.kept()) if (state === 'no_network') void this.leave(key);
  }

  private async leave(key: string): Promise<void> {
    const verdict = this.kept().find((each) => each.key === key);
    if (!verdict || verdict.state === 'leaving') return;
    if (!this.online.online()) return this.mark(key, 'no_network');
    this.mark(key, 'leaving');
    try {
      const options = { context: marked({ once: key }), keepalive: true };
      await firstValueFrom(this.http.post(`/api/referrals/${verdict.referralId}/${verdict.move}`, verdict.body, options));
    } catch (problem) {
      if (isProblem(problem, 'network')) return this.mark(key, 'no_network');
      const { referralId, name, body } = verdict;
      this.last.set({ referralId, name, problem, body });
    }
    this.forget(key);
    this.arrived.update((count) => count + 1);
  }

  private mark(key: string, state: Waiting['state']): void {
    this.kept.update((all) => all.map((each) => (each.key === key ? { ...each, state } : each)));
  }

  private forget(key: string): void {
    this.messages.delete(key);
    this.kept.update((all) => all.filter((each) => each.key !== key));
    void this.drafts.drop(KEPT + key);
  }

  /** Verdicts of this post that an earlier page could not send. */
  private async findKept(postId: string): Promise<void> {
    for (const name of await this.drafts.names()) {
      if (!name.startsWith(KEPT)) continue;
      const verdict = readVerdict(await this.drafts.of(name));
      if (verdict?.postId !== postId || this.kept().some(({ key }) => key === verdict.key)) continue;
      this.kept.update((all) => [...all, { ...verdict, state: 'no_network' }]);
      void this.leave(verdict.key);
    }
  }
}

function readVerdict(text: string | undefined): Verdict | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Verdict);
  } catch {
    return undefined;
  }
}
