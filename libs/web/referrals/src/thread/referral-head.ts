import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReferralView } from '@relais/api-client';
import { Language } from '@relais/web/kernel';
import { ProgressThread } from '@relais/web/ui';
import { ReferralWait } from './referral-wait';
import { stepsOf } from './steps';

/** Whom a referral is about, what for, from whom to whom, how far it came, and who holds the ball. */
@Component({
  selector: 'rl-referral-head',
  imports: [ProgressThread, ReferralWait, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @let one = referral();
      <p class="who">
        @if (one.person.beneficiaryId; as id) {
          <a [routerLink]="['/personnes', id]">{{ one.person.name }}</a>
        } @else {
          {{ one.person.name }}
        }
        @if (one.person.birthYear) {
          &ngsp;<span class="muted">{{ one.person.birthYear }}</span>
        }
        @if (one.urgent) {
          <span class="badge danger">{{ t('referrals.urgent') }}</span>
        }
      </p>
      <p class="need">{{ one.need }}</p>
      <p class="small muted">
        {{ one.sender.operatorName }}, {{ one.sender.unitName }} → {{ one.receiver.operatorName }}, {{ one.receiver.unitName }} ·
        {{ t('referrals.theme.' + one.theme) }} · {{ t('referrals.kind.' + one.kind) }}
      </p>
      <div class="cluster">
        <rl-progress-thread [steps]="steps()" [handoff]="[1, 3]" [detailed]="true" [label]="t('referrals.status.' + one.status)" />
        @if (one.closure) {
          <span class="badge primary">{{ t('referrals.closure.' + one.closure) }}</span>
        }
        @if (one.outcome) {
          <span class="badge">{{ t('referrals.outcome.' + one.outcome) }}</span>
        }
      </div>
      @if (one.wait; as wait) {
        <rl-referral-wait [wait]="wait" />
      }
      <p class="small muted">{{ t('referrals.lead.' + one.leadWith) }}</p>
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--space-3);
    }
    p {
      margin: 0;
    }
    .who {
      font-size: 1.25rem;
      font-weight: 600;
    }
    .need {
      line-height: 1.5;
      white-space: pre-wrap;
    }
  `,
})
export class ReferralHead {
  private readonly language = inject(Language);
  readonly referral = input.required<ReferralView>();
  protected readonly steps = computed(() => {
    const { status, closure } = this.referral();
    return stepsOf(status, closure, (key) => this.language.say(`referrals.step.${key}`));
  });
}
