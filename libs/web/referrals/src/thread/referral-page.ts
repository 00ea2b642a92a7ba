import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReferralView } from '@relais/api-client';
import { Live } from '@relais/web/kernel';
import { ProblemState, Skeleton } from '@relais/web/ui';
import { ReferralBody } from './referral-body';

/** The whole thread of one referral, for sender and receiver alike. */
@Component({
  selector: 'rl-referral-page',
  imports: [ProblemState, ReferralBody, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <h1 tabindex="-1">{{ t('referrals.one') }}</h1>
        <a class="button" routerLink="/boite">{{ t('referrals.back') }}</a>
      </header>
      @if (referral.hasValue()) {
        <rl-referral-body [roomy]="true" [referral]="referral.value()" (moved)="referral.set($event)" (stale)="referral.reload()" />
      } @else if (referral.error()) {
        <rl-problem [problem]="referral.error()" (retry)="referral.reload()" />
      } @else {
        <rl-skeleton [rows]="8" />
      }
    </ng-container>
  `,
})
export class ReferralPage {
  private readonly live = inject(Live);
  readonly id = input.required<string>();
  protected readonly referral = httpResource<ReferralView>(() => {
    this.live.changed('referral');
    return `/api/referrals/${this.id()}`;
  });
}
