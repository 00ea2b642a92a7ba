import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReferralView } from '@relais/api-client';
import { lastRead, Live, liveRead } from '@relais/web/kernel';
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
      @if (last(); as one) {
        <rl-referral-body [roomy]="true" [referral]="one" (moved)="referral.set($event)" (stale)="referral.reload()" />
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
  protected readonly referral = liveRead<ReferralView>(
    () => `/api/referrals/${this.id()}`,
    () => this.live.changed('referral'),
  );
  /** Stays while it is read anew, with the dialog and the words of whoever answers. */
  protected readonly last = lastRead(this.referral, this.id);
}
