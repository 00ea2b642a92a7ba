import { DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GroupSessionView } from '@relais/api-client';
import { instantOfLocal, Language, marked, Refusals, Session } from '@relais/web/kernel';
import { ClashNote, meetingWords } from '@relais/web/meetings';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** A collective session: what, when, where, how many people. */
@Component({
  selector: 'rl-session-dialog',
  imports: [ClashNote, DialogFrame, Field, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('agenda.new_session')">
      <form id="session" class="stack" (submit)="$event.preventDefault(); plan()" (keydown.control.enter)="plan()">
        <rl-field [label]="t('agenda.session.what')" pointer="/title" [problem]="problem()">
          <input #what required autocomplete="off" cdkFocusInitial [value]="title()" (input)="title.set(what.value)" />
        </rl-field>
        <div class="grid-2">
          <rl-field [label]="t('agenda.session.when')" pointer="/startsAt" [problem]="problem()">
            <input #moment type="datetime-local" step="300" required [value]="when()" (input)="when.set(moment.value)" />
          </rl-field>
          <rl-field [label]="t('agenda.session.minutes')" pointer="/minutes" [problem]="problem()">
            <input #long type="number" min="5" max="480" step="5" [value]="minutes()" (input)="minutes.set(+long.value)" />
          </rl-field>
          <rl-field [label]="t('agenda.session.capacity')" pointer="/capacity" [problem]="problem()">
            <input #many type="number" min="1" max="200" [value]="capacity()" (input)="capacity.set(+many.value)" />
          </rl-field>
          <rl-field [label]="t('agenda.session.place')" pointer="/place" [problem]="problem()">
            <input #where autocomplete="off" [value]="place()" (input)="place.set(where.value)" />
          </rl-field>
        </div>
        @if (ready()) {
          <rl-clash-note [startsAt]="startsAt()" [minutes]="minutes()" />
        }
        @if (problem()) {
          <rl-problem [problem]="problem()" [title]="t('agenda.not_saved')" [sentence]="sentence()" (retry)="plan()" />
        }
      </form>
      <ng-container actions>
        <button type="button" (click)="ref.close()">{{ t('agenda.cancel_form') }}</button>
        <button form="session" class="primary" [disabled]="!complete() || busy()">{{ t('agenda.session.plan') }}</button>
      </ng-container>
    </rl-dialog>
  `,
})
export class SessionDialog {
  private readonly http = inject(HttpClient);
  private readonly zone = inject(Session).timeZone();
  private readonly refusals = inject(Refusals);
  private readonly once = crypto.randomUUID();
  private readonly note = viewChild(ClashNote);
  protected readonly ref = inject<DialogRef<GroupSessionView>>(DialogRef);
  protected readonly title = signal('');
  protected readonly when = signal('');
  protected readonly minutes = signal(120);
  protected readonly capacity = signal(10);
  protected readonly place = signal('');
  protected readonly busy = signal(false);
  protected readonly ready = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly sentence = computed(() => this.refusals.sentence(this.problem()));
  protected readonly startsAt = computed(() => instantOfLocal(this.when(), this.zone));
  protected readonly complete = computed(
    () => this.title().trim() !== '' && this.startsAt() !== null && this.minutes() >= 5 && this.capacity() >= 1,
  );

  constructor() {
    void inject(Language)
      .need('meetings', meetingWords)
      .then(() => this.ready.set(true));
  }

  protected async plan(): Promise<void> {
    if (this.busy() || !this.complete()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const beside = this.note()?.clashing() ?? false;
    const [title, place] = [this.title().trim(), this.place().trim()];
    const body = { title, startsAt: this.startsAt(), minutes: this.minutes(), capacity: this.capacity(), place, beside };
    try {
      const planned = this.http.post<GroupSessionView>('/api/group-sessions', body, { context: marked({ once: this.once }) });
      this.ref.close(await firstValueFrom(planned));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
