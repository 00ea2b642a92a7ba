import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReferralLine } from '@relais/api-client';
import { DayPipe, Language } from '@relais/web/kernel';
import { ProgressThread } from '@relais/web/ui';
import { stepsOf } from '../thread/steps';
import { WaitingWords } from '../thread/waiting-words';

/** What a line of the inbox tells below its name: the need, the other side, how far it came, whose turn it is and for how long. */
@Component({
  selector: 'rl-inbox-line',
  imports: [DayPipe, ProgressThread, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @let one = line();
      <p class="need">{{ one.need }}</p>
      <p class="small muted">
        {{ one.side === 'receiver' ? t('referrals.from') : t('referrals.to') }}
        {{ one.side === 'receiver' ? one.senderOperatorName : one.receiverOperatorName }},
        {{ one.side === 'receiver' ? one.senderUnitName : one.receiverUnitName }}
        @if (one.accountableName ?? one.claimedByName; as who) {
          · {{ t(one.mine ? 'referrals.with_me' : 'referrals.with', { name: who }) }}
        }
      </p>
      <div class="cluster small">
        <rl-progress-thread [steps]="steps()" [handoff]="[1, 3]" [label]="t('referrals.status.' + one.status)" />
        @if (one.closure) {
          <span class="badge">{{ t('referrals.closure.' + one.closure) }}</span>
        }
        @if (one.waitSide && one.status !== 'draft') {
          <span>{{ t('referrals.ball_short.' + one.waitSide) }} {{ since() }}</span>
        }
        @if (left(); as words) {
          <span class="badge" [class.attention]="one.overdue">{{ words }}</span>
        }
        @if (one.snoozedUntil) {
          <span class="badge">{{ t('referrals.snoozed_until') }} {{ one.snoozedUntil | rlDay }}</span>
        }
      </div>
    </ng-container>
  `,
  styles: `
    p {
      margin: 0;
    }
    .need {
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      display: -webkit-box;
      overflow: hidden;
    }
  `,
})
export class InboxLine {
  private readonly language = inject(Language);
  private readonly words = inject(WaitingWords);
  readonly line = input.required<ReferralLine>();

  protected readonly steps = computed(() =>
    stepsOf(this.line().status, this.line().closure, (key) => this.language.say(`referrals.step.${key}`)),
  );
  protected readonly since = computed(() => this.words.since(this.line().waitedDays));
  protected readonly left = computed(() => {
    const days = this.line().leftDays;
    return days === null ? undefined : this.words.left(days);
  });
}
