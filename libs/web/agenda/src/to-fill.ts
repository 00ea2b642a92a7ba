import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AppointmentView } from '@relais/api-client';
import { MomentPipe } from '@relais/web/kernel';
import type { MeetingAct } from './meeting-card';

/** Meetings that are over and of which nobody said what became of them: came, or not. */
@Component({
  selector: 'rl-to-fill',
  imports: [MomentPipe, TranslocoDirective],
  template: `
    <details class="note attention" *transloco="let t" [open]="meetings().length < 4">
      <summary>
        <strong>{{ t('agenda.to_fill.title', { count: meetings().length }) }}</strong>
      </summary>
      <ul class="plain-list">
        @for (meeting of meetings(); track meeting.id) {
          <li class="row apart">
            <span>
              {{ meeting.name }} <span class="muted small">{{ meeting.startsAt | rlMoment }}</span>
            </span>
            <span class="cluster">
              <button
                type="button"
                class="small"
                [attr.aria-label]="t('agenda.to_fill.came_of', { name: meeting.name })"
                (click)="said.emit({ act: 'honour', meeting })"
              >
                {{ t('agenda.to_fill.came') }}
              </button>
              <button
                type="button"
                class="small"
                [attr.aria-label]="t('agenda.absent_of', { name: meeting.name })"
                (click)="said.emit({ act: 'absent', meeting })"
              >
                {{ t('agenda.act.absent') }}
              </button>
              <button
                type="button"
                class="small quiet"
                [attr.aria-label]="t('agenda.begin_with', { name: meeting.name })"
                (click)="said.emit({ act: 'interview', meeting })"
              >
                {{ t('agenda.act.interview') }}
              </button>
            </span>
          </li>
        }
      </ul>
    </details>
  `,
  styles: `
    li {
      flex-wrap: wrap;
      padding-block: var(--space-1);
    }
    summary {
      cursor: pointer;
    }
  `,
})
export class ToFill {
  readonly meetings = input.required<readonly AppointmentView[]>();
  readonly said = output<{ readonly act: MeetingAct; readonly meeting: AppointmentView }>();
}
