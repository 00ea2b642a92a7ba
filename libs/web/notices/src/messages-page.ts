import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SettleMessageRequest, UnsettledMessage, UnsettledMessages } from '@relais/api-client';
import { Language, MomentPipe, Online } from '@relais/web/kernel';
import { EmptyState, Icon, OfflineNotice, ProblemState, Skeleton, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Mails of the operator that a machine cannot settle: somebody sends them again, or tells in another way and says so. */
@Component({
  selector: 'rl-messages-page',
  imports: [EmptyState, Icon, MomentPipe, OfflineNotice, ProblemState, RouterLink, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <h1 tabindex="-1">{{ t('notices.messages') }}</h1>
        <a class="button" routerLink="/avis"><rl-icon name="back" /> {{ t('notices.back') }}</a>
      </header>
      <p class="muted narrow">{{ t('notices.messages_hint') }}</p>
      @if (!online()) {
        <rl-offline />
      }
      @if (problem()) {
        <rl-problem [problem]="problem()" [title]="t('ui.notDone')" (retry)="again()" />
      }
      @if (messages.hasValue()) {
        @if (messages.value().items.length > 0) {
          <ul class="rows">
            @for (message of messages.value().items; track message.id) {
              <li>
                <div class="grow">
                  <p class="label">
                    {{ message.toPerson ? t('notices.message_to_person', { name: message.staffName }) : message.staffName }}
                  </p>
                  <p class="small muted">{{ message.unitName }} · {{ message.createdAt | rlMoment }}</p>
                  <p>
                    {{ t('notices.doubt.' + message.status) }}
                    @if (message.reason) {
                      <span class="small muted figures">({{ message.reason }})</span>
                    }
                  </p>
                </div>
                <div class="cluster">
                  <button type="button" class="small" (click)="settle(message, 'again')">{{ t('notices.send_again') }}</button>
                  <button type="button" class="small primary" (click)="settle(message, 'told')">{{ t('notices.count_as_told') }}</button>
                </div>
              </li>
            }
          </ul>
        } @else {
          <rl-empty [title]="t('notices.no_message')" />
        }
      } @else if (messages.error()) {
        <rl-problem [problem]="messages.error()" (retry)="messages.reload()" />
      } @else {
        <rl-skeleton [rows]="4" />
      }
    </ng-container>
  `,
  styles: `
    li {
      align-items: center;
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
      padding-block: var(--space-3);
    }
    .grow {
      flex: 1 1 20rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class MessagesPage {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly online = inject(Online).online;
  protected readonly messages = httpResource<UnsettledMessages>(() => '/api/messages/unsettled');
  protected readonly problem = signal<unknown>(undefined);

  protected async settle({ id }: UnsettledMessage, decision: SettleMessageRequest['decision']): Promise<void> {
    this.problem.set(undefined);
    try {
      await firstValueFrom(this.http.post(`/api/messages/${id}/settle`, { decision }));
      this.toasts.say(this.language.say(`notices.settled.${decision}`));
      this.messages.reload();
    } catch (error) {
      this.problem.set(error);
    }
  }

  protected again(): void {
    this.problem.set(undefined);
    this.messages.reload();
  }
}
