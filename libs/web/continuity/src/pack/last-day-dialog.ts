import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AbsenceView, PackView } from '@relais/api-client';
import { plusDays, toCivilDate, whyNotLastDay } from '@relais/domain';
import { DatePipe, marked, Refusals, Sending, Session } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Which absence, and the pack that comes back with its end, if there is one. */
export type LastDayAsked = { readonly absence: AbsenceView; readonly pack: PackView | undefined };

/** Somebody is away longer than planned, or less: another last day, and what comes back when. */
@Component({
  selector: 'rl-last-day-dialog',
  imports: [DatePipe, DialogFrame, Field, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('absences.last_day.title', { name: asked.absence.name })">
      <form id="last-day" class="stack" (submit)="$event.preventDefault(); send()">
        <rl-field [label]="t('absences.form.until')" [problem]="sending.problem()" pointer="/endsOn">
          <input #end type="date" required [min]="soonest" [value]="day()" (change)="day.set(end.value)" />
        </rl-field>
        @if (returns(); as on) {
          <p>{{ t('absences.last_day.returns', { day: on | rlDate }) }}</p>
          @if (later()) {
            <p class="note">{{ t('absences.last_day.meetings', { name: asked.absence.name }) }}</p>
          }
        }
        @if (sending.problem(); as error) {
          <rl-problem [problem]="error" [sentence]="refusals.sentence(error)" [retriable]="false" />
        }
      </form>
      <ng-container actions>
        <button type="button" class="quiet" (click)="ref.close()">{{ t('ui.cancel') }}</button>
        <button type="submit" class="primary" form="last-day" [disabled]="sending.busy() || !complete()">
          {{ t('absences.last_day.send') }}
        </button>
      </ng-container>
    </rl-dialog>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class LastDayDialog {
  private readonly http = inject(HttpClient);
  private readonly today = inject(Session).today();
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly asked = inject<LastDayAsked>(DIALOG_DATA);
  protected readonly sending = new Sending();
  protected readonly soonest = [this.asked.absence.startsOn, this.today].sort().at(-1) ?? '';
  protected readonly day = signal<string>(this.asked.absence.endsOn ?? '');
  protected readonly complete = computed(() => {
    const { kind, startsOn, endsOn } = this.asked.absence;
    const absence = { kind, startsOn: toCivilDate(startsOn), endsOn: endsOn === null ? null : toCivilDate(endsOn) };
    return this.day() !== '' && this.day() !== endsOn && whyNotLastDay(absence, toCivilDate(this.day()), this.today) === undefined;
  });
  /** When everything comes back, while it still does. */
  protected readonly returns = computed(() => {
    const { pack } = this.asked;
    const still = pack?.endsAs === 'comes_back' && !['undoing', 'undone', 'returning', 'returned'].includes(pack.status);
    return still && this.day() !== '' ? plusDays(toCivilDate(this.day()), 1) : undefined;
  });
  /** What moved already covers the days that were planned. */
  protected readonly later = computed(() => this.asked.pack?.status === 'moved' && this.day() > (this.asked.absence.endsOn ?? ''));

  protected async send(): Promise<void> {
    if (this.sending.busy() || !this.complete()) return;
    const { id, version } = this.asked.absence;
    const call = this.http.put(`/api/absences/${id}/last-day`, { endsOn: this.day() }, { context: marked({ version }) });
    if (await this.sending.run(() => firstValueFrom(call))) this.ref.close(true);
  }
}
