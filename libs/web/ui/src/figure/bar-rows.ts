import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** A part of a bar: its share of the longest, its words, its tone from 1 to 8. `null` is not told, and takes no place. */
export type BarPart = { readonly value: number | null; readonly label: string; readonly tone: number };

/** One bar with what stands at its end. */
export type BarRow = { readonly label: string; readonly parts: readonly BarPart[]; readonly said: string; readonly strong?: boolean };

/** Horizontal bars on one scale; the words at the end say what the bar shows, so that colour never speaks alone. */
@Component({
  selector: 'rl-bar-rows',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (legend().length > 1) {
        <ul class="plain-list cluster legend" aria-hidden="true">
          @for (part of legend(); track part.label) {
            <li class="small"><span [class]="'swatch tone-' + part.tone"></span>{{ part.label }}</li>
          }
        </ul>
      }
      <ul class="plain-list bars">
        @for (row of rows(); track row.label) {
          <li [class.strong]="row.strong">
            <span class="name">{{ row.label }}</span>
            <span class="track" aria-hidden="true">
              @for (part of row.parts; track part.label) {
                @if (part.value) {
                  <span
                    [class]="'part tone-' + part.tone"
                    [style.inline-size.%]="share(part.value)"
                    [title]="t('ui.said_of', { of: part.label, what: part.value })"
                  ></span>
                }
              }
              @if (untold(row)) {
                <span class="part untold" [title]="t('ui.figure.notTold')"></span>
              }
            </span>
            <span class="said small">{{ row.said }}</span>
          </li>
        }
      </ul>
    </ng-container>
  `,
  styles: `
    .legend {
      margin-block-end: var(--space-3);
    }
    .legend li {
      align-items: center;
      display: inline-flex;
      gap: var(--space-2);
    }
    .bars {
      display: grid;
      gap: var(--space-2) var(--space-3);
      grid-template-columns: minmax(6rem, max-content) minmax(4rem, 1fr) minmax(3rem, max-content);
    }
    li {
      align-items: center;
    }
    .bars > li {
      display: grid;
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
    .strong {
      font-weight: 650;
    }
    .name {
      max-inline-size: 18rem;
      overflow-wrap: anywhere;
    }
    .track {
      block-size: 1.125rem;
      display: flex;
      gap: 2px;
    }
    .part {
      border-radius: 3px;
      min-inline-size: 3px;
    }
    .part.untold {
      border: 1px dashed var(--line-strong);
      inline-size: 1.5rem;
    }
    .swatch {
      block-size: 0.75rem;
      border-radius: 3px;
      inline-size: 1rem;
    }
    .tone-1 {
      background: var(--tone-1);
    }
    .tone-2 {
      background: repeating-linear-gradient(115deg, var(--tone-4) 0 7px, transparent 7px 9px);
    }
    .tone-3 {
      background: repeating-linear-gradient(90deg, var(--tone-3) 0 4px, transparent 4px 6px);
    }
    .tone-4 {
      background: repeating-linear-gradient(65deg, var(--tone-5) 0 4px, transparent 4px 6px);
    }
    .tone-5 {
      background: none;
      border: 2px solid var(--line-strong);
    }
    @media (width < 40rem) {
      .bars {
        grid-template-columns: minmax(0, 1fr) max-content;
      }
      .track {
        grid-column: 1 / -1;
        grid-row: 2;
      }
      .said {
        text-align: end;
      }
    }
    @media (forced-colors: active) {
      .part {
        border: 1px solid CanvasText;
      }
    }
  `,
})
export class BarRows {
  readonly rows = input.required<readonly BarRow[]>();

  private readonly longest = computed(() =>
    Math.max(1, ...this.rows().map(({ parts }) => parts.reduce((sum, { value }) => sum + (value ?? 0), 0))),
  );
  /** Each part once, in its first order. */
  protected readonly legend = computed(() => {
    const parts = new Map<string, BarPart>();
    for (const part of this.rows().flatMap((row) => row.parts)) if (!parts.has(part.label)) parts.set(part.label, part);
    return [...parts.values()];
  });

  protected share(value: number): number {
    return (value / this.longest()) * 100;
  }

  protected untold(row: BarRow): boolean {
    return row.parts.some(({ value }) => value === null);
  }
}
