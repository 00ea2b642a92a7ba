import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DatedLine } from '@relais/api-client';
import { instantOfLocal, Language, marked, Refusals, Sending, Session } from '@relais/web/kernel';
import { ClashNote, ContactNote, meetingWords, type Reach } from '@relais/web/meetings';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

const MINUTES = 45;

/** The date that asks for it, and how the person may be reached. */
export type ConvocationAsked = { readonly line: DatedLine; readonly reach: Reach };

/** The convocation of a minor with the holder of parental authority: a meeting which, honoured, settles the date. */
@Component({
  selector: 'rl-convene-dialog',
  imports: [ClashNote, ContactNote, DialogFrame, Field, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('clocks.convene_title')">
      <form id="convene" class="stack" (submit)="$event.preventDefault(); convene()">
        @if (ready()) {
          <rl-contact-note [reach]="given.reach" />
        }
        <p>{{ t('clocks.convene_says') }}</p>
        <rl-field [label]="t('clocks.convene_when')" pointer="/startsAt" [problem]="sending.problem()">
          <input #moment type="datetime-local" required cdkFocusInitial [value]="when()" (input)="when.set(moment.value)" />
        </rl-field>
        <rl-field [label]="t('clocks.convene_place')" pointer="/place" [problem]="sending.problem()">
          <input #where autocomplete="off" [value]="place()" (input)="place.set(where.value)" />
        </rl-field>
        @if (ready()) {
          <rl-clash-note [startsAt]="startsAt()" [minutes]="minutes" />
        }
        @if (sending.problem()) {
          <rl-problem [problem]="sending.problem()" [sentence]="refusals.sentence(sending.problem())" [retriable]="false" />
        }
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('clocks.cancel') }}</button>
        <button form="convene" class="primary" [disabled]="sending.busy() || !startsAt()">
          {{ t(clashing() ? 'clocks.convene_anyway' : 'clocks.do.convene') }}
        </button>
      </div>
    </rl-dialog>
  `,
})
export class ConveneDialog {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly once = crypto.randomUUID();
  private readonly timeZone = inject(Session).timeZone;
  private readonly note = viewChild(ClashNote);
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<DatedLine>>(DialogRef);
  protected readonly given = inject<ConvocationAsked>(DIALOG_DATA);
  protected readonly minutes = MINUTES;
  protected readonly when = signal('');
  protected readonly place = signal('');
  protected readonly startsAt = computed(() => instantOfLocal(this.when(), this.timeZone()));
  protected readonly clashing = computed(() => this.note()?.clashing() ?? false);
  protected readonly sending = new Sending();
  protected readonly ready = signal(false);

  constructor() {
    void this.language.need('meetings', meetingWords).then(() => this.ready.set(true));
  }

  protected async convene(): Promise<void> {
    const startsAt = this.startsAt();
    if (!startsAt) return;
    const purpose = this.language.say('clocks.convene_purpose');
    const body = { startsAt, minutes: MINUTES, place: this.place().trim(), purpose, beside: this.clashing() };
    const url = `/api/clocks/${this.given.line.id}/convene`;
    await this.sending.run(async () =>
      this.ref.close(await firstValueFrom(this.http.post<DatedLine>(url, body, { context: marked({ once: this.once }) }))),
    );
  }
}
