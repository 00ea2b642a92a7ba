import { Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { instantOfLocal, localOf, Session } from '@relais/web/kernel';

/** The next meeting with the person: a day and an hour in the region's time zone. */
@Component({
  selector: 'rl-next-meeting',
  imports: [TranslocoDirective],
  template: `
    <fieldset *transloco="let t">
      <legend>{{ t('interviews.next_meeting') }}</legend>
      <label class="visually-hidden" for="next-meeting">{{ t('interviews.next_meeting_at') }}</label>
      <input #field id="next-meeting" type="datetime-local" step="300" [value]="local()" (change)="set(field.value)" />
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
  `,
})
export class NextMeeting {
  private readonly session = inject(Session);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  readonly at = input.required<string | null>();
  readonly atChange = output<string | null>();
  protected readonly local = computed(() => localOf(this.at(), this.session.timeZone()));

  /** Puts the caret on the day. */
  focus(): void {
    this.field().nativeElement.focus();
  }

  protected set(local: string): void {
    this.atChange.emit(instantOfLocal(local, this.session.timeZone()));
  }
}
