import { Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { instantAt, millisOf, plusDays, toCivilDate, toInstant } from '@relais/domain';
import { instantOfLocal, localOf, Session } from '@relais/web/kernel';

/** Days from this meeting to the next, as people say them: a week, two, a month (four weeks: the same day of the week). */
const LATER = [7, 14, 28] as const;
const HALF_HOUR = 1_800_000;

/** The next meeting with the person: a day and an hour in the region's time zone, or the same hour in a week, in two, in four. */
@Component({
  selector: 'rl-next-meeting',
  imports: [TranslocoDirective],
  template: `
    <fieldset *transloco="let t">
      <legend>{{ t('interviews.next_meeting') }}</legend>
      <label class="visually-hidden" for="next-meeting">{{ t('interviews.next_meeting_at') }}</label>
      <input #field id="next-meeting" type="datetime-local" step="300" [value]="local()" (change)="set(field.value)" />
      <div class="cluster later">
        @for (days of later; track days) {
          <button type="button" class="chip" [attr.aria-pressed]="at() === inDays(days)" (click)="atChange.emit(inDays(days))">
            {{ t('interviews.next_meeting_in', { count: days / 7 }) }}
          </button>
        }
        @if (at()) {
          <button type="button" class="chip" (click)="atChange.emit(null)">{{ t('interviews.next_meeting_none') }}</button>
        }
      </div>
    </fieldset>
  `,
  styles: `
    fieldset {
      border: 0;
      margin: 0;
      padding: 0;
    }
    legend {
      font-weight: 600;
      margin-block-end: var(--space-2);
      padding: 0;
    }
    .later {
      gap: var(--space-2);
      margin-block-start: var(--space-2);
    }
  `,
})
export class NextMeeting {
  private readonly session = inject(Session);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  readonly at = input.required<string | null>();
  /** When this meeting began. */
  readonly from = input.required<string>();
  readonly atChange = output<string | null>();
  protected readonly later = LATER;
  protected readonly local = computed(() => localOf(this.at(), this.session.timeZone()));

  /** Puts the caret on the day. */
  focus(): void {
    this.field().nativeElement.focus();
  }

  protected set(local: string): void {
    this.atChange.emit(instantOfLocal(local, this.session.timeZone()));
  }

  /** The same hour some days later, to the half hour: the hour stays when the clocks change in between. */
  protected inDays(days: number): string | null {
    const zone = this.session.timeZone();
    const half = instantAt(Math.floor(millisOf(toInstant(this.from())) / HALF_HOUR) * HALF_HOUR);
    const [day = '', hour = ''] = localOf(half, zone).split('T');
    return instantOfLocal(`${plusDays(toCivilDate(day), days)}T${hour}`, zone);
  }
}
