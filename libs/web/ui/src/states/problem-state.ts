import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { isFailedCall } from '../field/failed-call';
import { Icon } from '../icon/icon';

/** Something could not be read or done: what, what to do, and the code that support asks for. */
@Component({
  selector: 'rl-problem',
  imports: [Icon, TranslocoDirective],
  template: `
    <div class="note danger" role="alert" *transloco="let t">
      <p class="title"><rl-icon name="alert" /> {{ title() ?? t(retriable() ? 'ui.notRead' : 'ui.notDone') }}</p>
      @if (sentence(); as said) {
        <p>{{ said }}</p>
      }
      <div class="cluster">
        @if (retriable()) {
          <button type="button" class="small" (click)="retry.emit()">{{ t('ui.retry') }}</button>
        }
        <ng-content />
        @if (code(); as known) {
          <span class="small muted">{{ t('ui.supportCode', { code: known }) }}</span>
        }
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .note {
      display: flex;
      flex-direction: column;
      gap: var(--space-2);
    }
    .title {
      align-items: center;
      display: flex;
      font-weight: 650;
      gap: var(--space-2);
    }
    rl-icon {
      color: var(--danger);
    }
  `,
})
export class ProblemState {
  readonly problem = input<unknown>();
  /** What went wrong; without it, that something was not read, or, where it can't be tried again here, not done. */
  readonly title = input<string>();
  /** The sentence of the refusal: `refusals.sentence(problem)`. */
  readonly sentence = input<string>();
  readonly retriable = input(true);
  readonly retry = output<void>();
  protected readonly code = computed(() => {
    const problem = this.problem();
    return isFailedCall(problem) ? (problem.requestId ?? problem.code) : undefined;
  });
}
