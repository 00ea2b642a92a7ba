import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { HoldingsView } from '@relais/api-client';
import { whyNotClosePost } from '@relais/domain';
import { Language, Live, Refusals } from '@relais/web/kernel';
import { Confirmation, type ConfirmationAsked, Dialogs, ProblemState, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Somebody left: their post is closed once nothing hangs on it; until then, what still does, and the way out. */
@Component({
  selector: 'rl-close-post',
  imports: [ProblemState, TranslocoDirective],
  template: `
    @if (holdings.hasValue()) {
      @let held = holdings.value();
      <section *transloco="let t" class="sheet stack" aria-labelledby="close-title">
        <h2 id="close-title">{{ t('absences.close.title') }}</h2>
        @if (!held.active) {
          <p>{{ t('absences.close.closed', held) }}</p>
        } @else if (holds()) {
          <p>{{ t('absences.close.holds', held) }}</p>
          <div class="cluster">
            <button type="button" (click)="entrust.emit()">{{ t('absences.close.way_out') }}</button>
          </div>
        } @else {
          <p>{{ t('absences.close.free', held) }}</p>
          <div class="cluster">
            <button type="button" class="primary" [disabled]="busy()" (click)="close(held)">{{ t('absences.close.do') }}</button>
          </div>
        }
        @if (problem(); as error) {
          <rl-problem [problem]="error" [sentence]="refusals.sentence(error)" [retriable]="false" />
        }
      </section>
    }
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class ClosePost {
  private readonly http = inject(HttpClient);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly live = inject(Live);
  protected readonly refusals = inject(Refusals);
  readonly postId = input.required<string>();
  /** Whatever still hangs on the post is to be entrusted first. */
  readonly entrust = output();

  protected readonly holdings = httpResource<HoldingsView>(() => {
    this.live.changed('pack');
    return `/api/posts/${this.postId()}/holdings`;
  });
  protected readonly holds = computed(() => this.holdings.hasValue() && whyNotClosePost(this.holdings.value()) !== undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);

  protected async close({ postId, name }: HoldingsView): Promise<void> {
    const say = (key: string): string => this.language.say(`absences.close.ask.${key}`, { name });
    const asked: ConfirmationAsked = { title: say('title'), text: say('text'), confirm: say('confirm'), danger: true };
    if (this.busy() || !(await this.dialogs.open<boolean>(Confirmation, { data: asked }))) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await firstValueFrom(this.http.post(`/api/posts/${postId}/close`, {}));
      this.toasts.say(this.language.say('absences.close.done'));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
      this.holdings.reload();
    }
  }
}
