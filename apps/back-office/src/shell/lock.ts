import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { isProblem, Refusals, Session } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';

/** The session ran out: the page waits underneath, with everything written on it. */
@Component({
  selector: 'relais-lock',
  imports: [DialogFrame, Field, FormField, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('shell.lock.title')" [closable]="false">
      <form id="relais-lock" class="stack" (submit)="resume($event)">
        <p>{{ t('shell.lock.text') }}</p>
        <input
          class="visually-hidden"
          type="email"
          autocomplete="username"
          tabindex="-1"
          aria-hidden="true"
          [value]="session.account()?.email"
          readonly
        />
        <rl-field [label]="t('shell.lock.password', { email: session.account()?.email })" [field]="asked.password">
          <input type="password" autocomplete="current-password" cdkFocusInitial [formField]="asked.password" />
        </rl-field>
        @if (codeAsked()) {
          <rl-field [label]="t('shell.proof.code')" [field]="asked.code">
            <input type="text" inputmode="numeric" autocomplete="one-time-code" [formField]="asked.code" />
          </rl-field>
        }
        @if (problem(); as error) {
          <rl-problem [title]="refusals.sentence(error)" [retriable]="false" />
        }
      </form>
      <ng-container actions>
        <button type="button" class="quiet" (click)="other()">{{ t('shell.lock.other') }}</button>
        <button type="submit" class="primary" form="relais-lock" [disabled]="busy()">{{ t('shell.lock.resume') }}</button>
      </ng-container>
    </rl-dialog>
  `,
})
export class Lock {
  private readonly ref = inject(DialogRef);
  protected readonly session = inject(Session);
  protected readonly refusals = inject(Refusals);
  protected readonly model = signal({ password: '', code: '' });
  protected readonly codeAsked = signal(false);
  protected readonly asked = form(this.model, (lock) => required(lock.password));
  protected readonly problem = signal<unknown>(undefined);
  protected readonly busy = signal(false);

  protected async resume(event: Event): Promise<void> {
    event.preventDefault();
    this.asked().markAsTouched();
    if (this.busy() || !this.asked().valid()) return;
    this.busy.set(true);
    try {
      await this.session.unlock(this.model().password, this.model().code.trim() || undefined);
      this.ref.close();
    } catch (error) {
      if (isProblem(error, 'session.code_needed')) this.codeAsked.set(true);
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected async other(): Promise<void> {
    this.session.forget();
    location.assign('/connexion');
  }
}
