import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CoordinatedThread } from '@relais/api-client';
import { MomentPipe } from '@relais/web/kernel';

/** What happened to a referral, as the region may read it. */
@Component({
  selector: 'rl-coordinated-story',
  imports: [MomentPipe, TranslocoDirective],
  template: `
    <section *transloco="let t" aria-labelledby="story-title">
      <h2 id="story-title">{{ t('referrals.story') }}</h2>
      <ol class="plain-list stack tight">
        @for (step of referral().transitions; track step.sequence) {
          <li>
            <p>
              <strong>{{ t('referrals.told.' + step.move) }}</strong>{{
                step.declineReason ? ' · ' + t('referrals.reason.' + step.declineReason) : ''
              }}
            </p>
            <p class="small muted">{{ step.at | rlMoment }} · {{ step.unitName ?? t('referrals.side.' + step.actorKind) }}</p>
            @if (step.reason) {
              <blockquote>{{ step.reason }}</blockquote>
            }
          </li>
        }
      </ol>
    </section>
  `,
  styles: `
    h2 {
      font-size: 1.0625rem;
      margin-block-end: var(--space-3);
    }
    li {
      border-inline-start: 4px solid var(--primary);
      padding-inline-start: var(--space-4);
    }
    p {
      margin: 0;
    }
    blockquote {
      margin: var(--space-1) 0 0;
      white-space: pre-wrap;
    }
  `,
})
export class CoordinatedStory {
  readonly referral = input.required<CoordinatedThread>();
}
