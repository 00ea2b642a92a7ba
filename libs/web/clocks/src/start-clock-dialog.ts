import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DatedLine } from '@relais/api-client';
import { CLOCKS, type ClockKind } from '@relais/domain';
import { marked, Refusals, Sending, Session } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Who it is about, and which dates may begin. */
export type StartAsked = { readonly id: string; readonly name: string; readonly kinds: readonly ClockKind[] };

/** A professional notes what makes a date run: the request, the notification, the day it was known; the source is shown before. */
@Component({
  selector: 'rl-start-clock-dialog',
  imports: [DialogFrame, Field, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('clocks.start_for', { name: asked.name })">
      <form id="start-clock" class="stack" (submit)="$event.preventDefault(); start()">
        <fieldset class="stack tight">
          <legend>{{ t('clocks.what') }}</legend>
          @for (each of asked.kinds; track each) {
            <label class="check">
              <input type="radio" name="kind" [value]="each" [checked]="kind() === each" (change)="kind.set(each)" />
              <span>
                {{ t('clocks.begins.' + each) }}
                <span class="hint" lang="fr">{{ sourceOf(each) }}</span>
              </span>
            </label>
          }
        </fieldset>
        <rl-field [label]="t('clocks.started_on')" pointer="/startedOn" [problem]="sending.problem()">
          <input #day type="date" required [max]="today" [value]="startedOn()" (change)="startedOn.set(day.value)" />
        </rl-field>
        <rl-field [label]="t('clocks.detail')" [hint]="t('clocks.detail_hint')" pointer="/detail" [problem]="sending.problem()">
          <input #words maxlength="500" autocomplete="off" [value]="detail()" (input)="detail.set(words.value)" />
        </rl-field>
        <p class="small muted">{{ t('clocks.span.' + kind()) }} {{ t('clocks.settles.' + kind()) }}.</p>
        @if (sending.problem()) {
          <rl-problem [problem]="sending.problem()" [sentence]="refusals.sentence(sending.problem())" [retriable]="false" />
        }
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('clocks.cancel') }}</button>
        <button form="start-clock" class="primary" [disabled]="sending.busy() || !startedOn()">{{ t('clocks.start') }}</button>
      </div>
    </rl-dialog>
  `,
  styles: `
    fieldset {
      border: 0;
      margin: 0;
      padding: 0;
    }
    .hint {
      display: block;
    }
  `,
})
export class StartClockDialog {
  private readonly http = inject(HttpClient);
  private readonly once = crypto.randomUUID();
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<DatedLine>>(DialogRef);
  protected readonly asked = inject<StartAsked>(DIALOG_DATA);
  protected readonly today = inject(Session).today();
  protected readonly kind = signal<ClockKind>(this.asked.kinds[0] ?? 'contract_after_orientation');
  protected readonly startedOn = signal<string>(this.today);
  protected readonly detail = signal('');
  protected readonly sending = new Sending();

  protected sourceOf(kind: ClockKind): string {
    return CLOCKS[kind].source.reference;
  }

  protected async start(): Promise<void> {
    if (!this.startedOn()) return;
    const body = { kind: this.kind(), startedOn: this.startedOn(), detail: this.detail().trim() };
    await this.sending.run(async () => {
      const started = this.http.post<DatedLine>(`/api/beneficiaries/${this.asked.id}/clocks`, body, {
        context: marked({ once: this.once }),
      });
      this.ref.close(await firstValueFrom(started));
    });
  }
}
