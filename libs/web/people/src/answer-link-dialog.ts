import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LinkRequestView } from '@relais/api-client';
import { marked, Sending } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { Failed } from './failed';

/** A request and the answer one is about to give. */
export type AnswerGiven = { readonly request: LinkRequestView; readonly answer: 'grant' | 'refuse' };

const LEAST = 10;

/** Grants or refuses a link; the effect is said before, the words go to the one who asked. */
@Component({
  selector: 'rl-answer-link-dialog',
  imports: [DialogFrame, Failed, Field, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('people.link.' + given.answer + '_title', { name: given.request.personName })">
      <form id="answer-link" class="stack" (submit)="$event.preventDefault(); answer()">
        <p class="quote">« {{ given.request.reason }} »</p>
        <p>
          {{
            t('people.link.' + given.answer + '_effect', {
              who: given.request.requesterName,
              unit: unit || t('people.other_operator'),
            })
          }}
        </p>
        <rl-field [label]="t('people.link.' + given.answer + '_words')" pointer="/answer" [problem]="sending.problem()">
          <textarea #text rows="3" [value]="words()" (input)="words.set(text.value)"></textarea>
        </rl-field>
        @if (sending.problem()) {
          <rl-failed [problem]="sending.problem()" [what]="t('people.link.answer_failed')" (retry)="answer()" />
        }
      </form>
      <ng-container actions>
        <button type="button" (click)="ref.close()">{{ t('people.cancel') }}</button>
        <button form="answer-link" class="primary" [disabled]="!complete() || sending.busy()">
          {{ t('people.link.' + given.answer) }}
        </button>
      </ng-container>
    </rl-dialog>
  `,
})
export class AnswerLinkDialog {
  private readonly http = inject(HttpClient);
  private readonly once = crypto.randomUUID();
  protected readonly ref = inject<DialogRef<LinkRequestView>>(DialogRef);
  protected readonly given = inject<AnswerGiven>(DIALOG_DATA);
  /** The asking team, with its operator. */
  protected readonly unit = [this.given.request.unitName, this.given.request.operatorName].filter(Boolean).join(', ');
  protected readonly words = signal('');
  protected readonly sending = new Sending();
  protected readonly complete = computed(() => this.given.answer === 'grant' || this.words().trim().length >= LEAST);

  protected async answer(): Promise<void> {
    if (!this.complete()) return;
    const url = `/api/link-requests/${this.given.request.id}/${this.given.answer}`;
    await this.sending.run(async () => {
      const body = { answer: this.words().trim() };
      this.ref.close(await firstValueFrom(this.http.post<LinkRequestView>(url, body, { context: marked({ once: this.once }) })));
    });
  }
}
