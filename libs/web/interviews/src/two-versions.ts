import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { MomentPipe } from '@relais/web/kernel';
import { Icon } from '@relais/web/ui';
import type { OtherVersion, Writing } from './interview';

/** The same interview written in two places: both texts are shown, and none goes before its author says so. */
@Component({
  selector: 'rl-two-versions',
  imports: [Icon, MomentPipe, TranslocoDirective],
  template: `
    <section class="note attention" role="alert" *transloco="let t">
      <p>
        <rl-icon name="alert" />
        <strong>{{ t(sealed() ? 'interviews.conflict.sealed_title' : 'interviews.conflict.title') }}</strong>
        {{ t(sealed() ? 'interviews.conflict.sealed_text' : 'interviews.conflict.text') }}
      </p>
      <div class="grid-2">
        <div>
          <h2>{{ t('interviews.conflict.here') }}</h2>
          @for (note of mine().notes; track $index) {
            <p class="prose">{{ note.body }}</p>
          }
        </div>
        <div>
          <h2>{{ t('interviews.conflict.there', { at: other().view.updatedAt | rlMoment }) }}</h2>
          @for (note of other().writing.notes; track $index) {
            <p class="prose">{{ note.body }}</p>
          }
        </div>
      </div>
      <div class="cluster">
        <button type="button" class="primary" (click)="settled.emit('both')">
          {{ t(sealed() ? 'interviews.conflict.addendum' : 'interviews.conflict.both') }}
        </button>
        @if (!sealed()) {
          <button type="button" (click)="settled.emit('mine')">{{ t('interviews.conflict.keep') }}</button>
        }
        <button type="button" (click)="settled.emit('other')">{{ t('interviews.conflict.take') }}</button>
      </div>
    </section>
  `,
  styles: `
    .note {
      display: grid;
      gap: var(--space-3);
      margin-block-end: var(--space-5);
    }
    h2 {
      font-size: var(--small);
    }
    .prose {
      background: var(--raised);
      border-radius: var(--radius-small);
      line-height: 1.5;
      max-block-size: 16rem;
      overflow: auto;
      overflow-wrap: anywhere;
      padding: var(--space-3);
      white-space: pre-wrap;
    }
  `,
})
export class TwoVersions {
  readonly mine = input.required<Writing>();
  readonly other = input.required<OtherVersion>();
  readonly settled = output<'both' | 'mine' | 'other'>();

  protected sealed(): boolean {
    return this.other().view.status === 'sealed';
  }
}
