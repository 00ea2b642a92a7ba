import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type CivilDate, minuteOfDay } from '@relais/domain';
import { Formats, Session, Shortcuts, TimePipe } from '@relais/web/kernel';
import { RouterLink } from '@angular/router';
import { EmptyState, type Letter, ListItem, ListKeys } from '@relais/web/ui';
import type { Entry } from './entries';
import type { GridKey } from './agenda-grid';
import { MeetingActs } from './meeting-acts';

/** The agenda as a list by day: what a phone shows, and whoever reads line by line. Enter opens, letters act as in the grid. */
@Component({
  selector: 'rl-agenda-list',
  imports: [EmptyState, ListItem, ListKeys, RouterLink, TimePipe, TranslocoDirective],
  templateUrl: './agenda-list.html',
  styles: `
    li {
      align-items: start;
      gap: var(--space-3);
      padding-block: var(--space-2);
    }
    .name {
      color: var(--ink);
      font-weight: 650;
      text-align: start;
    }
    .hour {
      min-inline-size: 3.5rem;
    }
    .acts {
      flex-wrap: wrap;
      justify-content: flex-end;
    }
    h2 {
      margin-block-start: var(--space-4);
    }
    @media (width < 40rem) {
      li {
        flex-wrap: wrap;
      }
      .acts {
        inline-size: 100%;
        justify-content: flex-start;
        padding-inline-start: 4.25rem;
      }
    }
  `,
})
export class AgendaList {
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly acts = inject(MeetingActs);
  protected readonly lettersOff = inject(Shortcuts).lettersOff;

  readonly days = input.required<readonly CivilDate[]>();
  readonly entries = input.required<readonly Entry[]>();
  readonly pressed = output<GridKey>();

  protected readonly lines = computed(() => this.entries().filter(({ meeting, session }) => meeting ?? session));
  protected readonly groups = computed(() =>
    this.days()
      .map((day) => ({
        day,
        name: this.formats.longDay(minuteOfDay(day, 720, this.session.timeZone())),
        lines: this.lines().filter((entry) => entry.day === day),
      }))
      .filter(({ lines }) => lines.length > 0),
  );

  protected act(key: string, entry: Entry | undefined): void {
    if (entry) this.pressed.emit({ key, startsAt: entry.startsAt, entry });
  }

  protected letter({ key, index }: Letter): void {
    if (/^[aemp]$/.test(key)) this.act(key, this.lines()[index]);
  }
}
