import { Component, computed, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FlowView } from '@relais/api-client';
import { type DrawnNode, layOut } from './flow-layout';

const WIDTH = 960;
const MARGIN = 190;
const ROW = 46;

/** Who sends to whom, and what became of it. One stop of the keyboard; the arrows go from stream to stream and say its number. */
@Component({
  selector: 'rl-flow-chart',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <div
        class="chart"
        role="application"
        tabindex="0"
        [attr.aria-label]="t('figures.flow.label')"
        aria-describedby="flow-said"
        (keydown.arrowdown)="go(1, $event)"
        (keydown.arrowright)="go(1, $event)"
        (keydown.arrowup)="go(-1, $event)"
        (keydown.arrowleft)="go(-1, $event)"
        (keydown.escape)="at.set(-1)"
      >
        <svg [attr.viewBox]="'0 0 ' + width + ' ' + height()" aria-hidden="true" focusable="false">
          @for (link of drawn().links; track $index) {
            <path
              [attr.class]="'stream tone-' + link.tone"
              [class.quiet]="at() >= 0 && at() !== $index"
              [attr.d]="link.path"
              [attr.stroke-width]="link.width"
              (pointerenter)="at.set($index)"
              (pointerleave)="at.set(-1)"
            />
          }
          @for (node of drawn().nodes; track node.id) {
            <rect [attr.x]="node.x" [attr.y]="node.y" width="10" [attr.height]="heightOf(node)" rx="3" />
            <text
              [attr.x]="node.column === 0 ? node.x - 8 : node.x + 18"
              [attr.y]="node.y + heightOf(node) / 2"
              [class.start]="node.column === 0"
            >
              {{ short(nameOf(node, t)) }}
              <tspan class="count">{{ node.value }}</tspan>
            </text>
          }
        </svg>
      </div>
      <p id="flow-said" class="small muted" role="status">
        @if (drawn().links[at()]; as link) {
          {{ t('figures.flow.stream', { from: nameOf(link.from, t), to: nameOf(link.to, t), count: link.value }) }}
        } @else {
          {{ t('figures.flow.hint') }}
        }
      </p>
    </ng-container>
  `,
  styleUrl: './flow-chart.css',
})
export class FlowChart {
  readonly flow = input.required<FlowView>();
  /** Names of operators by key; without a name they keep it to themselves. */
  readonly names = input.required<ReadonlyMap<string, string>>();

  protected readonly width = WIDTH;
  protected readonly at = signal(-1);
  protected readonly height = computed(() => Math.max(260, ROW * Math.max(this.flow().senders.length, this.flow().receivers.length)));
  protected readonly drawn = computed(() => layOut(this.flow(), WIDTH, this.height(), MARGIN));

  protected nameOf({ column, key }: Pick<DrawnNode, 'column' | 'key'>, t: (words: string) => string): string {
    return column === 2 ? t(`figures.standing.${key}`) : (this.names().get(key) ?? t('figures.other'));
  }

  protected heightOf({ height }: DrawnNode): number {
    return Math.max(2, height);
  }

  protected short(name: string): string {
    return name.length > 24 ? `${name.slice(0, 23)}…` : name;
  }

  protected go(step: number, event: Event): void {
    event.preventDefault();
    const count = this.drawn().links.length;
    if (count > 0) this.at.update((at) => (at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count));
  }
}
