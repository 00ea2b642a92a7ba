import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { CopyButton } from '@relais/web/ui';

/** Where a move puts what somebody wrote; the other fields are codes, days and identifiers. */
const WORDS = ['question', 'info', 'message', 'reason', 'note'] as const;
const CODE = /^[a-z_]+$/;

/** What somebody wrote for a move that was refused: it stands there, and can be taken along. */
@Component({
  selector: 'rl-kept-words',
  imports: [CopyButton, TranslocoDirective],
  template: `
    @if (words(); as said) {
      <ng-container *transloco="let t">
        <p class="small muted">{{ t('referrals.kept_words') }}</p>
        <blockquote>{{ said }}</blockquote>
        <rl-copy look="small" [text]="said" [label]="t('referrals.copy_words')" />
      </ng-container>
    }
  `,
  styles: `
    :host:not(:empty) {
      display: block;
      flex-basis: 100%;
    }
    blockquote {
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
})
export class KeptWords {
  /** What the move would have sent. */
  readonly body = input.required<object>();
  protected readonly words = computed(() =>
    WORDS.flatMap((field) => {
      const said = (this.body() as Partial<Record<string, unknown>>)[field];
      return typeof said === 'string' && !CODE.test(said) ? [said] : [];
    }).join('\n'),
  );
}
