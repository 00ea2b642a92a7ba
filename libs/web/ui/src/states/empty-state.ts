import { Component, input } from '@angular/core';
import { Mark } from '../thread/mark';

/** Nothing here yet: one sentence, then the next useful action as content. */
@Component({
  selector: 'rl-empty',
  imports: [Mark],
  template: `
    <rl-mark [loose]="true" />
    <p class="said">{{ title() }}</p>
    <div class="next"><ng-content /></div>
  `,
  styles: `
    :host {
      align-items: flex-start;
      display: flex;
      flex-direction: column;
      gap: var(--space-3);
      max-inline-size: 40rem;
      padding-block: var(--space-5);
    }
    rl-mark {
      font-size: 1.75rem;
    }
    .said {
      font-size: 1.0625rem;
    }
    .next:empty {
      display: none;
    }
    .next {
      color: var(--muted);
    }
  `,
})
export class EmptyState {
  readonly title = input.required<string>();
}
