import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type CivilDate, isWorkingDay, plusDays, SNOOZE_DAYS } from '@relais/domain';
import { Formats, instantOfLocal, RegionCalendar, Session } from '@relais/web/kernel';
import { DialogFrame } from '@relais/web/ui';

const AT = '09:00';

/** Until when I don't want to see a referral: one of the next working mornings. */
@Component({
  selector: 'rl-snooze-dialog',
  imports: [DialogFrame, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('referrals.snooze_title')">
      <form id="snooze" class="stack" (submit)="$event.preventDefault(); answer()">
        <p>{{ t('referrals.snooze_hint') }}</p>
        <div class="cluster" role="radiogroup" [attr.aria-label]="t('referrals.snooze_title')">
          @for (each of mornings(); track each.until) {
            <label class="chip"
              ><input type="radio" name="until" [checked]="until() === each.until" (change)="until.set(each.until)" />
              {{ each.words }}</label
            >
          }
        </div>
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('referrals.cancel') }}</button>
        <button form="snooze" class="primary">{{ t('referrals.snooze') }}</button>
      </div>
    </rl-dialog>
  `,
})
export class SnoozeDialog {
  protected readonly ref = inject<DialogRef<object>>(DialogRef);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly calendar = inject(RegionCalendar);
  protected readonly mornings = computed(() => this.workingMornings());
  protected readonly until = linkedSignal(() => this.mornings()[0]?.until ?? '');

  protected answer(): void {
    if (this.until()) this.ref.close({ until: this.until() });
  }

  private workingMornings(): { until: string; words: string }[] {
    const days = Array.from({ length: SNOOZE_DAYS - 1 }, (_, index): CivilDate => plusDays(this.session.today(), index + 1));
    return days
      .filter((day) => isWorkingDay(day, this.calendar.days()))
      .map((day) => {
        const until = instantOfLocal(`${day}T${AT}`, this.session.timeZone()) ?? '';
        return { until, words: this.formats.longDay(until) };
      });
  }
}
