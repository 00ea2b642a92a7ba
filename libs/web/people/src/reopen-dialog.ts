import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView } from '@relais/api-client';
import { DialogFrame, Field } from '@relais/web/ui';
import { Sending } from '@relais/web/kernel';
import { firstValueFrom } from 'rxjs';
import { Failed } from './failed';

const SHORTEST = 10;

/** The person is back: the same file opens again, with a reason that stays in its journal. */
@Component({
  selector: 'rl-reopen-dialog',
  imports: [DialogFrame, Failed, Field, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('people.reopen.title', { name: file.name })">
      <form id="reopen" class="stack" (submit)="$event.preventDefault(); reopen()">
        <p>{{ t('people.reopen.says') }}</p>
        <rl-field [label]="t('people.reopen.reason')" [hint]="t('people.reopen.hint')" pointer="/reason" [problem]="sending.problem()">
          <textarea #words rows="3" required maxlength="500" [value]="reason()" (input)="reason.set(words.value)"></textarea>
        </rl-field>
        @if (sending.problem()) {
          <rl-failed [problem]="sending.problem()" [what]="t('people.not_saved')" (retry)="reopen()" />
        }
      </form>
      <ng-container actions>
        <button type="button" (click)="ref.close()">{{ t('people.cancel') }}</button>
        <button form="reopen" class="primary" [disabled]="sending.busy() || reason().trim().length < shortest">
          {{ t('people.reopen.do') }}
        </button>
      </ng-container>
    </rl-dialog>
  `,
})
export class ReopenDialog {
  private readonly http = inject(HttpClient);
  protected readonly ref = inject<DialogRef<BeneficiaryView>>(DialogRef);
  protected readonly file = inject<BeneficiaryView>(DIALOG_DATA);
  protected readonly shortest = SHORTEST;
  protected readonly reason = signal('');
  protected readonly sending = new Sending();

  protected async reopen(): Promise<void> {
    if (this.reason().trim().length < SHORTEST) return;
    await this.sending.run(async () => {
      const body = { reason: this.reason().trim() };
      this.ref.close(await firstValueFrom(this.http.post<BeneficiaryView>(`/api/beneficiaries/${this.file.id}/reopen`, body)));
    });
  }
}
