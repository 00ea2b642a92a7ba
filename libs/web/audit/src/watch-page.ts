import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Session } from '@relais/web/kernel';
import { GlassList } from './glass-list';
import { ReadList } from './read-list';
import { SuspicionList } from './suspicion-list';

/** Three ways to look: files opened in an emergency, reading that looks like curiosity, the journal itself. A lead has the first alone. */
@Component({
  selector: 'rl-watch-page',
  imports: [GlassList, ReadList, RouterLink, SuspicionList, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <header class="page-head">
        <h1 tabindex="-1">{{ t('audit.title') }}</h1>
      </header>
      @if (places().length > 1) {
        <nav class="tabs" [attr.aria-label]="t('audit.title')">
          @for (place of places(); track place) {
            <a routerLink="/journal" [queryParams]="{ vue: place }" [attr.aria-current]="place === shown() ? 'page' : null">
              {{ t('audit.place.' + place) }}
            </a>
          }
        </nav>
      }
      <div class="place">
        @switch (shown()) {
          @case ('alertes') {
            <rl-suspicion-list />
          }
          @case ('lectures') {
            <rl-read-list />
          }
          @default {
            <rl-glass-list />
          }
        }
      </div>
    </ng-container>
  `,
  styles: `
    .place {
      margin-block-start: var(--space-5);
    }
  `,
})
export class WatchPage {
  private readonly session = inject(Session);
  readonly vue = input<string>();
  protected readonly places = computed(() => [
    'urgences',
    ...(this.session.may('suspicion.settle') ? ['alertes'] : []),
    ...(this.session.may('journal.read') ? ['lectures'] : []),
  ]);
  protected readonly shown = computed(() => this.places().find((place) => place === this.vue()) ?? 'urgences');
}
