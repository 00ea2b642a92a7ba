import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LinkRequestView, PersonCard } from '@relais/api-client';
import { marked, Sending } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { CardWords } from './card-words';
import { Failed } from './failed';

const LEAST = 10;

/** Asks those who accompany a person to let one's own team accompany them too. */
@Component({
  selector: 'rl-ask-link-dialog',
  imports: [CardWords, DialogFrame, Failed, Field, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('people.link.ask')">
      <form id="ask-link" class="stack" (submit)="$event.preventDefault(); ask()">
        <rl-card-words [card]="card" />
        <p>{{ t('people.link.ask_effect') }}</p>
        <rl-field [label]="t('people.link.reason')" [hint]="t('people.link.reason_hint')" pointer="/reason" [problem]="sending.problem()">
          <textarea #words rows="3" required [value]="reason()" (input)="reason.set(words.value)"></textarea>
        </rl-field>
        @if (sending.problem()) {
          <rl-failed [problem]="sending.problem()" [what]="t('people.link.ask_failed')" (retry)="ask()" />
        }
      </form>
      <ng-container actions>
        <button type="button" (click)="ref.close()">{{ t('people.cancel') }}</button>
        <button form="ask-link" class="primary" [disabled]="!complete() || sending.busy()">{{ t('people.link.ask') }}</button>
      </ng-container>
    </rl-dialog>
  `,
})
export class AskLinkDialog {
  private readonly http = inject(HttpClient);
  private readonly once = crypto.randomUUID();
  protected readonly ref = inject<DialogRef<LinkRequestView>>(DialogRef);
  protected readonly card = inject<PersonCard>(DIALOG_DATA);
  protected readonly reason = signal('');
  protected readonly sending = new Sending();
  protected readonly complete = computed(() => this.reason().trim().length >= LEAST);

  protected async ask(): Promise<void> {
    if (!this.complete()) return;
    const url = `/api/beneficiaries/${this.card.cardId}/link-requests`;
    await this.sending.run(async () => {
      const body = { reason: this.reason().trim() };
      this.ref.close(await firstValueFrom(this.http.post<LinkRequestView>(url, body, { context: marked({ once: this.once }) })));
    });
  }
}
