import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView } from '@relais/api-client';
import { DatePipe } from '@relais/web/kernel';
import { Why } from './why';

/** Who accompanies the person, each with its referent; who did stands below. */
@Component({
  selector: 'rl-support-facts',
  imports: [DatePipe, TranslocoDirective, Why],
  template: `
    <section *transloco="let t" aria-labelledby="supports-title" class="stack tight">
      <h2 id="supports-title">{{ t('people.supports') }}</h2>
      @if (file().lead; as lead) {
        <p>
          <span class="muted small">{{ t('people.lead') }}</span>
          <strong> {{ lead.name ?? t('people.queue_of', { unit: lead.unitName }) }}</strong>
          @if (lead.name) {
            <span class="small muted"> {{ lead.unitName }}{{ lead.operatorName ? ' (' + lead.operatorName + ')' : '' }}</span>
          }
        </p>
      }
      <ul class="plain-list stack tight">
        @for (support of ordered(); track support.id) {
          <li [class.muted]="support.closedOn">
            <strong>{{ support.operatorName ?? t('people.other_operator') }}</strong>{{ support.unitName ? ', ' + support.unitName : '' }}
            @if (support.mine) {
              <span class="badge primary">{{ t('people.my_team') }}</span>
            }
            <p class="small muted">
              {{ t('people.scheme.' + support.scheme) }} ·
              @if (support.closedOn) {
                {{ t('people.from_to') }} {{ support.openedOn | rlDate }} – {{ support.closedOn | rlDate }}
              } @else {
                {{ t('people.since') }} {{ support.openedOn | rlDate }}
              }
              {{ support.referentName ? ' · ' + t('people.support_referent', { name: support.referentName }) : '' }}
            </p>
          </li>
        } @empty {
          <li class="muted">{{ t('people.no_support') }}</li>
        }
      </ul>
      <rl-why [file]="file()" />
    </section>
  `,
})
export class SupportFacts {
  readonly file = input.required<BeneficiaryView>();
  /** Open ones first, then the latest. */
  protected readonly ordered = computed(() =>
    [...this.file().supports].sort(
      (left, right) => Number(left.closedOn !== null) - Number(right.closedOn !== null) || right.openedOn.localeCompare(left.openedOn),
    ),
  );
}
