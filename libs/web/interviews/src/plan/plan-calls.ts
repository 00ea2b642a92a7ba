import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { ActionView, GoalView } from '@relais/api-client';
import type { ActionOwner, InterviewTheme } from '@relais/domain';
import { Language, marked } from '@relais/web/kernel';
import { Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** What a new step is made of. */
export type NewStep = { readonly words: string; readonly owner: ActionOwner; readonly dueOn: string | null };

/** The writes of the plan of one person. Each says whether it was done, and what could not be done is shown by the page. Provided by the page. */
@Injectable()
export class PlanCalls {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly failed = signal<unknown>(undefined);

  readonly problem = this.failed.asReadonly();
  /** Called after each change: the plan on the screen is old. */
  reread: () => void = () => undefined;

  setGoal(beneficiaryId: string, words: string): Promise<boolean> {
    return this.act(() => this.post('/api/goals', { beneficiaryId, words }));
  }

  changeGoal({ id, version }: GoalView, patch: { words?: string; theme?: InterviewTheme | null; reviewOn?: string }): Promise<boolean> {
    return this.act(() => this.patch(`/api/goals/${id}`, patch, version));
  }

  async settleGoal({ id, version }: GoalView, how: 'meet' | 'drop', outcome: string): Promise<void> {
    const done = await this.act(() => this.move(`/api/goals/${id}/${how}`, version, outcome ? { outcome } : {}));
    if (done) this.undoable(`plan.toast.${how}`, () => this.reopenGoal({ id, version: version + 1 }));
  }

  reopenGoal({ id, version }: Pick<GoalView, 'id' | 'version'>): Promise<boolean> {
    return this.act(() => this.move(`/api/goals/${id}/reopen`, version, {}));
  }

  agree(beneficiaryId: string, goalId: string | null, { words, owner, dueOn }: NewStep): Promise<boolean> {
    return this.act(() => this.post('/api/actions', { beneficiaryId, words, owner, ...(goalId && { goalId }), ...(dueOn && { dueOn }) }));
  }

  async settle({ id, version }: ActionView, how: 'done' | 'drop', outcome = ''): Promise<void> {
    const done = await this.act(() => this.move(`/api/actions/${id}/${how}`, version, outcome ? { outcome } : {}));
    if (done) this.undoable(`plan.toast.${how}`, () => this.reopen({ id, version: version + 1 }));
  }

  reopen({ id, version }: Pick<ActionView, 'id' | 'version'>): Promise<boolean> {
    return this.act(() => this.move(`/api/actions/${id}/reopen`, version, {}));
  }

  /** A later day than agreed needs its reason; any other day is just the day. */
  date({ id, version, dueOn: before }: ActionView, dueOn: string, reason: string): Promise<boolean> {
    if (before !== null && dueOn > before) return this.act(() => this.move(`/api/actions/${id}/postpone`, version, { dueOn, reason }));
    return this.act(() => this.patch(`/api/actions/${id}`, { dueOn }, version));
  }

  assign({ id, version }: ActionView, owner: ActionOwner): Promise<boolean> {
    return this.act(() => this.move(`/api/actions/${id}/assign`, version, { owner }));
  }

  order(beneficiaryId: string, order: readonly string[]): Promise<boolean> {
    return this.act(() => firstValueFrom(this.http.put(`/api/beneficiaries/${beneficiaryId}/plan/order`, { order })));
  }

  async review(beneficiaryId: string): Promise<void> {
    const done = await this.act(() => this.post(`/api/beneficiaries/${beneficiaryId}/plan/review`, {}));
    if (done) this.toasts.say(this.language.say('interviews.plan.toast.review'));
  }

  private undoable(words: string, undo: () => unknown): void {
    this.toasts.undoable(this.language.say(`interviews.${words}`), undo);
  }

  private post(url: string, body: object): Promise<unknown> {
    return firstValueFrom(this.http.post(url, body));
  }

  private move(url: string, version: number, body: object): Promise<unknown> {
    return firstValueFrom(this.http.post(url, body, { context: marked({ version }) }));
  }

  private patch(url: string, body: object, version: number): Promise<unknown> {
    return firstValueFrom(this.http.patch(url, body, { context: marked({ version }) }));
  }

  private async act(call: () => Promise<unknown>): Promise<boolean> {
    this.failed.set(undefined);
    try {
      await call();
      return true;
    } catch (error) {
      this.failed.set(error);
      return false;
    } finally {
      this.reread();
    }
  }
}
