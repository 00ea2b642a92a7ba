import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { isProblem } from '../http/problem-error';
import { Refusals } from '../refusals/refusals';
import { Prover } from './prover';

/** Says again who one is before what could hurt: the password, or the code where the account has a telephone. */
@Component({
  selector: 'rl-proof-dialog',
  imports: [DialogFrame, Field, FormField, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('shell.proof.title')">
      <form id="rl-proof" class="stack" novalidate (submit)="$event.preventDefault(); prove()">
        <p>{{ t(byCode() ? 'shell.proof.textCode' : 'shell.proof.text') }}</p>
        <rl-field [label]="t(byCode() ? 'shell.proof.code' : 'shell.proof.password')" [field]="asked.given">
          @if (byCode()) {
            <input type="text" inputmode="numeric" autocomplete="one-time-code" [formField]="asked.given" />
          } @else {
            <input type="password" autocomplete="current-password" cdkFocusInitial [formField]="asked.given" />
          }
        </rl-field>
        @if (problem(); as error) {
          <rl-problem [title]="refusals.sentence(error)" [retriable]="false" />
        }
      </form>
      <ng-container actions>
        <button type="button" class="quiet" (click)="ref.close()">{{ t('ui.cancel') }}</button>
        <button type="submit" class="primary" form="rl-proof" [disabled]="busy()">{{ t('shell.proof.go') }}</button>
      </ng-container>
    </rl-dialog>
  `,
})
export class ProofDialog {
  private readonly prover = inject(Prover);
  protected readonly ref = inject(DialogRef);
  protected readonly refusals = inject(Refusals);
  protected readonly model = signal({ given: '' });
  protected readonly asked = form(this.model, (proof) => required(proof.given));
  protected readonly byCode = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly busy = signal(false);

  protected async prove(): Promise<void> {
    this.asked().markAsTouched();
    if (this.busy() || !this.asked().valid()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const { given } = this.model();
      await this.prover.prove(this.byCode() ? { code: given } : { password: given });
      this.ref.close();
    } catch (error) {
      this.model.set({ given: '' });
      if (isProblem(error, 'session.code_needed')) this.byCode.set(true);
      else this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
