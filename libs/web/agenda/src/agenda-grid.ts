import { afterRenderEffect, Component, computed, ElementRef, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AvailabilityWindow } from '@relais/api-client';
import { type CivilDate, minuteOfDay } from '@relais/domain';
import { Formats, Language, Session, Shortcuts, TimePipe } from '@relais/web/kernel';
import { type Entry, isOpen, ROW } from './entries';

type Cell = {
  readonly key: string;
  readonly day: CivilDate;
  readonly minute: number;
  readonly startsAt: string;
  readonly open: boolean;
  readonly entries: readonly Entry[];
  readonly label: string;
};

/** A key pressed on a half hour of the grid. */
export type GridKey = { readonly key: string; readonly startsAt: string; readonly entry: Entry | undefined };

const FIRST = 8 * 60;
const LAST = 19 * 60;

/**
 * A week or a day as a grid of half hours (WAI-ARIA grid): one half hour is reachable by Tab, arrows move, Enter opens what stands there
 * or plans a meeting, letters act on it. Each half hour says its day, its hour and what it holds.
 */
@Component({
  selector: 'rl-agenda-grid',
  imports: [TimePipe, TranslocoDirective],
  templateUrl: './agenda-grid.html',
  styleUrl: './agenda-grid.css',
})
export class AgendaGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly session = inject(Session);
  private readonly lettersOff = inject(Shortcuts).lettersOff;

  readonly days = input.required<readonly CivilDate[]>();
  readonly entries = input.required<readonly Entry[]>();
  readonly windows = input.required<readonly AvailabilityWindow[]>();
  readonly label = input.required<string>();
  readonly pressed = output<GridKey>();
  /** The period before or after is asked for. */
  readonly turned = output<-1 | 1>();

  protected readonly today = this.session.today();
  protected readonly rowMinutes = ROW;
  protected readonly rows = computed(() => {
    const zone = this.session.timeZone();
    const begins = this.entries().map(({ minute }) => minute);
    const ends = this.entries().map(({ minute, minutes }) => minute + minutes);
    const first = Math.floor(Math.min(FIRST, ...begins) / 60) * 60;
    const last = Math.min(Math.max(LAST, ...ends), 1440);
    return Array.from({ length: Math.ceil((last - first) / ROW) }, (_, index) => {
      const minute = first + index * ROW;
      const cells = this.days().map((day): Cell => {
        const startsAt = minuteOfDay(day, minute, zone);
        const entries = this.entries().filter((entry) => entry.day === day && entry.minute >= minute && entry.minute < minute + ROW);
        const open = isOpen(this.windows(), day, minute);
        return { key: `${day} ${minute}`, day, minute, startsAt, open, entries, label: this.labelOf(startsAt, entries, open) };
      });
      return { minute, cells };
    });
  });
  /** The half hour that Tab reaches: the first one that holds something, else nine o'clock. */
  protected readonly at = linkedSignal<readonly CivilDate[], string>({
    source: this.days,
    computation: (days, before) => {
      const day = days.includes(this.today) ? this.today : (days[0] ?? this.today);
      return before && days.some((one) => before.value.startsWith(one)) ? before.value : `${day} ${9 * 60}`;
    },
  });

  /** The period that a key turned away from: once the next one is drawn, the half hour that Tab reaches takes the focus. */
  private left: CivilDate | undefined;

  constructor() {
    afterRenderEffect(() => {
      const [first] = this.days();
      if (this.left === undefined || first === this.left) return;
      this.left = undefined;
      this.focus(untracked(this.at));
    });
  }

  protected dayName(day: CivilDate): string {
    return this.formats.longDay(minuteOfDay(day, 720, this.session.timeZone()));
  }

  protected titleOf({ meeting, session }: Entry): string {
    return meeting?.name ?? session?.title ?? this.language.say('agenda.taken');
  }

  protected hear(event: KeyboardEvent, row: number, column: number): void {
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    const cell = this.rows()[row]?.cells[column];
    if (!cell || event.ctrlKey || event.altKey || event.metaKey) return;
    if (step) this.go(row + (step[0] ?? 0), column + (step[1] ?? 0));
    else if (event.key === 'Home') this.go(row, 0);
    else if (event.key === 'End') this.go(row, this.days().length - 1);
    else if (event.key === 'PageUp') this.turn(-1);
    else if (event.key === 'PageDown') this.turn(1);
    else if (event.key === 'Enter' || (!this.lettersOff() && /^[aemp]$/i.test(event.key))) this.press(event.key.toLowerCase(), cell);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected click(event: MouseEvent, cell: Cell): void {
    const key = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-entry]')?.dataset['entry'] : undefined;
    this.at.set(cell.key);
    const entry = cell.entries.find((one) => one.key === key);
    this.pressed.emit({ key: 'enter', startsAt: cell.startsAt, entry });
  }

  private press(key: string, cell: Cell): void {
    this.pressed.emit({ key, startsAt: cell.startsAt, entry: cell.entries.find(({ meeting, session }) => meeting ?? session) });
  }

  private go(row: number, column: number): void {
    const key = this.rows()[row]?.cells[column]?.key;
    if (!key) return;
    this.at.set(key);
    this.focus(key);
  }

  private turn(step: -1 | 1): void {
    this.left = this.days()[0];
    this.turned.emit(step);
  }

  private focus(key: string): void {
    this.host.querySelector<HTMLElement>(`[data-cell="${key}"]`)?.focus();
  }

  private labelOf(startsAt: string, entries: readonly Entry[], open: boolean): string {
    const what = entries.map((entry) => {
      const facts = { title: this.titleOf(entry), at: this.formats.time(entry.startsAt), minutes: entry.minutes };
      const status =
        entry.meeting && entry.meeting.status !== 'planned' ? ` (${this.language.say(`agenda.status.${entry.meeting.status}`)})` : '';
      return `${this.language.say('agenda.cell.entry', facts)}${status}`;
    });
    const said = what.length > 0 ? what.join(' ; ') : this.language.say(open ? 'agenda.cell.free' : 'agenda.cell.closed');
    return `${this.formats.longDay(startsAt)}, ${this.formats.time(startsAt)}, ${said}`;
  }
}
