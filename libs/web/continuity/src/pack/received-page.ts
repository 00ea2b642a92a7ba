import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PackFilePage, ReceivedPackList } from '@relais/api-client';
import { DatePipe, Refusals } from '@relais/web/kernel';
import { EmptyState, ProblemState, Skeleton } from '@relais/web/ui';
import { PackFileRow } from './pack-file-row';

/** What I have from a colleague: the most fragile files first, each with what comes next. */
@Component({
  selector: 'rl-received-page',
  imports: [DatePipe, EmptyState, PackFileRow, ProblemState, RouterLink, Skeleton, TranslocoDirective],
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
      @if (files.hasValue()) {
        <ul class="rows">
          @for (line of files.value().items; track line.place) {
            <li><rl-pack-file-row [line]="line" [told]="false" /></li>
          } @empty {
            <li><rl-empty [title]="t('absences.received.none')" /></li>
          }
        </ul>
      } @else if (files.error()) {
        <rl-problem [problem]="files.error()" [sentence]="refusals.sentence(files.error())" (retry)="files.reload()" />
      } @else {
        <rl-skeleton [rows]="6" />
      }
    </ng-container>
  `,
})
export class ReceivedPage {
  protected readonly refusals = inject(Refusals);
  readonly id = input.required<string>();
  protected readonly files = httpResource<PackFilePage>(() => `/api/packs/${this.id()}/files/mine?status=moved`);
  private readonly received = httpResource<ReceivedPackList>(() => '/api/packs/received');
  protected readonly pack = computed(() =>
    (this.received.hasValue() ? this.received.value().items : []).find(({ packId }) => packId === this.id()),
  );
}
