import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SightingView } from '@relais/api-client';
import { AgoPipe, Language, Refusals, Sending, Session } from '@relais/web/kernel';
import { Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Another unit asks whether one saw the person: yes with a day, or no. Nothing of what was said is asked. */
@Component({
  selector: 'rl-sighting-question',
  imports: [AgoPipe, RouterLink, TranslocoDirective],
  template: `
    <form *transloco="let t" class="cluster apart" (submit)="$event.preventDefault(); answer(true)">
      <p>
        <a [routerLink]="['/personnes', question().beneficiaryId]">{{ question().name ?? t('board.someone') }}</a>
        <span class="small muted"> {{ t('board.asked_by', { unit: question().askerUnitName }) }}, {{ question().askedAt | rlAgo }}</span>
      </p>
      <div class="cluster">
        <label class="small" [for]="'seen-' + question().id">{{ t('board.seen_on') }}</label>
        <input
          #day
          class="day"
          type="date"
          required
          [id]="'seen-' + question().id"
          [max]="today"
          [value]="on()"
          (change)="on.set(day.value)"
        />
        <button type="submit" class="small" [disabled]="sending.busy()">{{ t('board.seen') }}</button>
        <button type="button" class="small quiet" [disabled]="sending.busy()" (click)="answer(false)">{{ t('board.not_seen') }}</button>
      </div>
      @if (sending.problem()) {
        <p class="error-text" role="alert">{{ refusals.sentence(sending.problem()) }}</p>
      }
    </form>
  `,
  styles: `
    form {
      padding-block: var(--space-2);
    }
    p {
      margin: 0;
    }
    .day {
      inline-size: 10rem;
    }
  `,
})
export class SightingQuestion {
  private readonly http = inject(HttpClient);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  protected readonly refusals = inject(Refusals);
  protected readonly today = inject(Session).today();

  readonly question = input.required<SightingView>();
  readonly answered = output();

  protected readonly on = signal<string>(this.today);
  protected readonly sending = new Sending();

  protected async answer(seen: boolean): Promise<void> {
    const body = seen ? { seen, on: this.on() } : { seen };
    await this.sending.run(async () => {
      await firstValueFrom(this.http.post(`/api/sightings/${this.question().id}/answer`, body));
      this.toasts.say(this.language.say('board.done.answer'));
      this.answered.emit();
    });
  }
}
