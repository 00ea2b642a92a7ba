import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { MomentPipe } from '@relais/web/kernel';
import { Icon } from '@relais/web/ui';
import { WaitingWords } from './waiting-words';

/** The part of a wait that its sentence needs. */
export type WaitFacts = {
  readonly side: string;
  readonly unitName: string | null;
  readonly postName: string | null;
  readonly until: string | null;
  readonly milestone: string | null;
  readonly overdue: boolean;
  readonly waitedDays: number;
  readonly leftDays: number | null;
};

/** Who holds the ball, since when, until when and what happens then; always in working days. */
@Component({
  selector: 'rl-referral-wait',
  imports: [Icon, MomentPipe, TranslocoDirective],
  host: { '[class.late]': 'wait().overdue' },
  template: `
    <ng-container *transloco="let t">
      <rl-icon [name]="wait().overdue ? 'alert' : 'clock'" />
      <div>
        <p>
          <strong>{{ t('referrals.ball.' + wait().side) }}</strong>
          {{ wait().postName ?? wait().unitName }} {{ since() }}
        </p>
        @if (left(); as words) {
          <p class="small">
            <span class="left">{{ words }}</span> · {{ wait().until | rlMoment }}
            @if (wait().milestone; as milestone) {
              · {{ t('referrals.milestone.' + milestone.split(':')[0]) }}
            }
          </p>
        }
      </div>
    </ng-container>
  `,
  styles: `
    :host {
      align-items: flex-start;
      background: var(--sunken);
      border-radius: var(--radius);
      display: flex;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
    }
    :host(.late) {
      background: var(--attention-soft);
    }
    p {
      margin: 0;
    }
    .left {
      font-weight: 600;
    }
    :host(.late) .left {
      color: var(--attention);
    }
  `,
})
export class ReferralWait {
  private readonly words = inject(WaitingWords);
  readonly wait = input.required<WaitFacts>();

  protected readonly since = computed(() => this.words.since(this.wait().waitedDays));
  protected readonly left = computed(() => {
    const days = this.wait().leftDays;
    return days === null ? undefined : this.words.left(days);
  });
}
