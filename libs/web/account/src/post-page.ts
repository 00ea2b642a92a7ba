import { afterRenderEffect, Component, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { isProblem, Refusals, Session } from '@relais/web/kernel';
import { EmptyState, Mark } from '@relais/web/ui';

/** One signs in, then acts as one post; the last one used comes first, Enter takes it. */
@Component({
  selector: 'rl-post-page',
  imports: [EmptyState, Mark, RouterLink, TranslocoDirective],
  template: `
    <main id="contenu" class="page" *transloco="let t">
      <p class="brand"><rl-mark /> Relais</p>
      <h1 tabindex="-1">{{ t('account.choose_post') }}</h1>
      <p class="error-text" role="alert">{{ refused() }}</p>
      @if (codeMissing()) {
        <p>
          <a class="button primary" routerLink="/securite">{{ t('account.add_code') }}</a>
        </p>
      }
      <ul class="plain-list stack">
        @for (post of session.posts(); track post.id; let first = $first) {
          <li>
            <button #choice type="button" class="post" [class.primary]="first" (click)="choose(post.id)">
              <span class="name">{{ post.operator }}</span>
              <span>{{ post.unit }} · {{ t('account.role.' + post.role) }} · {{ post.regionName }}</span>
              @if (post.asksCode) {
                <span class="small">{{ t('account.asks_code') }}</span>
              }
            </button>
          </li>
        } @empty {
          <li>
            <rl-empty [title]="t('account.no_post')">{{ t('account.no_post_hint') }}</rl-empty>
          </li>
        }
      </ul>
      <p>
        <button type="button" class="quiet" (click)="leave()">{{ t('account.sign_out') }}</button>
      </p>
    </main>
  `,
  styles: `
    .page {
      margin-inline: auto;
      max-inline-size: 36rem;
      padding: var(--space-7) var(--space-4);
    }
    .brand {
      align-items: center;
      display: flex;
      font-size: 1.375rem;
      font-weight: 750;
      gap: var(--space-3);
      letter-spacing: -0.02em;
      margin-block-end: var(--space-6);
    }
    h1 {
      margin-block-end: var(--space-4);
    }
    .quiet {
      margin-block-start: var(--space-5);
    }
    .post {
      align-items: flex-start;
      display: flex;
      flex-direction: column;
      gap: 0;
      inline-size: 100%;
      padding: var(--space-3) var(--space-4);
      text-align: start;
      white-space: normal;
    }
    .post span:not(.name) {
      font-weight: 400;
    }
    .name {
      font-size: 1.125rem;
      font-weight: 600;
    }
    .error-text:empty {
      display: none;
    }
  `,
})
export class PostPage {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly refusals = inject(Refusals);

  readonly suite = input<string>();
  protected readonly refused = signal('');
  /** The chosen post asks for a second factor that this account has not. */
  protected readonly codeMissing = signal(false);
  /** The last used post stands first. */
  private readonly last = viewChild<ElementRef<HTMLButtonElement>>('choice');

  constructor() {
    afterRenderEffect(() => this.last()?.nativeElement.focus());
  }

  protected async choose(postId: string): Promise<void> {
    try {
      await this.session.choosePost(postId);
      await this.router.navigateByUrl(this.suite() ?? '/journee');
    } catch (error) {
      this.codeMissing.set(isProblem(error, 'session.code_required'));
      this.refused.set(this.refusals.sentence(error));
    }
  }

  protected async leave(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/connexion');
  }
}
