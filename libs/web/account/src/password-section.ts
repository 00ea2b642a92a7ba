import { HttpClient } from '@angular/common/http';
import { afterNextRender, Component, computed, ElementRef, inject, Injector, output, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { PASSWORD_LONGEST, PASSWORD_SHORTEST } from '@relais/domain';
import { isProblem, Refusals, Sending, Session } from '@relais/web/kernel';
import { Field, Icon, ProblemState, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** A new password: one field that can be read while it is typed, so that nobody types it twice. */
@Component({
  selector: 'rl-password-section',
  imports: [Field, FormField, Icon, ProblemState, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2 id="password-title"><rl-icon name="lock" /> {{ t('account.password') }}</h2>
      @if (!open()) {
        <p class="cluster">
          <button type="button" (click)="turn(true)">{{ t('account.password_change') }}</button>
        </p>
      } @else {
        <form class="stack" novalidate (submit)="$event.preventDefault(); change()">
          <p>{{ t('account.password_effect') }}</p>
          <!-- For what keeps passwords: whose this one is. -->
          <input class="visually-hidden" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" readonly [value]="email()" />
          <rl-field
            [label]="t('account.password_new')"
            [hint]="t('account.password_hint', { count: shortest })"
            [field]="asked.password"
            [problem]="sending.problem()"
            pointer="/password"
          >
            <input [type]="shown() ? 'text' : 'password'" autocomplete="new-password" [formField]="asked.password" />
          </rl-field>
          <label class="check"
            ><input #reads type="checkbox" [checked]="shown()" (change)="shown.set(reads.checked)" />
            {{ t('account.password_show') }}</label
          >
          @if (unplaced(); as error) {
            <rl-problem [title]="refusals.sentence(error)" [retriable]="false" />
          }
          <p class="cluster">
            <button type="submit" class="primary" [disabled]="sending.busy()">{{ t('account.password_save') }}</button>
            <button type="button" (click)="turn(false)">{{ t('account.cancel') }}</button>
          </p>
        </form>
      }
    </ng-container>
  `,
  host: { class: 'sheet stack', role: 'region', 'aria-labelledby': 'password-title' },
  styles: `
    :host {
      display: flex;
    }
    h2 {
      align-items: center;
      display: flex;
      gap: var(--space-2);
    }
  `,
})
export class PasswordSection {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly refusals = inject(Refusals);

  /** The password is another one now, and the other sign-ins are over. */
  readonly changed = output();

  protected readonly shortest = PASSWORD_SHORTEST;
  protected readonly open = signal(false);
  protected readonly shown = signal(false);
  protected readonly sending = new Sending();
  protected readonly model = signal({ password: '' });
  protected readonly asked = form(this.model, (path) => {
    required(path.password);
    minLength(path.password, PASSWORD_SHORTEST);
    maxLength(path.password, PASSWORD_LONGEST);
  });
  /** A problem that the field does not say. */
  protected readonly unplaced = computed(() => {
    const problem = this.sending.problem();
    return isProblem(problem) && problem.about('/password') ? undefined : problem;
  });
  protected readonly email = (): string => this.session.account()?.email ?? '';

  protected async change(): Promise<void> {
    this.asked().markAsTouched();
    if (!this.asked().valid()) return;
    const done = await this.sending.run(() => firstValueFrom(this.http.put('/api/account/password', this.model())));
    if (!done) return;
    this.toasts.say(this.words.translate('account.password_changed'));
    this.turn(false);
    this.changed.emit();
  }

  /** Opens or leaves the form; the keyboard goes on where the reader looks. */
  protected turn(open: boolean): void {
    this.open.set(open);
    this.shown.set(false);
    this.sending.forget();
    this.model.set({ password: '' });
    this.asked().reset();
    const next = open ? '[autocomplete=new-password]' : 'button';
    afterNextRender(() => this.host.querySelector<HTMLElement>(next)?.focus(), { injector: this.injector });
  }
}
