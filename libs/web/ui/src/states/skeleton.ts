import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** Lines that hold the place of what is being read; they appear only when reading takes more than 200 ms. */
@Component({
  selector: 'rl-skeleton',
  imports: [TranslocoDirective],
  host: { 'aria-busy': 'true' },
  template: `
    @if (late()) {
      <span class="visually-hidden" role="status" *transloco="let t">{{ t('ui.loading') }}</span>
    }
    @for (width of widths(); track $index) {
      <span class="line" [class.late]="late()"><span class="shimmer" [style.inline-size.%]="width"></span></span>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .line {
      block-size: 2.75rem;
      display: flex;
      align-items: center;
      visibility: hidden;
    }
    .line.late {
      visibility: visible;
    }
  `,
})
export class Skeleton {
  readonly rows = input(4);
  protected readonly late = signal(false);
  protected readonly widths = computed(() => Array.from({ length: this.rows() }, (_row, index) => [82, 64, 73, 55][index % 4]));

  constructor() {
    const timer = setTimeout(() => this.late.set(true), 200);
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
