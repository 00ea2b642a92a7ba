import { DialogRef } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { afterRenderEffect, Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CalendarFeedView, NewCalendarFeed } from '@relais/api-client';
import { AgoPipe, Refusals, Sending } from '@relais/web/kernel';
import { CopyButton, DialogFrame, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** One's agenda in one's own calendar, without names: the address is shown once, a new one stops the one before. */
@Component({
  selector: 'rl-feed-dialog',
  imports: [AgoPipe, CopyButton, DialogFrame, ProblemState, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="t('agenda.feed.title')">
      <div class="stack">
        <p>{{ t('agenda.feed.text') }}</p>
        @if (url()) {
          <label for="feed-url">{{ t('agenda.feed.address') }}</label>
          <input #address id="feed-url" readonly [value]="url()" />
          <p class="hint">{{ t('agenda.feed.once') }}</p>
        } @else if (feed.hasValue()) {
          <p>
            {{ t(feed.value().exists ? 'agenda.feed.exists' : 'agenda.feed.none') }}
            @if (feed.value().readAt; as at) {
              {{ t('agenda.feed.read') }} {{ at | rlAgo }}.
            }
          </p>
        }
        @if (problem()) {
          <rl-problem [problem]="problem()" [sentence]="sentence()" (retry)="again()" />
        }
      </div>
      <ng-container actions>
        @if (url()) {
          <rl-copy look="primary" [text]="url()" [label]="t('agenda.feed.copy')" />
        } @else {
          @if (feed.hasValue() && feed.value().exists) {
            <button type="button" class="danger" [disabled]="sending.busy()" (click)="revoke()">{{ t('agenda.feed.revoke') }}</button>
          }
          <button type="button" class="primary" [disabled]="sending.busy()" (click)="make()">
            {{ t(feed.hasValue() && feed.value().exists ? 'agenda.feed.again' : 'agenda.feed.make') }}
          </button>
        }
        <button type="button" (click)="ref.close()">{{ t('agenda.feed.close') }}</button>
      </ng-container>
    </rl-dialog>
  `,
})
export class FeedDialog {
  private readonly http = inject(HttpClient);
  private readonly refusals = inject(Refusals);
  protected readonly ref = inject(DialogRef);
  protected readonly feed = httpResource<CalendarFeedView>(() => '/api/agenda/feed');
  private readonly address = viewChild<ElementRef<HTMLInputElement>>('address');
  protected readonly url = signal('');
  protected readonly sending = new Sending();
  /** What failed: the act, or reading what there is. */
  protected readonly problem = computed(() => this.sending.problem() ?? this.feed.error());
  protected readonly sentence = computed(() => this.refusals.sentence(this.problem()));

  constructor() {
    // The button that was pressed is gone: the address takes the focus, ready to be copied by hand.
    afterRenderEffect(() => {
      this.address()?.nativeElement.focus();
      this.address()?.nativeElement.select();
    });
  }

  protected make(): Promise<boolean> {
    return this.sending.run(async () => this.url.set((await firstValueFrom(this.http.post<NewCalendarFeed>('/api/agenda/feed', {}))).url));
  }

  protected revoke(): Promise<boolean> {
    return this.sending.run(async () => {
      await firstValueFrom(this.http.delete('/api/agenda/feed'));
      this.feed.reload();
    });
  }

  protected again(): void {
    this.sending.forget();
    this.feed.reload();
  }
}
