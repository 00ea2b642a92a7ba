import { Component, computed, inject, input, output } from '@angular/core';
import { Refusals } from '@relais/web/kernel';
import { ProblemState } from '@relais/web/ui';

/** What could not be read or done, with the sentence of its refusal: what happened, what is kept, what to do. */
@Component({
  selector: 'rl-failed',
  imports: [ProblemState],
  template: `<rl-problem
    [problem]="problem()"
    [title]="what()"
    [sentence]="sentence()"
    [retriable]="retriable()"
    (retry)="retry.emit()"
  />`,
})
export class Failed {
  private readonly refusals = inject(Refusals);
  readonly problem = input.required<unknown>();
  /** The thing that failed, in words. */
  readonly what = input.required<string>();
  readonly retriable = input(true);
  readonly retry = output<void>();
  protected readonly sentence = computed(() => this.refusals.sentence(this.problem()));
}
