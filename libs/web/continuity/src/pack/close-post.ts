import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { HoldingsView } from '@relais/api-client';
import { whyNotClosePost } from '@relais/domain';
import { Language, lastRead, Live, liveRead, Refusals, Sending } from '@relais/web/kernel';
import { Dialogs, ProblemState, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Somebody left: their post is closed once nothing hangs on it; until then, what still does, and the way out. */
@Component({
  selector: 'rl-close-post',
  imports: [ProblemState, TranslocoDirective],
  template: `
    @if (last(); as held) {
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
            <button type="button" class="primary" [disabled]="sending.busy()" (click)="close(held)">{{ t('absences.close.do') }}</button>
          </div>
        }
        @if (sending.problem(); as error) {
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

  protected readonly holdings = liveRead<HoldingsView>(
    () => `/api/posts/${this.postId()}/holdings`,
    () => this.live.changed('pack'),
  );
  protected readonly last = lastRead(this.holdings, this.postId);
  protected readonly holds = computed(() => {
    const held = this.last();
    return held !== undefined && whyNotClosePost(held) !== undefined;
  });
  protected readonly sending = new Sending();

  protected async close({ postId, name }: HoldingsView): Promise<void> {
    const say = (key: string): string => this.language.say(`absences.close.ask.${key}`, { name });
    const asked = { title: say('title'), text: say('text'), confirm: say('confirm'), danger: true };
    if (this.sending.busy() || !(await this.dialogs.confirm(asked))) return;
    const done = await this.sending.run(() => firstValueFrom(this.http.post(`/api/posts/${postId}/close`, {})));
    if (done) this.toasts.say(this.language.say('absences.close.done'));
    this.holdings.reload();
  }
}
