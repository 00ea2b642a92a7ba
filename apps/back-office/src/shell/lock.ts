import { Component, inject, signal } from '@angular/core';
import { A11yModule } from '@angular/cdk/a11y';
import { TranslocoDirective } from '@jsverse/transloco';
import { Refusals, Session } from '@relais/web/kernel';

/** The session ran out: sign in again over the page; the text stays, and the calls that waited go out again. */
@Component({
  selector: 'rl-lock',
  imports: [A11yModule, TranslocoDirective],
  template: `
    <div class="veil" *transloco="let t">
      <form class="sheet stack" role="dialog" aria-modal="true" aria-labelledby="lock-title" cdkTrapFocus cdkTrapFocusAutoCapture (submit)="$event.preventDefault(); unlock()">
        <h2 id="lock-title">{{ t('shell.locked') }}</h2>
        <p>{{ t('shell.locked_text') }}</p>
        <label for="lock-password">{{ t('shell.password_of', { email: session.account()?.email }) }}</label>
        <input #box id="lock-password" type="password" autocomplete="current-password" [value]="password()" (input)="password.set(box.value)" />
        <p class="error-text" role="alert">{{ refused() }}</p>
        <button class="primary">{{ t('shell.unlock') }}</button>
      </form>
    </div>
  `,
  styles: `
    .veil {
      background: rgb(10 16 24 / 60%);
      display: grid;
      inset: 0;
      place-items: center;
      position: fixed;
      z-index: 50;
    }
    form {
      background: var(--raised);
      inline-size: min(26rem, 92vw);
    }
  `,
})
export class Lock {
  protected readonly session = inject(Session);
  private readonly refusals = inject(Refusals);
  protected readonly password = signal('');
  protected readonly refused = signal('');

  protected async unlock(): Promise<void> {
    try {
      await this.session.unlock(this.password());
    } catch (error) {
      this.refused.set(this.refusals.sentence(error));
    }
  }
}
