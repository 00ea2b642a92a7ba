import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type DemoAccount, Language, Refusals, Session } from '@relais/web/kernel';
import { Field, Icon, Mark } from '@relais/web/ui';
import { catchError, map, of } from 'rxjs';

/** The right person, in one move. In the demo the accounts stand beside the form; elsewhere that list does not exist. */
@Component({
  selector: 'rl-sign-in-page',
  imports: [Field, FormField, Icon, Mark, RouterLink, TranslocoDirective],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly http = inject(HttpClient);
  private readonly refusals = inject(Refusals);
  protected readonly language = inject(Language);

  /** Where to go afterwards. */
  readonly suite = input<string>();

  protected readonly model = signal({ email: '', password: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.email);
    required(path.password);
  });
  protected readonly busy = signal(false);
  protected readonly refused = signal('');
  protected readonly demo = rxResource({
    stream: () =>
      this.http.get<{ items: DemoAccount[] }>('/api/demo/accounts').pipe(
        map(({ items }) => items),
        catchError(() => of([])),
      ),
    defaultValue: [] as DemoAccount[],
  });

  protected readonly regions = computed(() =>
    [...Map.groupBy(this.demo.value(), ({ regionName }) => regionName)].map(([name, accounts]) => ({ name, accounts })),
  );

  protected fill(account: DemoAccount): void {
    this.model.set({ email: account.email, password: account.password });
    void this.signIn();
  }

  protected async signIn(): Promise<void> {
    this.form().markAsTouched();
    if (this.busy() || !this.form().valid()) return;
    this.busy.set(true);
    this.refused.set('');
    try {
      await this.session.signIn(this.model());
      await this.router.navigateByUrl(this.session.post() ? (this.suite() ?? '/journee') : '/poste');
    } catch (error) {
      this.refused.set(this.refusals.sentence(error));
    } finally {
      this.busy.set(false);
    }
  }
}
