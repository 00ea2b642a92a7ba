import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** One step on the way; `broken` is where it stopped. */
export type ProgressStep = { readonly label: string; readonly state: 'done' | 'current' | 'ahead' | 'broken' };

const GAP = 22;
const EDGE = 9;

/** The thread, small: how far something has come from one side to the other. `handoff` names the steps between which both hold. */
@Component({
  selector: 'rl-progress-thread',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <svg [attr.viewBox]="'0 0 ' + width() + ' 24'" [style.inline-size.px]="width()" aria-hidden="true" focusable="false">
        <path class="giving" [class.far]="reached() < handoff()[0]" [attr.d]="giving()" />
        <path class="taking" [class.far]="reached() < handoff()[0]" [attr.d]="taking()" />
        @for (step of steps(); track $index) {
          @if (step.state === 'broken') {
            <path class="broken" [attr.d]="'M' + (x($index) - 4) + ' 8l8 8m0-8l-8 8'" />
          } @else {
            <circle [attr.class]="step.state" [attr.cx]="x($index)" cy="12" [attr.r]="step.state === 'current' ? 5.5 : 3.5" />
          }
        }
      </svg>
      <span class="label">{{ label() }}</span>
      @if (detailed()) {
        <ol class="visually-hidden">
          @for (step of steps(); track $index) {
            <li>{{ step.label }} ({{ t('ui.progress.' + step.state) }})</li>
          }
        </ol>
      }
    </ng-container>
  `,
  styles: `
    :host {
      align-items: center;
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2);
    }
    svg {
      block-size: 1.5rem;
      flex: none;
      overflow: visible;
    }
    path {
      fill: none;
      stroke-linecap: round;
      stroke-width: 3.5;
    }
    .giving {
      stroke: var(--tone-3);
    }
    .taking {
      stroke: var(--primary);
    }
    .taking.far {
      stroke: var(--line-strong);
      stroke-dasharray: 1 6;
      stroke-width: 2;
    }
    circle {
      fill: var(--surface);
      stroke: var(--line-strong);
      stroke-width: 2;
    }
    circle.done {
      fill: var(--ink);
      stroke: var(--surface);
    }
    circle.current {
      fill: var(--surface);
      stroke: var(--ink);
      stroke-width: 3;
    }
    .broken {
      stroke: var(--danger);
      stroke-width: 3;
    }
    .label {
      font-size: var(--small);
    }
    @media (forced-colors: active) {
      path,
      circle {
        stroke: CanvasText;
      }
    }
  `,
})
export class ProgressThread {
  readonly steps = input.required<readonly ProgressStep[]>();
  /** The words that always stand beside it. */
  readonly label = input.required<string>();
  readonly handoff = input<readonly [number, number]>([0, 0]);
  /** Whether assistive technology hears each step; the label alone is enough in lists. */
  readonly detailed = input(false);

  protected readonly width = computed(() => 2 * EDGE + GAP * Math.max(1, this.steps().length - 1));
  /** Index of the step being lived, or of the last one done. */
  protected readonly reached = computed(() => this.steps().findLastIndex((step) => step.state !== 'ahead'));
  protected readonly giving = computed(() => {
    const [start, end] = this.handoff();
    return `M${this.x(0)} 12H${this.x(start)}q5 0 8-3.5H${this.x(end) - 4}`;
  });
  protected readonly taking = computed(() => {
    const [start, end] = this.handoff();
    return `M${this.x(start) + 6} 16H${this.x(end) - 8}q4-4 8-4H${this.x(this.steps().length - 1)}`;
  });

  protected x(index: number): number {
    return EDGE + GAP * index;
  }
}
