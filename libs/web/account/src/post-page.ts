import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Refusals, Session } from '@relais/web/kernel';
import { EmptyState } from '@relais/web/ui';

/** One signs in, then acts as one post; the last one used comes first, Enter takes it. */
@Component({
  selector: 'rl-post-page',
  imports: [EmptyState, TranslocoDirective],
  template: `
    <main id="contenu" class="page" *transloco="let t">
      <h1 tabindex="-1">{{ t('account.choose_post') }}</h1>
      <p class="error-text" role="alert">{{ refused() }}</p>
      <ul class="plain-list stack">
        @for (post of session.posts(); track post.id; let first = $first) {
          <li>
            <button type="button" class="post" [class.primary]="first" [attr.autofocus]="first ? '' : null" (click)="choose(post.id)">
              <span class="name">{{ post.operator }}</span>
              <span>{{ post.unit }} · {{ t('account.role.' + post.role) }} · {{ post.regionName }}</span>
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

  protected async choose(postId: string): Promise<void> {
    try {
      await this.session.choosePost(postId);
      await this.router.navigateByUrl(this.suite() ?? '/journee');
    } catch (error) {
      this.refused.set(this.refusals.sentence(error));
    }
  }

  protected async leave(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/connexion');
  }
}
