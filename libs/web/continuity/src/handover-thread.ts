import { Component, computed, input } from '@angular/core';
import type { HandoverView } from '@relais/api-client';
import { hasHandedOver } from '@relais/domain';

/** The thread of a handover: two strands that overlap while both may act. The words beside it say what it shows. */
@Component({
  selector: 'rl-handover-thread',
  template: `
    <p class="giver small">{{ from() }}</p>
    <svg viewBox="0 0 300 36" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path class="from" [attr.d]="'M4 10H' + givesUntil()" />
      @if (reads()) {
        <path class="from thin" d="M210 10H296" />
      }
      @if (broken()) {
        <path class="to ahead" d="M104 26H180" />
      } @else {
        <path class="to" [class.ahead]="!begun()" [attr.d]="over() ? 'M104 26H296' : 'M104 26H200'" />
        @if (!over()) {
          <path class="to ahead" d="M204 26H296" />
        }
      }
    </svg>
    <p class="taker small">{{ to() }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .taker {
      margin-inline-start: 33%;
    }
    svg {
      block-size: 2.25rem;
      display: block;
      inline-size: 100%;
    }
    path {
      fill: none;
      stroke-linecap: round;
      stroke-width: 5;
      vector-effect: non-scaling-stroke;
    }
    .from {
      stroke: var(--tone-3);
    }
    .from.thin {
      stroke-dasharray: 1 6;
      stroke-width: 3;
    }
    .to {
      stroke: var(--primary);
      stroke-dasharray: 12 7;
    }
    .to.ahead {
      stroke: var(--line-strong);
      stroke-dasharray: 1 6;
      stroke-width: 3;
    }
    @media (forced-colors: active) {
      path {
        stroke: CanvasText;
      }
    }
  `,
})
export class HandoverThread {
  readonly handover = input.required<HandoverView>();
  readonly from = input.required<string>();
  readonly to = input.required<string>();

  protected readonly over = computed(() => hasHandedOver(this.handover()));
  protected readonly begun = computed(() => this.over() || this.handover().status === 'overlap');
  protected readonly broken = computed(() => ['refused', 'lapsed', 'recalled'].includes(this.handover().status));
  /** The former lead reads and may add. */
  protected readonly reads = computed(() => ['effective', 'warm'].includes(this.handover().status));
  protected readonly givesUntil = computed(() => (this.broken() ? 296 : 200));
}
