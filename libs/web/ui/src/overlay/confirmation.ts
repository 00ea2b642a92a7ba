import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DialogFrame } from './dialog-frame';

/** A question whose answer can't be taken back. All are sentences in the reader's language. */
export type ConfirmationAsked = { readonly title: string; readonly text: string; readonly confirm: string; readonly danger?: boolean };

@Component({
  selector: 'rl-confirmation',
  imports: [DialogFrame, TranslocoDirective],
  template: `
    <rl-dialog [title]="asked.title">
      <p>{{ asked.text }}</p>
      <ng-container actions *transloco="let t">
        <button type="button" cdkFocusInitial (click)="ref.close(false)">{{ t('ui.cancel') }}</button>
        <button type="button" [class]="asked.danger ? 'danger' : 'primary'" (click)="ref.close(true)">{{ asked.confirm }}</button>
      </ng-container>
    </rl-dialog>
  `,
})
export class Confirmation {
  protected readonly asked = inject<ConfirmationAsked>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
}
