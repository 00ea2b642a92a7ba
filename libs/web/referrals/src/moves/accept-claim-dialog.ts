import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DialogFrame } from '@relais/web/ui';

/** Which team asks for whom. */
export type ClaimDecided = { readonly name: string; readonly unit: string };

/** A team asks for a person it has met: who accompanies them reads what a yes opens, and to whom. */
@Component({
  selector: 'rl-accept-claim-dialog',
  imports: [DialogFrame, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('referrals.accept') + ' · ' + given.name">
      <p>{{ t('referrals.claim_accept', { name: given.name, unit: given.unit }) }}</p>
      <div actions class="cluster">
        <button type="button" (click)="ref.close()">{{ t('referrals.cancel') }}</button>
        <button type="button" class="primary" (click)="ref.close({})">{{ t('referrals.claim_decide') }}</button>
      </div>
    </rl-dialog>
  `,
})
export class AcceptClaimDialog {
  protected readonly ref = inject<DialogRef<object>>(DialogRef);
  protected readonly given = inject<ClaimDecided>(DIALOG_DATA);
}
