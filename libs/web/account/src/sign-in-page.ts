import { HttpClient } from '@angular/common/http';
import { afterRenderEffect, Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type DemoAccount, isProblem, Language, Refusals, Session } from '@relais/web/kernel';
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

  protected readonly model = signal({ email: '', password: '', code: '' });
  /** Whether the account has a telephone: known once the password was right. */
  protected readonly codeAsked = signal(false);
  /** The code of a demo account, which has no telephone to look at. */
  protected readonly demoCode = computed(() => this.demo.value().find(({ email }) => email === this.model().email)?.code);
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

  private readonly codeBox = viewChild<ElementRef<HTMLInputElement>>('codeBox');

  constructor() {
    afterRenderEffect(() => this.codeBox()?.nativeElement.focus());
  }

  protected fill(account: DemoAccount): void {
    this.codeAsked.set(false);
    this.model.set({ email: account.email, password: account.password, code: '' });
    void this.signIn();
  }

  protected async signIn(): Promise<void> {
    this.form().markAsTouched();
    if (this.busy() || !this.form().valid()) return;
    this.busy.set(true);
    this.refused.set('');
    try {
      const { code, ...pair } = this.model();
      await this.session.signIn({ ...pair, ...(this.codeAsked() && code.trim() && { code: code.trim() }) });
      await this.router.navigateByUrl(this.session.post() ? (this.suite() ?? '/journee') : '/poste');
    } catch (error) {
      const first = isProblem(error, 'session.code_needed') && !this.codeAsked();
      if (first) this.codeAsked.set(true);
      else this.refused.set(this.refusals.sentence(error));
      if (first && this.demoCode()) this.demo.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
