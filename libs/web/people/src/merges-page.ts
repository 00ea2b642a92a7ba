import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { MergeList } from '@relais/api-client';
import { AgoPipe, Live, liveRead } from '@relais/web/kernel';
import { EmptyState, Skeleton } from '@relais/web/ui';
import { Failed } from './failed';
import { PeopleTabs } from './people-tabs';

/** Merges that wait for a check, and those of the last thirty days. */
@Component({
  selector: 'rl-merges-page',
  imports: [AgoPipe, EmptyState, Failed, PeopleTabs, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <h1 tabindex="-1">{{ t('people.merge.page') }}</h1>
      </header>
      <rl-people-tabs />
      @if (merges.error()) {
        <rl-failed [problem]="merges.error()" [what]="t('people.merge.not_read')" (retry)="merges.reload()" />
      } @else if (!merges.hasValue()) {
        <rl-skeleton [rows]="4" />
      } @else {
        @for (group of groups(); track group.key) {
          @if (group.items.length > 0) {
            <section class="stack tight" [attr.aria-labelledby]="'merges-' + group.key">
              <h2 [id]="'merges-' + group.key">{{ t('people.merge.group.' + group.key) }}</h2>
              <ul class="plain-list rows">
                @for (merge of group.items; track merge.id) {
                  <li class="merge">
                    <p>
                      <a class="name" [routerLink]="['/personnes', 'reunions', merge.id]">{{
                        merge.survivorName ?? t('people.merge.closed_file')
                      }}</a>
                      <span class="badge" [class.attention]="merge.answerable" [class.primary]="merge.status === 'merged'">{{
                        t(merge.answerable ? 'people.merge.to_check' : 'people.merge.status.' + merge.status)
                      }}</span>
                    </p>
                    <p class="small muted">{{ t('people.merge.by', { name: merge.proposerName }) }} {{ merge.proposedAt | rlAgo }}</p>
                    <p class="quote">« {{ merge.reason }} »</p>
                  </li>
                }
              </ul>
            </section>
          }
        } @empty {
          <rl-empty [title]="t('people.merge.none')" />
        }
      }
    </ng-container>
  `,
  styleUrl: './merge-pages.css',
})
export class MergesPage {
  private readonly live = inject(Live);
  protected readonly merges = liveRead<MergeList>(
    () => '/api/file-merges',
    () => this.live.changed('merge'),
  );
  protected readonly groups = computed(() => {
    const items = this.merges.hasValue() ? this.merges.value().items : [];
    if (items.length === 0) return [];
    const waits = items.filter(({ status }) => status === 'proposed');
    return [
      { key: 'waiting', items: waits },
      { key: 'settled', items: items.filter((each) => !waits.includes(each)) },
    ];
  });
}
