import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { NewFactorView, RecoveryCodesView, SecurityView, SignInLine } from '@relais/api-client';
import { AgoPipe, Refusals, Session, watchProof } from '@relais/web/kernel';
import { Field, Icon, Mark, ProblemState, Skeleton, Toasts, ToastsOutlet } from '@relais/web/ui';
import { form, FormField, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import { PasswordSection } from './password-section';
import { pictureOf } from './picture-of';

/** How my account is protected: my password, the code of my telephone, and where I am signed in. Needs no post, since a post may ask for a code first. */
@Component({
  selector: 'rl-security-page',
  imports: [AgoPipe, Field, FormField, Icon, Mark, PasswordSection, ProblemState, RouterLink, Skeleton, ToastsOutlet, TranslocoDirective],
  templateUrl: './security-page.html',
  styleUrl: './security-page.css',
})
export class SecurityPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly refusals = inject(Refusals);

  protected readonly security = httpResource<SecurityView>(() => '/api/account/security');
  protected readonly offered = signal<NewFactorView | undefined>(undefined);
  protected readonly picture = computed(() => {
    const address = this.offered()?.address;
    return address === undefined ? undefined : pictureOf(address);
  });
  protected readonly recovery = signal<readonly string[]>([]);
  protected readonly model = signal({ code: '' });
  protected readonly asked = form(this.model, (path) => required(path.code));
  protected readonly problem = signal<unknown>(undefined);

  constructor() {
    watchProof();
  }

  protected begin(): Promise<void> {
    return this.orSay(async () => {
      this.model.set({ code: '' });
      this.offered.set(await firstValueFrom(this.http.post<NewFactorView>('/api/account/second-factor', {})));
    });
  }

  protected confirm(): Promise<void> {
    this.asked().markAsTouched();
    if (!this.asked().valid()) return Promise.resolve();
    return this.orSay(async () => {
      const { codes } = await firstValueFrom(
        this.http.put<RecoveryCodesView>('/api/account/second-factor', { code: this.model().code.trim() }),
      );
      this.recovery.set(codes);
      this.offered.set(undefined);
      this.security.reload();
    });
  }

  protected remove(): Promise<void> {
    return this.orSay(async () => {
      await firstValueFrom(this.http.delete('/api/account/second-factor'));
      this.toasts.say(this.words.translate('account.factor_removed'));
      this.security.reload();
    });
  }

  protected end({ id }: SignInLine): Promise<void> {
    return this.orSay(async () => {
      await firstValueFrom(this.http.delete(`/api/sessions/${id}`));
      this.toasts.say(this.words.translate('account.ended'));
      this.security.reload();
    });
  }

  protected endAll(): Promise<void> {
    return this.orSay(async () => {
      await this.session.signOutEverywhere();
      await this.router.navigateByUrl('/connexion');
    });
  }

  private async orSay(act: () => Promise<void>): Promise<void> {
    this.problem.set(undefined);
    try {
      await act();
    } catch (error) {
      this.problem.set(error);
    }
  }
}
