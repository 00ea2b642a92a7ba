import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LinkOfChain } from '@relais/api-client';
import { DayPipe } from '@relais/web/kernel';

/** The story of a chain: the referrals that this one follows and those that follow it. */
@Component({
  selector: 'rl-referral-chain',
  imports: [DayPipe, RouterLink, TranslocoDirective],
  template: `
    @if (chain().length > 0) {
      <section *transloco="let t" aria-labelledby="chain-title">
        <h2 id="chain-title">{{ t('referrals.chain_title') }}</h2>
        <ol class="plain-list stack tight">
          @for (link of chain(); track link.id) {
            <li>
              <span class="small muted">{{ t('referrals.chain.' + link.place) }}, {{ link.since | rlDay }}</span>
              <a [routerLink]="['/orientations', link.id]">{{ link.operatorName }}, {{ link.unitName }}</a>
              <span class="badge"
                >{{ link.closure ? t('referrals.closure.' + link.closure) : t('referrals.status.' + link.status)
                }}{{ link.declineReason ? ' · ' + t('referrals.reason.' + link.declineReason) : '' }}</span
              >
            </li>
          }
        </ol>
      </section>
    }
  `,
  styles: `
    h2 {
      font-size: 1.0625rem;
      margin-block-end: var(--space-2);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-3);
    }
  `,
})
export class ReferralChain {
  readonly chain = input.required<readonly LinkOfChain[]>();
}
