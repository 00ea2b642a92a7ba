import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AppointmentView } from '@relais/api-client';
import { MomentPipe, Session } from '@relais/web/kernel';
import { DialogFrame } from '@relais/web/ui';

/** What one may do with a meeting, from its card. */
export const MEETING_ACTS = ['interview', 'honour', 'absent', 'move', 'cancel', 'file'] as const;

/** One of them. */
export type MeetingAct = (typeof MEETING_ACTS)[number];

/** A meeting, and what the acting post may do with it now. */
export type MeetingShown = { readonly meeting: AppointmentView; readonly acts: readonly MeetingAct[] };

/** One meeting: its facts, and everything one may do with it. */
@Component({
  selector: 'rl-meeting-card',
  imports: [DialogFrame, MomentPipe, TranslocoDirective],
  template: `
    <rl-dialog *transloco="let t" [title]="meeting.name">
      <div class="stack">
        @if (meeting.unsafeToContact || meeting.contactRule) {
          <p class="note attention">
            <strong>{{ t(meeting.unsafeToContact ? 'agenda.unsafe' : 'agenda.rule') }}</strong>&ngsp;<span>{{ meeting.contactRule }}</span>
          </p>
        }
        <dl class="facts">
          <div>
            <dt>{{ t('agenda.fact.when') }}</dt>
            <dd>{{ meeting.startsAt | rlMoment }} · {{ t('agenda.minutes', { count: meeting.minutes }) }}</dd>
          </div>
          @if (meeting.place) {
            <div>
              <dt>{{ t('agenda.fact.place') }}</dt>
              <dd>{{ meeting.place }}</dd>
            </div>
          }
          @if (meeting.purpose) {
            <div>
              <dt>{{ t('agenda.fact.purpose') }}</dt>
              <dd>{{ meeting.purpose }}</dd>
            </div>
          }
          @if (other) {
            <div>
              <dt>{{ t('agenda.fact.with') }}</dt>
              <dd>{{ other }}</dd>
            </div>
          }
          <div>
            <dt>{{ t('agenda.fact.status') }}</dt>
            <dd>{{ t('agenda.status.' + meeting.status) }}</dd>
          </div>
        </dl>
        <div class="cluster">
          @for (act of acts; track act) {
            <button type="button" [class.primary]="$first" [attr.cdkFocusInitial]="$first ? '' : null" (click)="ref.close(act)">
              {{ t('agenda.act.' + (act === 'interview' && meeting.interviewId ? 'resume' : act)) }}
            </button>
          }
        </div>
      </div>
    </rl-dialog>
  `,
})
export class MeetingCard {
  protected readonly ref = inject<DialogRef<MeetingAct>>(DialogRef);
  private readonly shown = inject<MeetingShown>(DIALOG_DATA);
  private readonly me = inject(Session).post()?.id;

  protected readonly meeting = this.shown.meeting;
  protected readonly acts = this.shown.acts;
  protected readonly other = this.meeting.postId === this.me ? this.meeting.withName : this.meeting.hostName;
}
