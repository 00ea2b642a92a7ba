import { Component, computed, DestroyRef, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@relais/web/ui';

const MINUTE = 60_000;
const BEAT = 15_000;

/** While the glass is open: how long it still is, on the file itself. When the time is over the page asks again, and finds what anybody finds. */
@Component({
  selector: 'rl-glass-banner',
  imports: [Icon, TranslocoDirective],
  template: `
    <p class="note attention" *transloco="let t">
      <rl-icon name="alert" />
      <strong>{{ t('people.glass.banner') }}</strong>
      <span role="timer">{{ t('people.glass.left', { hours: hours(), minutes: minutes() }) }}</span>
      <span class="muted">{{ t('people.glass.seen') }}</span>
    </p>
  `,
  styles: `
    p {
      align-items: center;
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-3);
      margin-block-end: var(--space-4);
    }
  `,
})
export class GlassBanner {
  /** When the glass closes again. */
  readonly until = input.required<string>();
  readonly over = output();
  private readonly now = signal(Date.now());
  private readonly left = computed(() => Math.max(0, Math.ceil((Date.parse(this.until()) - this.now()) / MINUTE)));
  protected readonly hours = computed(() => Math.floor(this.left() / 60));
  protected readonly minutes = computed(() => this.left() % 60);

  constructor() {
    const beat = setInterval(() => {
      this.now.set(Date.now());
      if (this.left() === 0) this.over.emit();
    }, BEAT);
    inject(DestroyRef).onDestroy(() => clearInterval(beat));
  }
}
