import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DatedLine } from '@relais/api-client';
import type { ClockDrop } from '@relais/domain';
import { Refusals, Sending } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** A date does not apply any more: why. */
@Component({
  selector: 'rl-drop-clock-dialog',
  imports: [DialogFrame, Field, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('clocks.drop_title', { what: t('clocks.kind.' + line.kind) })">
      <form id="drop-clock" class="stack" (submit)="$event.preventDefault(); drop()">
        <rl-field [label]="t('clocks.because_label')" pointer="/because" [problem]="sending.problem()">
          <select #why (change)="because.set($any(why.value))">
            @for (each of reasons; track each) {
              <option [value]="each" [selected]="each === because()">{{ t('clocks.because.' + each) }}</option>
            }
          </select>
        </rl-field>
        @if (sending.problem()) {
          <rl-problem [problem]="sending.problem()" [sentence]="refusals.sentence(sending.problem())" [retriable]="false" />
        }
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('clocks.cancel') }}</button>
        <button form="drop-clock" class="primary" [disabled]="sending.busy()">{{ t('clocks.do.drop') }}</button>
      </div>
    </rl-dialog>
  `,
})
export class DropClockDialog {
  private readonly http = inject(HttpClient);
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<DatedLine>>(DialogRef);
  protected readonly line = inject<DatedLine>(DIALOG_DATA);
  protected readonly reasons = ['person_declines', 'moved', 'in_error'] as const satisfies readonly ClockDrop[];
  protected readonly because = signal<ClockDrop>('person_declines');
  protected readonly sending = new Sending();

  protected async drop(): Promise<void> {
    await this.sending.run(async () => {
      this.ref.close(await firstValueFrom(this.http.post<DatedLine>(`/api/clocks/${this.line.id}/drop`, { because: this.because() })));
    });
  }
}
