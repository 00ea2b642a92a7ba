import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DatedLine } from '@relais/api-client';
import { AgoPipe, DatePipe, DayPipe, Language, MomentPipe } from '@relais/web/kernel';
import { Icon } from '@relais/web/ui';

/**
 * One date: what is due, until when, who answers, what settles it, and why this date. Content marked `heading` takes the place of its
 * heading; what can be done stands beside it.
 */
@Component({
  selector: 'rl-dated-line',
  imports: [AgoPipe, DatePipe, DayPipe, Icon, MomentPipe, TranslocoDirective],
  templateUrl: './dated-line-row.html',
  styles: `
    :host {
      display: block;
      padding-block: var(--space-3);
    }
    p {
      margin: 0;
    }
    .head {
      align-items: flex-start;
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
    }
    .when {
      color: var(--muted);
      font-weight: 600;
      min-inline-size: 7rem;
    }
    .when.late {
      color: var(--danger);
    }
    .grow {
      display: flex;
      flex: 1 1 16rem;
      flex-direction: column;
      gap: var(--space-1);
      min-inline-size: 0;
    }
    .title {
      align-items: baseline;
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
    }
    .label {
      font-weight: 600;
    }
    summary {
      color: var(--primary);
      cursor: pointer;
      inline-size: fit-content;
    }
  `,
})
export class DatedLineRow {
  private readonly language = inject(Language);
  readonly line = input.required<DatedLine>();
  /** Whether the name of the person heads the line, as in lists over several people. */
  readonly named = input(false);
  protected readonly heading = computed(() =>
    this.named() ? (this.line().name ?? this.language.say('clocks.someone')) : this.language.say(`clocks.kind.${this.line().kind}`),
  );
}
