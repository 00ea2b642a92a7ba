import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReceivedPackList } from '@relais/api-client';
import { DatePipe, Language, Live, liveRead } from '@relais/web/kernel';
import { packWords } from './pack-words';

/** On the day: what I have from colleagues who are away, one line each; nothing when there is none. */
@Component({
  selector: 'rl-received-packs',
  imports: [DatePipe, RouterLink, TranslocoDirective],
  template: `
    @if (ready() && packs().length > 0) {
      <section *transloco="let t" class="note primary stack tight" [attr.aria-label]="t('absences.received.title')">
        @for (one of packs(); track one.packId) {
          <p class="cluster">
            <strong>{{ t('absences.received.of', { name: one.fromName }) }}</strong>
            <span>{{ t('absences.received.files', { count: one.files }) }}</span>
            @if (one.returnsOn) {
              <span class="muted">{{ t('absences.comes_back_on', { day: one.returnsOn | rlDate }) }}</span>
            }
            <a class="button small" [routerLink]="['/absences/recus', one.packId]">{{ t('absences.received.open') }}</a>
          </p>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    section {
      margin-block-end: var(--space-4);
    }
    p {
      margin: 0;
    }
  `,
})
export class ReceivedPacks {
  private readonly live = inject(Live);
  protected readonly ready = signal(false);
  private readonly list = liveRead<ReceivedPackList>(
    () => '/api/packs/received',
    () => this.live.changed('pack'),
  );
  protected readonly packs = computed(() => (this.list.hasValue() ? this.list.value().items : []));

  constructor() {
    void inject(Language)
      .need('absences', packWords)
      .then(() => this.ready.set(true));
  }
}
