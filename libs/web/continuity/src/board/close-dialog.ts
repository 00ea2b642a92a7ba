import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BoardCard, RoundView } from '@relais/api-client';
import { SUPPORT_OUTCOMES, type SupportOutcome } from '@relais/domain';
import { Language, Refusals, Sending } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Ends the support with its reason; a contact counts as lost only once enough was tried. The file opens again when the person comes back. */
@Component({
  selector: 'rl-close-dialog',
  imports: [DialogFrame, Field, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('board.close_title', { name: card.name })">
      <form id="close-file" class="stack" (submit)="$event.preventDefault(); close()">
        <p>{{ t('board.close_says') }}</p>
        <rl-field [label]="t('board.close_why')" pointer="/outcome" [problem]="sending.problem()">
          <select #why (change)="outcome.set($any(why.value))">
            @for (each of outcomes(); track each) {
              <option [value]="each" [selected]="each === outcome()">{{ t('board.outcome.' + each) }}</option>
            }
          </select>
        </rl-field>
        @if (round.hasValue() && !round.value().lostEnough) {
          <p class="small muted">{{ t('board.not_lost_yet') }}</p>
        }
        @if (sending.problem()) {
          <rl-problem [problem]="sending.problem()" [sentence]="refusals.sentence(sending.problem())" [retriable]="false" />
        }
      </form>
      <div actions class="cluster">
        <button type="button" (click)="ref.close(false)">{{ t('board.cancel') }}</button>
        <button form="close-file" class="primary" [disabled]="sending.busy()">{{ t('board.do.close') }}</button>
      </div>
    </rl-dialog>
  `,
})
export class CloseDialog {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly card = inject<BoardCard>(DIALOG_DATA);
  protected readonly round = httpResource<RoundView>(() => `/api/beneficiaries/${this.card.beneficiaryId}/outreach`);
  protected readonly outcomes = computed(() =>
    SUPPORT_OUTCOMES.filter((each) => each !== 'lost_contact' || (this.round.hasValue() && this.round.value().lostEnough)),
  );
  protected readonly outcome = linkedSignal<SupportOutcome>(() => (this.outcomes().includes('lost_contact') ? 'lost_contact' : 'own_way'));
  protected readonly sending = new Sending();

  protected async close(): Promise<void> {
    await this.sending.run(async () => {
      await firstValueFrom(this.http.post(`/api/beneficiaries/${this.card.beneficiaryId}/close`, { outcome: this.outcome() }));
      this.toasts.say(this.language.say('board.done.close', { name: this.card.name }));
      this.ref.close(true);
    });
  }
}
