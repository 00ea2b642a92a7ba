import { type HttpResourceRef } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LinkRequestsPage, LinkRequestView } from '@relais/api-client';
import { AgoPipe, Language, Live, liveRead } from '@relais/web/kernel';
import { Dialogs, EmptyState, type Letter, ListItem, ListKeys, Skeleton, Toasts } from '@relais/web/ui';
import { AnswerLinkDialog, type AnswerGiven } from './answer-link-dialog';
import { Failed } from './failed';
import { PeopleTabs } from './people-tabs';

/** Requests to accompany a person: those that wait for one's team, and what became of one's own. */
@Component({
  selector: 'rl-links-page',
  imports: [AgoPipe, EmptyState, Failed, ListItem, ListKeys, PeopleTabs, RouterLink, Skeleton, TranslocoDirective],
  templateUrl: './links-page.html',
  styleUrl: './links-page.css',
})
export class LinksPage {
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);
  private readonly live = inject(Live);
  private readonly toasts = inject(Toasts);

  protected readonly received = this.requests('received');
  protected readonly asked = this.requests('asked');
  protected readonly waiting = computed(() => this.itemsOf(this.received.hasValue() ? this.received.value() : undefined, true));
  protected readonly answered = computed(() => this.itemsOf(this.received.hasValue() ? this.received.value() : undefined, false));
  protected readonly mine = computed(() => (this.asked.hasValue() ? this.asked.value().items : []));

  protected async answer(request: LinkRequestView | undefined, answer: AnswerGiven['answer']): Promise<void> {
    if (!request) return;
    const answered = await this.dialogs.open<LinkRequestView, AnswerGiven>(AnswerLinkDialog, { data: { request, answer } });
    if (!answered) return;
    this.toasts.say(this.language.say(`people.link.${answer}_done`, { name: answered.requesterName }));
    this.received.reload();
  }

  protected letter({ key, index }: Letter): void {
    if (key === 'a') void this.answer(this.waiting()[index], 'grant');
    if (key === 'r') void this.answer(this.waiting()[index], 'refuse');
  }

  private requests(box: 'received' | 'asked'): HttpResourceRef<LinkRequestsPage | undefined> {
    return liveRead<LinkRequestsPage>(
      () => `/api/link-requests?box=${box}`,
      () => this.live.changed(),
    );
  }

  private itemsOf(page: LinkRequestsPage | undefined, open: boolean): LinkRequestView[] {
    return page?.items.filter(({ status }) => (status === 'asked') === open) ?? [];
  }
}
