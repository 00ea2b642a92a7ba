import { Component, computed, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView } from '@relais/api-client';
import { DatePipe } from '@relais/web/kernel';
import { Icon } from '@relais/web/ui';
import { SituationForm } from './situation-form';
import { Why } from './why';

/** Where the person stands today, and how it came: each fact dated, with its author. */
@Component({
  selector: 'rl-situation-facts',
  imports: [DatePipe, Icon, SituationForm, TranslocoDirective, Why],
  template: `
    <section *transloco="let t" aria-labelledby="situation-title" class="stack tight">
      <h2 id="situation-title">{{ t('people.situation_title') }}</h2>
      <dl class="facts">
        @for (each of current(); track each.id) {
          <div>
            <dt>{{ t('people.situation.' + each.kind) }}</dt>
            <dd>
              {{ each.detail }}
              <p class="small muted">
                {{ t('people.since') }} {{ each.validFrom | rlDate }} · {{ each.authorName
                }}{{ ' (' + (each.operatorName ?? t('people.other_operator')) + ')' }}
              </p>
            </dd>
          </div>
        }
      </dl>
      @if (current().length === 0) {
        <p class="muted">{{ t('people.no_situation') }}</p>
      }
      @if (past().length > 0) {
        <details class="small">
          <summary>{{ t('people.situation_history', { count: past().length }) }}</summary>
          <ol class="plain-list stack tight">
            @for (each of past(); track each.id) {
              <li>
                <strong>{{ t('people.situation.' + each.kind) }}</strong> {{ each.detail }}
                <span class="muted">
                  {{ each.validFrom | rlDate }} – {{ each.validUntil | rlDate }} · {{ each.authorName
                  }}{{ ' (' + (each.operatorName ?? t('people.other_operator')) + ')' }}</span
                >
              </li>
            }
          </ol>
        </details>
      }
      <rl-why [file]="file()" />
      @if (adding()) {
        <rl-situation-form [fileId]="file().id" (noted)="adding.set(false); changed.emit($event)" (given)="adding.set(false)" />
      } @else {
        <div>
          <button type="button" class="small" (click)="adding.set(true)"><rl-icon name="add" /> {{ t('people.add_situation') }}</button>
        </div>
      }
    </section>
  `,
  styles: `
    summary {
      cursor: pointer;
      inline-size: fit-content;
    }
    details[open] > ol {
      padding-block-start: var(--space-2);
    }
  `,
})
export class SituationFacts {
  readonly file = input.required<BeneficiaryView>();
  readonly changed = output<BeneficiaryView>();
  protected readonly adding = signal(false);
  protected readonly current = computed(() => this.file().situations.filter(({ validUntil }) => !validUntil));
  protected readonly past = computed(() => this.file().situations.filter(({ validUntil }) => validUntil));
}
