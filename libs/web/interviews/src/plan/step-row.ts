import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActionView } from '@relais/api-client';
import { ACTION_OWNERS, standingOfStep } from '@relais/domain';
import { DatePipe, Session } from '@relais/web/kernel';
import { Icon } from '@relais/web/ui';
import { PlanCalls } from './plan-calls';

/** What of a step is open to change: its day, who does it, or what came of it. */
export type OpenPart = 'date' | 'owner' | 'outcome';

/** One step: done or not, who, until when, and what stood in the way. */
@Component({
  selector: 'rl-step-row',
  imports: [DatePipe, Icon, TranslocoDirective],
  templateUrl: './step-row.html',
  styleUrl: './step-row.css',
})
export class StepRow {
  private readonly today = inject(Session).today();
  protected readonly calls = inject(PlanCalls);

  readonly step = input.required<ActionView>();
  protected readonly owners = ACTION_OWNERS;
  protected readonly open = signal<OpenPart | undefined>(undefined);
  protected readonly day = signal('');
  protected readonly reason = signal('');
  protected readonly outcome = signal('');
  protected readonly standing = computed(() => standingOfStep(this.step() as never, this.today));
  protected readonly needsReason = computed(() => {
    const before = this.step().dueOn;
    return before !== null && this.day() > before;
  });
  protected readonly dateComplete = computed(() => this.day() !== '' && (!this.needsReason() || this.reason().trim() !== ''));

  /** Opens a part to change it, or closes it. */
  change(part: OpenPart): void {
    this.day.set(this.step().dueOn ?? this.today);
    this.reason.set('');
    this.outcome.set('');
    this.open.update((open) => (open === part ? undefined : part));
  }

  protected async setDay(): Promise<void> {
    if (!this.dateComplete()) return;
    if (await this.calls.date(this.step(), this.day(), this.reason().trim())) this.open.set(undefined);
  }

  protected finish(): Promise<void> {
    return this.calls.settle(this.step(), 'done', this.outcome().trim());
  }

  protected async give(owner: string): Promise<void> {
    const known = this.owners.find((each) => each === owner);
    if (known && (await this.calls.assign(this.step(), known))) this.open.set(undefined);
  }
}
