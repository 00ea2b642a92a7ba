import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PackFileLine } from '@relais/api-client';
import { DatePipe, DayPipe, MomentPipe } from '@relais/web/kernel';

/** One file: who, why it comes first, what comes next, who takes it, what became of it, and what happened meanwhile. */
@Component({
  selector: 'rl-pack-file-row',
  imports: [DatePipe, DayPipe, MomentPipe, RouterLink, TranslocoDirective],
  template: `
    <div *transloco="let t" class="stack tight">
      <p class="cluster apart">
        <span class="cluster">
          @if (line().beneficiaryId; as id) {
            <a [routerLink]="['/personnes', id]"
              ><strong>{{ line().name }}</strong></a
            >
          } @else {
            <strong>{{ line().name ?? t('absences.files.nameless', { place: line().place + 1 }) }}</strong>
          }
          @for (reason of line().reasons; track reason) {
            <span
              class="badge"
              [class.danger]="reason === 'minor_without_solution'"
              [class.attention]="reason !== 'minor_without_solution'"
            >
              {{ t('absences.fragile.' + reason) }}
            </span>
          }
        </span>
        @if (told() && line().status !== 'waiting') {
          <span class="badge" [class.attention]="line().status === 'refused' || line().status === 'kept'">{{
            t('absences.became.' + line().status)
          }}</span>
        }
      </p>
      <p class="small muted">
        @if (to()) {
          {{ t('absences.files.to', { name: line().toName }) }} ·
        }
        {{ t('absences.files.moves', line()) }}
        @if (line().clashes > 0) {
          · <strong>{{ t('absences.clashes', { count: line().clashes }) }}</strong>
        }
      </p>
      @if (line().nextAction) {
        <p class="small">
          {{ line().nextAction }}
          @if (line().nextActionOn) {
            <span class="muted">({{ t('absences.files.due', { day: line().nextActionOn | rlDate }) }})</span>
          }
        </p>
      }
      @if (line().nextAppointmentAt) {
        <p class="small">{{ t('absences.files.meeting', { at: line().nextAppointmentAt | rlMoment }) }}</p>
      }
      @if (line().reason; as reason) {
        <p class="small">{{ t('absences.why.' + reason, { name: line().toName }) }}</p>
      }
      @if (line().stays.length > 0) {
        <ul class="small plain-list">
          @for (each of line().stays; track each) {
            <li>{{ t('absences.stays.' + each, { name: line().toName }) }}</li>
          }
        </ul>
      }
      @if (line().meanwhile.length > 0) {
        <p class="small">
          <span class="muted">{{ t('absences.meanwhile') }}</span>
          @for (each of line().meanwhile; track $index) {
            {{ t('absences.happened.' + each.kind) }} ({{ each.at | rlDay }}){{ $last ? '' : ', ' }}
          }
        </p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      padding-block: var(--space-3);
    }
    p {
      margin: 0;
    }
  `,
})
export class PackFileRow {
  readonly line = input.required<PackFileLine>();
  /** Several colleagues take: say which one. */
  readonly to = input(false);
  /** What became of it is said; whoever has it knows. */
  readonly told = input(true);
}
