import { Component, computed, type ElementRef, inject, input, signal, viewChild, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActionView } from '@relais/api-client';
import { ACTION_OWNERS, type ActionOwner } from '@relais/domain';
import { Icon, ListItem, ListKeys } from '@relais/web/ui';
import { PlanCalls } from './plan-calls';
import { StepRow } from './step-row';

/** The steps towards a goal, and the line for a new one. Space ticks, D sets the day, Q who does it, N begins a new one, Alt + arrows put in order. */
@Component({
  selector: 'rl-plan-steps',
  imports: [Icon, ListItem, ListKeys, StepRow, TranslocoDirective],
  templateUrl: './plan-steps.html',
  styleUrl: './plan-steps.css',
})
export class PlanSteps {
  private readonly rows = viewChildren(StepRow);
  private readonly fresh = viewChild.required<ElementRef<HTMLInputElement>>('words');
  protected readonly calls = inject(PlanCalls);

  readonly beneficiaryId = input.required<string>();
  readonly goalId = input.required<string | null>();
  readonly label = input.required<string>();
  readonly all = input.required<readonly ActionView[]>();
  protected readonly steps = computed(() => this.all().filter(({ goalId, status }) => goalId === this.goalId() && status === 'open'));
  protected readonly settled = computed(() => this.all().filter(({ goalId, status }) => goalId === this.goalId() && status !== 'open'));
  protected readonly owners = ACTION_OWNERS;
  protected readonly newWords = signal('');
  protected readonly newOwner = signal<ActionOwner>('person');
  protected readonly newDay = signal('');

  protected letter({ key, index }: { key: string; index: number }): void {
    if (key === 'd') this.rows()[index]?.change('date');
    if (key === 'q') this.rows()[index]?.change('owner');
    if (key === 'n') setTimeout(() => this.fresh().nativeElement.focus());
  }

  protected async add(): Promise<void> {
    const words = this.newWords().trim();
    if (words === '') return;
    const step = { words, owner: this.newOwner(), dueOn: this.newDay() || null };
    if (!(await this.calls.agree(this.beneficiaryId(), this.goalId(), step))) return;
    this.newWords.set('');
    this.newDay.set('');
    this.fresh().nativeElement.focus();
  }

  protected async move(event: Event, at: number, by: -1 | 1): Promise<void> {
    event.preventDefault();
    const ids = this.steps().map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (!moved || at + by < 0 || at + by > ids.length) return;
    ids.splice(at + by, 0, moved);
    await this.calls.order(this.beneficiaryId(), ids);
  }
}
