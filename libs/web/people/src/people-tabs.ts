import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LinkRequestsPage } from '@relais/api-client';
import { CanDo, Live } from '@relais/web/kernel';

/** The two places of the area: the people, and the requests for a link with how many wait. */
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
    </nav>
  `,
  styles: `
    nav {
      margin-block-end: var(--space-5);
    }
  `,
})
export class PeopleTabs {
  private readonly live = inject(Live);
  private readonly received = httpResource<LinkRequestsPage>(() => {
    this.live.changed();
    return '/api/link-requests?box=received';
  });
  protected readonly waiting = computed(() =>
    this.received.hasValue() ? this.received.value().items.filter(({ status }) => status === 'asked').length : 0,
  );
}
