import { Component, computed, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FlowView } from '@relais/api-client';
import { EmptyState } from '@relais/web/ui';
import { type DrawnNode, layOut } from './flow-layout';

const WIDTH = 960;
const MARGIN = 190;
const ROW = 46;
const NONE = -1;

/** Who sends to whom, and what became of it. One stop of the keyboard; the arrows go from stream to stream and say its number. */
@Component({
  selector: 'rl-flow-chart',
  imports: [EmptyState, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (drawn().links.length > 0) {
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
          (keydown.escape)="leave()"
        >
          <svg [attr.viewBox]="'0 0 ' + width + ' ' + height()" aria-hidden="true" focusable="false">
            @for (link of drawn().links; track $index) {
              <path
                [attr.class]="'stream tone-' + link.tone"
                [class.quiet]="at() >= 0 && at() !== $index"
                [attr.d]="link.path"
                [attr.stroke-width]="link.width"
                (pointerenter)="pointed.set($index)"
                (pointerleave)="pointed.set(none)"
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
      } @else {
        <rl-empty [title]="t('figures.flow.none')">{{
          t(flow().pairs.length === 0 ? 'figures.flow.none_sent' : 'figures.flow.too_small')
        }}</rl-empty>
      }
    </ng-container>
  `,
  styleUrl: './flow-chart.css',
})
export class FlowChart {
  readonly flow = input.required<FlowView>();
  /** Names of operators by key; without a name they keep it to themselves. */
  readonly names = input.required<ReadonlyMap<string, string>>();

  protected readonly width = WIDTH;
  protected readonly none = NONE;
  /** The stream under the pointer, and the one the arrows have reached: a page that scrolls under a resting mouse does not take the latter away. */
  protected readonly pointed = signal(NONE);
  private readonly walked = signal(NONE);
  protected readonly at = computed(() => (this.pointed() === NONE ? this.walked() : this.pointed()));
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
    const from = this.at() === NONE && step < 0 ? 0 : this.at();
    this.leave();
    this.walked.set((from + step + count) % count);
  }

  protected leave(): void {
    this.pointed.set(NONE);
    this.walked.set(NONE);
  }
}
