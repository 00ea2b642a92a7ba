import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GoalView, PlanView } from '@relais/api-client';
import { FEW_GOALS, INTERVIEW_THEMES } from '@relais/domain';
import { DatePipe, lastRead, Online, Refusals, Session } from '@relais/web/kernel';
import { EmptyState, Icon, ProblemState, Skeleton } from '@relais/web/ui';
import { PlanCalls } from './plan-calls';
import { PlanSteps } from './plan-steps';

/** Beginnings of goals by situation, to be finished in the person's words. */
const STARTERS = ['project', 'training', 'work', 'mobility', 'housing'] as const;

/** A few goals in the person's words, and the steps of each by owner: followed by both sides, printed on one page. */
@Component({
  selector: 'rl-plan-page',
  imports: [DatePipe, EmptyState, Icon, PlanSteps, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  providers: [PlanCalls],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPage {
  private readonly refusals = inject(Refusals);
  private readonly session = inject(Session);
  protected readonly calls = inject(PlanCalls);
  protected readonly online = inject(Online).online;
  protected readonly today = this.session.today();

  readonly id = input.required<string>();

  protected readonly read = httpResource<PlanView>(() => `/api/beneficiaries/${this.id()}/plan`);
  protected readonly plan = lastRead(this.read, this.id);
  protected readonly problem = computed(() => this.calls.problem() ?? (this.online() ? this.read.error() : undefined));
  protected readonly sentence = computed(() => this.refusals.sentence(this.problem()));
  protected readonly goals = computed(() => this.plan()?.goals.filter(({ status }) => status === 'open') ?? []);
  protected readonly settled = computed(() => this.plan()?.goals.filter(({ status }) => status !== 'open') ?? []);
  protected readonly many = computed(() => this.goals().length > FEW_GOALS);
  protected readonly starters = STARTERS;
  protected readonly themes = INTERVIEW_THEMES;
  protected readonly newGoal = signal('');
  protected readonly editing = signal<string | undefined>(undefined);
  protected readonly me = computed(() => `${this.session.account()?.givenName ?? ''} ${this.session.account()?.familyName ?? ''}`.trim());

  constructor() {
    this.calls.reread = () => this.read.reload();
  }

  protected progress(goal: GoalView): { done: number; total: number } {
    const steps = this.plan()?.actions.filter(({ goalId, status }) => goalId === goal.id && status !== 'dropped') ?? [];
    return { done: steps.filter(({ status }) => status === 'done').length, total: steps.length };
  }

  /** The first words of a goal, in the field itself too: somebody quick types on before the page is drawn anew. */
  protected begin(field: HTMLInputElement, words: string): void {
    field.value = words;
    this.newGoal.set(words);
    field.focus();
  }

  protected async setGoal(): Promise<void> {
    const words = this.newGoal().trim();
    if (words !== '' && (await this.calls.setGoal(this.id(), words))) this.newGoal.set('');
  }

  protected async reword(goal: GoalView, words: string): Promise<void> {
    this.editing.set(undefined);
    if (words.trim() !== '' && words.trim() !== goal.words) await this.calls.changeGoal(goal, { words: words.trim() });
  }

  protected tag(goal: GoalView, theme: string): void {
    void this.calls.changeGoal(goal, { theme: this.themes.find((each) => each === theme) ?? null });
  }

  protected print(): void {
    window.print();
  }
}
