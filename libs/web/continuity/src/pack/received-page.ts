import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReceivedPackList } from '@relais/api-client';
import { DatePipe } from '@relais/web/kernel';
import { PackLines } from './pack-lines';

/** What I have from a colleague: the most fragile files first, each with what comes next. */
@Component({
  selector: 'rl-received-page',
  imports: [DatePipe, PackLines, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <div class="grow">
          <p class="small">
            <a routerLink="/journee">{{ t('absences.received.back') }}</a>
          </p>
          <h1 tabindex="-1">{{ pack() ? t('absences.received.of', { name: pack()?.fromName }) : t('absences.received.title') }}</h1>
          @if (pack(); as one) {
            <p class="muted">
              {{ t('absences.received.files', { count: one.files }) }}
              @if (one.returnsOn) {
                · {{ t('absences.comes_back_on', { day: one.returnsOn | rlDate }) }}
              }
            </p>
          }
        </div>
      </header>
      <rl-pack-lines [address]="address()" [told]="false" [none]="t('absences.received.none')" />
    </ng-container>
  `,
})
export class ReceivedPage {
  readonly id = input.required<string>();
  protected readonly address = computed(() => `/api/packs/${this.id()}/files/mine?status=moved`);
  private readonly received = httpResource<ReceivedPackList>(() => '/api/packs/received');
  protected readonly pack = computed(() =>
    (this.received.hasValue() ? this.received.value().items : []).find(({ packId }) => packId === this.id()),
  );
}
