import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AppointmentView, BeneficiaryView } from '@relais/api-client';
import { instantOfLocal, marked, Session } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { Failed } from './failed';

const MINUTES = 45;

/** A meeting with the person, planned without leaving their file. */
@Component({
  selector: 'rl-meet-dialog',
  imports: [DialogFrame, Failed, Field, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('people.meet.title', { name: file.name })">
      <form id="meet" class="stack" (submit)="$event.preventDefault(); plan()">
        @if (file.unsafeToContact || file.contactRule) {
          <p class="note attention">
            <strong>{{ t(file.unsafeToContact ? 'people.unsafe' : 'people.contact_rule') }}</strong> {{ file.contactRule }}
          </p>
        }
        <rl-field [label]="t('people.meet.when')" pointer="/startsAt" [problem]="problem()">
          <input #moment type="datetime-local" required cdkFocusInitial [value]="when()" (input)="when.set(moment.value)" />
        </rl-field>
        <rl-field [label]="t('people.meet.minutes')" pointer="/minutes" [problem]="problem()">
          <input #long type="number" min="5" max="480" step="5" [value]="minutes()" (input)="minutes.set(+long.value)" />
        </rl-field>
        <rl-field [label]="t('people.meet.place')" [hint]="t('people.optional')" pointer="/place" [problem]="problem()">
          <input #where autocomplete="off" [value]="place()" (input)="place.set(where.value)" />
        </rl-field>
        <rl-field [label]="t('people.meet.purpose')" [hint]="t('people.optional')" pointer="/purpose" [problem]="problem()">
          <input #what autocomplete="off" [value]="purpose()" (input)="purpose.set(what.value)" />
        </rl-field>
        @if (problem()) {
          <rl-failed [problem]="problem()" [what]="t('people.not_saved')" (retry)="plan()" />
        }
      </form>
      <ng-container actions>
        <button type="button" (click)="ref.close()">{{ t('people.cancel') }}</button>
        <button form="meet" class="primary" [disabled]="!complete() || busy()">{{ t('people.meet.plan') }}</button>
      </ng-container>
    </rl-dialog>
  `,
})
export class MeetDialog {
  private readonly http = inject(HttpClient);
  private readonly once = crypto.randomUUID();
  private readonly timeZone = inject(Session).timeZone;
  protected readonly ref = inject<DialogRef<AppointmentView>>(DialogRef);
  protected readonly file = inject<BeneficiaryView>(DIALOG_DATA);
  protected readonly when = signal('');
  protected readonly minutes = signal(MINUTES);
  protected readonly place = signal('');
  protected readonly purpose = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly complete = computed(() => this.when() !== '' && this.minutes() >= 5);

  protected async plan(): Promise<void> {
    if (this.busy() || !this.complete()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const body = {
      beneficiaryId: this.file.id,
      startsAt: instantOfLocal(this.when(), this.timeZone()),
      minutes: this.minutes(),
      place: this.place().trim(),
      purpose: this.purpose().trim(),
    };
    try {
      const planned = this.http.post<AppointmentView>('/api/appointments', body, { context: marked({ once: this.once }) });
      this.ref.close(await firstValueFrom(planned));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
