import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AvailabilityView, AvailabilityWindow } from '@relais/api-client';
import { Refusals, Sending, Session } from '@relais/web/kernel';
import { DialogFrame, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

type Half = { readonly weekday: number; readonly on: boolean; readonly from: string; readonly to: string; readonly place: string };

const WEEK = [1, 2, 3, 4, 5] as const;
/** Quarters of an hour from seven to twenty. */
const HOURS: readonly string[] = Array.from({ length: 53 }, (_, index) => hourOf(420 + index * 15));
const HALVES = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:00' },
] as const;

/** The week at which one meets people, said in half a minute: two half days a day, each with its hours and its place. */
@Component({
  selector: 'rl-hours-dialog',
  imports: [DialogFrame, ProblemState, TranslocoDirective],
  templateUrl: './hours-dialog.html',
  styles: `
    td:first-of-type {
      inline-size: 2.5rem;
    }
    select {
      inline-size: 8.5rem;
    }
    @media (width < 40rem) {
      table,
      tbody,
      tr,
      td,
      th {
        display: block;
      }
      thead {
        display: none;
      }
      tr {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
      }
      tr th {
        inline-size: 100%;
      }
      td {
        padding-inline: 0 var(--space-2);
      }
      td:last-child {
        inline-size: 100%;
      }
      select {
        inline-size: 7rem;
        padding-inline: var(--space-2);
      }
    }
  `,
})
export class HoursDialog {
  private readonly http = inject(HttpClient);
  private readonly refusals = inject(Refusals);
  private readonly unit = inject(Session).post()?.unit ?? '';
  private readonly known = inject<AvailabilityView | undefined>(DIALOG_DATA, { optional: true });
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);

  protected readonly halves = signal<readonly Half[]>(WEEK.flatMap((weekday) => this.halvesOf(weekday)));
  /** Hours of the weekend or further periods, which this form does not show, are kept as they are. */
  private readonly others = this.known?.said ? this.known.windows.filter((window) => !this.shown(window)) : [];
  protected readonly place = signal(this.halves().find(({ place }) => place)?.place ?? this.unit);
  protected readonly sending = new Sending();
  protected readonly sentence = computed(() => this.refusals.sentence(this.sending.problem()));

  protected change(index: number, patch: Partial<Half>): void {
    this.halves.update((halves) => halves.map((half, at) => (at === index ? { ...half, ...patch } : half)));
  }

  protected async keep(): Promise<void> {
    const windows = [
      ...this.halves()
        .filter(({ on }) => on)
        .map(({ weekday, from, to, place }) => ({
          weekday,
          from: minutesOf(from),
          to: minutesOf(to),
          place: (place || this.place()).trim(),
        })),
      ...this.others,
    ];
    await this.sending.run(async () => {
      await firstValueFrom(this.http.put('/api/agenda/availability', { windows }));
      this.ref.close(true);
    });
  }

  /** The hours to choose from, with one that was said otherwise. */
  protected hoursWith(said: string): readonly string[] {
    return HOURS.includes(said) ? HOURS : [said, ...HOURS];
  }

  private halvesOf(weekday: number): Half[] {
    const said = this.known?.said ? this.known.windows.filter((window) => window.weekday === weekday) : undefined;
    return HALVES.map((half, index) => {
      const window = said?.filter((one) => (index === 0 ? one.from < 720 : one.from >= 720))[0];
      if (window) return { weekday, on: true, from: hourOf(window.from), to: hourOf(window.to), place: window.place };
      return { weekday, on: said === undefined, ...half, place: '' };
    });
  }

  private shown({ weekday, from }: AvailabilityWindow): boolean {
    return this.halves().some((half) => half.on && half.weekday === weekday && minutesOf(half.from) === from);
  }
}

function minutesOf(hour: string): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  return hours * 60 + minutes;
}

function hourOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
