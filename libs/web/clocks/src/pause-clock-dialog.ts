import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DatedLine } from '@relais/api-client';
import { CLOCKS, type ClockKind, LONGEST_PAUSE, type PauseProof, plusDays } from '@relais/domain';
import { Refusals, Sending, Session } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

const FORTNIGHT = 14;

/** Pauses a date: with which paper, and until when. It runs on by itself on that day. */
@Component({
  selector: 'rl-pause-clock-dialog',
  imports: [DialogFrame, Field, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('clocks.pause_title', { what: t('clocks.kind.' + line.kind) })">
      <form id="pause-clock" class="stack" (submit)="$event.preventDefault(); pause()">
        <p>{{ t('clocks.pause_says') }}</p>
        <rl-field [label]="t('clocks.proof_label')" pointer="/proof" [problem]="sending.problem()">
          <select #paper (change)="proof.set($any(paper.value))">
            @for (each of proofs; track each) {
              <option [value]="each" [selected]="each === proof()">{{ t('clocks.proof.' + each) }}</option>
            }
          </select>
        </rl-field>
        <rl-field [label]="t('clocks.until')" pointer="/until" [problem]="sending.problem()">
          <input #day type="date" required [min]="first" [max]="last" [value]="until()" (change)="until.set(day.value)" />
        </rl-field>
        <rl-field [label]="t('clocks.proof_detail')" [hint]="t('clocks.proof_hint')" pointer="/detail" [problem]="sending.problem()">
          <input #words maxlength="500" autocomplete="off" [value]="detail()" (input)="detail.set(words.value)" />
        </rl-field>
        @if (sending.problem()) {
          <rl-problem [problem]="sending.problem()" [sentence]="refusals.sentence(sending.problem())" [retriable]="false" />
        }
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('clocks.cancel') }}</button>
        <button form="pause-clock" class="primary" [disabled]="sending.busy() || !until()">{{ t('clocks.do.pause') }}</button>
      </div>
    </rl-dialog>
  `,
})
export class PauseClockDialog {
  private readonly http = inject(HttpClient);
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<DatedLine>>(DialogRef);
  protected readonly line = inject<DatedLine>(DIALOG_DATA);
  private readonly today = inject(Session).today();
  protected readonly first = plusDays(this.today, 1);
  protected readonly last = plusDays(this.today, LONGEST_PAUSE);
  protected readonly proofs = CLOCKS[this.line.kind as ClockKind].pauses;
  protected readonly proof = signal<PauseProof>(this.proofs[0] ?? 'medical');
  protected readonly until = signal<string>(plusDays(this.today, FORTNIGHT));
  protected readonly detail = signal('');
  protected readonly sending = new Sending();

  protected async pause(): Promise<void> {
    const body = { until: this.until(), proof: this.proof(), detail: this.detail().trim() };
    await this.sending.run(async () => {
      this.ref.close(await firstValueFrom(this.http.post<DatedLine>(`/api/clocks/${this.line.id}/pause`, body)));
    });
  }
}
