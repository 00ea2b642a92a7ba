import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DemoMail, DemoMailbox } from '@relais/api-client';
import { MomentPipe } from '@relais/web/kernel';
import { EmptyState, Icon, ListItem, ListKeys, Mark, ProblemState, Skeleton } from '@relais/web/ui';

/** The mails that the demo would have sent, for whoever tries the product. */
@Component({
  selector: 'rl-demo-mailbox-page',
  imports: [EmptyState, Icon, ListItem, ListKeys, Mark, MomentPipe, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      <header class="page-head">
        <a class="brand" routerLink="/connexion"><rl-mark /> Relais</a>
        <button type="button" (click)="mailbox.reload()"><rl-icon name="mail" /> {{ t('notices.mailbox_again') }}</button>
      </header>
      <main id="contenu" class="stack">
        <h1 tabindex="-1">{{ t('notices.mailbox') }}</h1>
        <p class="muted">{{ t('notices.mailbox_hint') }}</p>
        @if (mailbox.hasValue()) {
          @if (mailbox.value().items.length > 0) {
            <div class="two">
              <ul class="rows" rlListKeys (opened)="open($event)" [attr.aria-label]="t('notices.mailbox')">
                @for (mail of mailbox.value().items; track mail.id) {
                  <li>
                    <a
                      rlListItem
                      class="mail"
                      routerLink="."
                      [queryParams]="{ courriel: mail.id }"
                      [attr.aria-current]="mail.id === courriel() ? 'true' : null"
                    >
                      <span class="subject">{{ mail.subject }}</span>
                      <span class="small muted">{{ mail.to }} · {{ mail.at | rlMoment }}</span>
                    </a>
                  </li>
                }
              </ul>
              @if (opened.hasValue()) {
                <article class="sheet stack" aria-live="polite">
                  <h2>{{ opened.value().subject }}</h2>
                  <p class="small muted">{{ opened.value().to }} · {{ opened.value().at | rlMoment }}</p>
                  <p class="text">{{ opened.value().text }}</p>
                  @if (opened.value().invitation) {
                    <p><rl-icon name="calendar" /> {{ t('notices.mailbox_invitation') }}</p>
                  }
                  <a [href]="pageUrl()" target="_blank" rel="noopener">{{ t('notices.mailbox_page') }}</a>
                </article>
              } @else if (opened.error()) {
                <rl-problem [problem]="opened.error()" (retry)="opened.reload()" />
              }
            </div>
          } @else {
            <rl-empty [title]="t('notices.mailbox_empty')" />
          }
        } @else if (mailbox.error()) {
          <rl-problem [problem]="mailbox.error()" (retry)="mailbox.reload()" />
        } @else {
          <rl-skeleton [rows]="6" />
        }
      </main>
    </div>
  `,
  styles: `
    .page {
      margin-inline: auto;
      max-inline-size: 72rem;
      padding: var(--space-4);
    }
    .brand {
      align-items: center;
      color: var(--ink);
      display: flex;
      font-weight: 700;
      gap: var(--space-2);
      text-decoration: none;
    }
    .two {
      display: grid;
      gap: var(--space-5);
    }
    .mail {
      display: flex;
      flex-direction: column;
      padding: var(--space-3) var(--space-2);
    }
    .mail[aria-current] {
      background: var(--primary-soft);
    }
    .subject {
      font-weight: 600;
    }
    .small {
      overflow-wrap: anywhere;
    }
    .text {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    article {
      align-self: start;
    }
    @media (width >= 60rem) {
      .two {
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      }
    }
  `,
})
export class DemoMailboxPage {
  private readonly router = inject(Router);

  /** The mail that is open: `?courriel=`. */
  readonly courriel = input<string>();

  protected readonly mailbox = httpResource<DemoMailbox>(() => '/api/demo/mailbox');
  protected readonly opened = httpResource<DemoMail>(() => (this.courriel() ? `/api/demo/mailbox/${this.courriel()}` : undefined));
  protected readonly pageUrl = computed(() => `/api/demo/mailbox/${this.courriel()}/page`);

  protected open(index: number): void {
    const mail = this.mailbox.hasValue() ? this.mailbox.value().items[index] : undefined;
    if (mail) void this.router.navigate([], { queryParams: { courriel: mail.id } });
  }
}
