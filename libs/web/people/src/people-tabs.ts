import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LinkRequestsPage, MergeList } from '@relais/api-client';
import { CanDo, Live, liveRead } from '@relais/web/kernel';

/** The places of the area: the people, the requests for a link and the files to merge, with how many wait. */
@Component({
  selector: 'rl-people-tabs',
  imports: [CanDo, RouterLink, RouterLinkActive, TranslocoDirective],
  template: `
    <nav class="tabs" *transloco="let t" [attr.aria-label]="t('people.tabs')">
      <a routerLink="/personnes" routerLinkActive="active" ariaCurrentWhenActive="page" [routerLinkActiveOptions]="{ exact: true }">{{
        t('people.title')
      }}</a>
      <a *canDo="'beneficiary.answer_link'" routerLink="/personnes/liens" routerLinkActive="active" ariaCurrentWhenActive="page">
        {{ t('people.link.page') }}
        @if (waiting() > 0) {
          <span class="badge attention">{{ t('people.link.waiting', { count: waiting() }) }}</span>
        }
      </a>
      <a *canDo="'merge.propose'" routerLink="/personnes/reunions" routerLinkActive="active" ariaCurrentWhenActive="page">
        {{ t('people.merge.page') }}
        @if (toCheck() > 0) {
          <span class="badge attention">{{ t('people.merge.waiting', { count: toCheck() }) }}</span>
        }
      </a>
    </nav>
  `,
  styles: `
    nav {
      flex-wrap: wrap;
      margin-block-end: var(--space-5);
      row-gap: 0;
    }
  `,
})
export class PeopleTabs {
  private readonly live = inject(Live);
  private readonly received = liveRead<LinkRequestsPage>(
    () => '/api/link-requests?box=received',
    () => this.live.changed(),
  );
  private readonly merges = liveRead<MergeList>(
    () => '/api/file-merges',
    () => this.live.changed('merge'),
  );
  protected readonly toCheck = computed(() =>
    this.merges.hasValue() ? this.merges.value().items.filter(({ answerable }) => answerable).length : 0,
  );
  protected readonly waiting = computed(() =>
    this.received.hasValue() ? this.received.value().items.filter(({ status }) => status === 'asked').length : 0,
  );
}
