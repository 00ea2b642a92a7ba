import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { CopyButton } from '../copy/copy-button';

/** Where a body holds what somebody wrote; its other fields are codes, days and identifiers. */
const WORDS = ['question', 'info', 'message', 'reason', 'note'] as const;
const CODE = /^[a-z_]+$/;

/** What somebody wrote for something that was not done: it stands there, and can be taken along. */
@Component({
  selector: 'rl-kept-words',
  imports: [CopyButton, TranslocoDirective],
  template: `
    @if (words(); as said) {
      <ng-container *transloco="let t">
        <p class="small muted">{{ t('ui.keptWords.title') }}</p>
        <blockquote>{{ said }}</blockquote>
        <rl-copy look="small" [text]="said" [label]="t('ui.keptWords.copy')" />
      </ng-container>
    }
  `,
  styles: `
    :host:not(:empty) {
      display: flex;
      flex-basis: 100%;
      flex-direction: column;
      gap: var(--space-1);
    }
    blockquote {
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
})
export class KeptWords {
  /** What would have been sent. */
  readonly body = input.required<object>();
  protected readonly words = computed(() =>
    WORDS.flatMap((field) => {
      const said = (this.body() as Partial<Record<string, unknown>>)[field];
      return typeof said === 'string' && !CODE.test(said) ? [said] : [];
    }).join('\n'),
  );
}
