import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AppointmentOfReferral } from '@relais/api-client';
import { MomentPipe, Refusals, Sending } from '@relais/web/kernel';
import { Icon, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** The meeting planned for a referral; once its hour has come, the receiver says whether it took place, which proves the first contact. */
@Component({
  selector: 'rl-referral-meeting',
  imports: [Icon, MomentPipe, ProblemState, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @let one = meeting();
      <p>
        <rl-icon name="calendar" /> {{ t('referrals.meeting') }} {{ one.startsAt | rlMoment }}{{ one.place ? ' · ' + one.place : '' }}
        <span class="badge">{{ t('referrals.meeting_status.' + one.status) }}</span>
      </p>
      @if (mayTell()) {
        <div class="cluster">
          <button type="button" class="small primary" [disabled]="sending.busy()" (click)="tell('honour')">
            {{ t('referrals.came') }}
          </button>
          <button type="button" class="small" [disabled]="sending.busy()" (click)="tell('no-show')">
            {{ t('referrals.did_not_come') }}
          </button>
          <button type="button" class="small" [disabled]="sending.busy()" (click)="tell('excuse')">{{ t('referrals.excused') }}</button>
        </div>
      }
      @if (sending.problem()) {
        <rl-problem [problem]="sending.problem()" [sentence]="refusals.sentence(sending.problem())" [retriable]="false" />
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--space-2);
    }
    p {
      margin: 0;
    }
  `,
})
export class ReferralMeeting {
  private readonly http = inject(HttpClient);
  protected readonly refusals = inject(Refusals);
  readonly meeting = input.required<AppointmentOfReferral>();
  readonly mine = input.required<boolean>();
  readonly told = output();

  protected readonly sending = new Sending();
  protected readonly mayTell = computed(
    () => this.mine() && this.meeting().status === 'planned' && Date.parse(this.meeting().startsAt) <= Date.now(),
  );

  protected async tell(move: 'honour' | 'no-show' | 'excuse'): Promise<void> {
    await this.sending.run(async () => {
      await firstValueFrom(this.http.post(`/api/appointments/${this.meeting().id}/${move}`, {}));
      this.told.emit();
    });
  }
}
