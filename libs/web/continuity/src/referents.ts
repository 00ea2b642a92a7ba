import { Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReferentList } from '@relais/api-client';
import { DayPipe, Language, Live, liveRead } from '@relais/web/kernel';
import { continuityWords } from './continuity-words';

/** Who answered for the person, from the first day on: folded, since one looks at it rarely. */
@Component({
  selector: 'rl-referents',
  imports: [DayPipe, TranslocoDirective],
  template: `
    @if (ready()) {
      <details *transloco="let t" (toggle)="opened.set(true)">
        <summary>{{ t('continuity.referents.title') }}</summary>
        @if (list.hasValue()) {
          <ol class="plain-list stack tight">
            @for (one of list.value().items; track one.since) {
              <li>
                @if (one.closed) {
                  <span class="muted">{{ t('continuity.referents.closed') }}</span>
                } @else {
                  <strong>{{ one.name ?? (one.unitName ? t('continuity.referents.queue') : t('continuity.referents.untold')) }}</strong>
                  @if (one.unitName) {
                    <span class="small muted"> {{ one.unitName }} ({{ one.operatorName }})</span>
                  }
                }
                <p class="small muted">
                  {{
                    one.until
                      ? t('continuity.referents.from_to', { from: one.since | rlDay, to: one.until | rlDay })
                      : t('continuity.referents.since', { from: one.since | rlDay })
                  }}
                </p>
              </li>
            }
          </ol>
        } @else if (list.error()) {
          <p class="muted">{{ t('continuity.referents.unread') }}</p>
        }
      </details>
    }
  `,
  styles: `
    summary {
      cursor: pointer;
      min-block-size: 1.5rem;
    }
    ol {
      margin-block-start: var(--space-3);
    }
    p {
      margin: 0;
    }
  `,
})
export class Referents {
  private readonly live = inject(Live);
  readonly personId = input.required<string>();
  protected readonly ready = signal(false);
  protected readonly opened = signal(false);
  protected readonly list = liveRead<ReferentList>(
    () => (this.opened() ? `/api/beneficiaries/${this.personId()}/referents` : undefined),
    () => this.live.changedFile(this.personId()),
  );

  constructor() {
    void inject(Language)
      .need('continuity', continuityWords)
      .then(() => this.ready.set(true));
  }
}
