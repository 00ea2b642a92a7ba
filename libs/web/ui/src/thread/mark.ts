import { Component, input } from '@angular/core';

/** The mark of the product: two strands that overlap, never end to end. `loose` leaves the gap that asks to be mended. */
@Component({
  selector: 'rl-mark',
  template: `
    <svg viewBox="0 0 40 24" aria-hidden="true" focusable="false" [class.loose]="loose()">
      @if (loose()) {
        <path class="one" d="M2 15c6 0 7-6 14-6" />
        <path class="two" d="M24 15c7 0 8-6 14-6" stroke-dasharray="5 4" />
      } @else {
        <path class="one" d="M2 16c9 0 9-8 18-8h7" />
        <path class="two" d="M13 16h7c9 0 9-8 18-8" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      font-size: 1.25rem;
    }
    svg {
      block-size: 1em;
      fill: none;
      inline-size: 1.667em;
      stroke-linecap: round;
      stroke-width: 4;
    }
    .one {
      stroke: var(--tone-3);
    }
    .two {
      stroke: var(--primary);
    }
  `,
})
export class Mark {
  readonly loose = input(false);
}
