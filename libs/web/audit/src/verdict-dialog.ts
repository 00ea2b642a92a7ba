import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { Refusals, Sending } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';

/** What is asked: words of the area for title and text, the verdicts to choose from, and what to do with the answer. */
export type VerdictAsked = {
  readonly kind: 'glass' | 'suspicion';
  readonly about: string;
  readonly verdicts: readonly string[];
  readonly send: (verdict: string, note: string) => Promise<void>;
};

/** A verdict with a few words: the same question for a broken glass and for a suspicion. */
@Component({
  selector: 'rl-verdict-dialog',
  imports: [DialogFrame, Field, FormField, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('audit.' + asked.kind + '.ask')">
      <form id="rl-verdict" class="stack" novalidate (submit)="$event.preventDefault(); send()">
        <p>{{ asked.about }}</p>
        <fieldset class="cluster">
          <legend>{{ t('audit.verdict') }}</legend>
          @for (each of asked.verdicts; track each) {
            <label class="chip">
              <input type="radio" name="verdict" [value]="each" [checked]="verdict() === each" (change)="verdict.set(each)" />
              {{ t('audit.' + asked.kind + '.' + each) }}
            </label>
          }
        </fieldset>
        <rl-field [label]="t('audit.note')" [field]="written.note" [problem]="sending.problem()" pointer="/note">
          <textarea rows="3" [formField]="written.note"></textarea>
        </rl-field>
        @if (sending.problem(); as error) {
          <rl-problem [title]="refusals.sentence(error)" [retriable]="false" />
        }
      </form>
      <ng-container actions>
        <button type="button" class="quiet" (click)="ref.close()">{{ t('ui.cancel') }}</button>
        <button type="submit" class="primary" form="rl-verdict" [disabled]="sending.busy()">{{ t('audit.record') }}</button>
      </ng-container>
    </rl-dialog>
  `,
  styles: `
    fieldset {
      border: 0;
      margin: 0;
      padding: 0;
    }
    legend {
      font-weight: 600;
      margin-block-end: var(--space-2);
      padding: 0;
    }
  `,
})
export class VerdictDialog {
  protected readonly asked = inject<VerdictAsked>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly refusals = inject(Refusals);
  protected readonly model = signal({ note: '' });
  protected readonly written = form(this.model);
  protected readonly verdict = signal(this.asked.verdicts[0] ?? '');
  protected readonly sending = new Sending();

  protected async send(): Promise<void> {
    await this.sending.run(async () => {
      await this.asked.send(this.verdict(), this.model().note);
      this.ref.close(true);
    });
  }
}
