import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CoordinatedReferral } from '@relais/api-client';
import { DayPipe } from '@relais/web/kernel';
import { ProgressThread } from '@relais/web/ui';
import { stepsOf } from '../thread/steps';
import { WaitingWords } from '../thread/waiting-words';

/** How far a referral came, whose turn it is, for how long, and what happens next. */
@Component({
  selector: 'rl-coordinated-clock',
  imports: [DayPipe, ProgressThread, TranslocoDirective],
  template: `
    <div class="cluster small" *transloco="let t">
      @let one = referral();
      <rl-progress-thread [steps]="steps()" [handoff]="[1, 3]" [label]="t('referrals.status.' + one.status)" />
      @if (one.closure) {
        <span class="badge">{{ t('referrals.closure.' + one.closure) }}</span>
      }
      @if (one.declineReason) {
        <span class="badge">{{ t('referrals.reason.' + one.declineReason) }}</span>
      }
      @if (one.waitSide) {
        <span>{{ t('referrals.ball_short.' + one.waitSide) }} {{ since() }}</span>
      }
      @if (one.dueAt && one.dueMilestone; as milestone) {
        <span [class.muted]="!one.overdue" [class.late]="one.overdue">
          {{ t('referrals.milestone.' + milestone.split(':')[0]) }} · {{ one.dueAt | rlDay }}, {{ left() }}</span
        >
      }
    </div>
  `,
  styles: `
    .late {
      color: var(--attention);
      font-weight: 600;
    }
  `,
})
export class CoordinatedClock {
  private readonly words = inject(WaitingWords);
  readonly referral = input.required<CoordinatedReferral>();
  protected readonly steps = computed(() => stepsOf(this.referral().status, this.referral().closure, (key) => key));
  protected readonly since = computed(() => this.words.since(this.referral().waitedDays));
  protected readonly left = computed(() => {
    const days = this.referral().leftDays;
    return days === null ? '' : this.words.left(days);
  });
}
