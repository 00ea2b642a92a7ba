import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DatedLine } from '@relais/api-client';
import { instantOfLocal, Language, marked, Refusals, Session } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

const MINUTES = 45;

/** The convocation of a minor with the holder of parental authority: a meeting which, honoured, settles the date. */
@Component({
  selector: 'rl-convene-dialog',
  imports: [DialogFrame, Field, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('clocks.convene_title')">
      <form id="convene" class="stack" (submit)="$event.preventDefault(); convene()">
        <p>{{ t('clocks.convene_says') }}</p>
        <rl-field [label]="t('clocks.convene_when')" pointer="/startsAt" [problem]="problem()">
          <input #moment type="datetime-local" required cdkFocusInitial [value]="when()" (input)="when.set(moment.value)" />
        </rl-field>
        <rl-field [label]="t('clocks.convene_place')" pointer="/place" [problem]="problem()">
          <input #where autocomplete="off" [value]="place()" (input)="place.set(where.value)" />
        </rl-field>
        @if (problem()) {
          <rl-problem [problem]="problem()" [sentence]="refusals.sentence(problem())" [retriable]="false" />
        }
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('clocks.cancel') }}</button>
        <button form="convene" class="primary" [disabled]="busy() || !when()">{{ t('clocks.do.convene') }}</button>
      </div>
    </rl-dialog>
  `,
})
export class ConveneDialog {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly once = crypto.randomUUID();
  private readonly timeZone = inject(Session).timeZone;
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<DatedLine>>(DialogRef);
  protected readonly line = inject<DatedLine>(DIALOG_DATA);
  protected readonly when = signal('');
  protected readonly place = signal('');
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);

  protected async convene(): Promise<void> {
    if (this.busy() || !this.when()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const startsAt = instantOfLocal(this.when(), this.timeZone());
    const purpose = this.language.say('clocks.convene_purpose');
    const body = { startsAt, minutes: MINUTES, place: this.place().trim(), purpose };
    try {
      const convened = this.http.post<DatedLine>(`/api/clocks/${this.line.id}/convene`, body, { context: marked({ once: this.once }) });
      this.ref.close(await firstValueFrom(convened));
    } catch (problem) {
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
