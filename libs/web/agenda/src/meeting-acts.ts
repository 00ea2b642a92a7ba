import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { AppointmentView } from '@relais/api-client';
import { Language } from '@relais/web/kernel';
import { MeetingRights, Meetings } from '@relais/web/meetings';
import { Dialogs, Toasts } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { MEETING_ACTS, type MeetingAct, MeetingCard, type MeetingShown } from './meeting-card';

/** Does with a meeting what its card, a row or a key asks; resolves to whether the agenda changed. */
@Injectable()
export class MeetingActs {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  private readonly meetings = inject(Meetings);
  private readonly rights = inject(MeetingRights);

  /** Shows the card, and does what is chosen there. */
  async open(meeting: AppointmentView): Promise<boolean> {
    const data = { meeting, acts: MEETING_ACTS.filter((act) => this.may(act, meeting)) };
    const act = await this.dialogs.open<MeetingAct, MeetingShown>(MeetingCard, { data });
    return act ? this.run(act, meeting) : false;
  }

  /** Whether the acting post may do it now: card, list, grid and letters ask here. */
  may(act: MeetingAct, meeting: AppointmentView): boolean {
    const { status, interviewId } = meeting;
    switch (act) {
      case 'file':
        return true;
      case 'interview':
        return interviewId !== null || (this.rights.holds(meeting) && (status === 'planned' || status === 'honoured'));
      case 'absent':
        return this.rights.may('excuse', meeting);
      default:
        return this.rights.may(act, meeting);
    }
  }

  async run(act: MeetingAct, meeting: AppointmentView): Promise<boolean> {
    switch (act) {
      case 'interview':
        await this.interview(meeting);
        return false;
      case 'file':
        await this.router.navigate(['/personnes', meeting.beneficiaryId]);
        return false;
      case 'honour':
        await firstValueFrom(this.http.post(`/api/appointments/${meeting.id}/honour`, {}));
        this.toasts.say(this.language.say('agenda.honoured', { name: meeting.name }));
        return true;
      case 'absent': {
        const { id: appointmentId, unsafeToContact, contactRule } = meeting;
        return this.meetings.absent({ ...meeting, appointmentId, context: { unsafeToContact, contactRule: contactRule ?? '' } });
      }
      case 'move':
        return (await this.meetings.move(meeting)) !== undefined;
      case 'cancel':
        return this.cancel(meeting);
    }
  }

  /** Plans a meeting at a moment, or wherever there is room. */
  async plan(startsAt?: string): Promise<boolean> {
    return (await this.meetings.plan(startsAt ? { startsAt } : {})) !== undefined;
  }

  private async interview({ id, beneficiaryId, interviewId }: AppointmentView): Promise<void> {
    if (interviewId) await this.router.navigate(['/entretiens', interviewId]);
    else await this.router.navigate(['/entretiens/nouveau'], { queryParams: { personne: beneficiaryId, 'rendez-vous': id } });
  }

  private async cancel(meeting: AppointmentView): Promise<boolean> {
    const sure = await this.dialogs.confirm({
      title: this.language.say('agenda.cancel.title', { name: meeting.name }),
      text: this.language.say('agenda.cancel.text'),
      confirm: this.language.say('agenda.cancel.confirm'),
      danger: true,
    });
    if (sure) await firstValueFrom(this.http.post(`/api/appointments/${meeting.id}/cancel`, {}));
    return sure;
  }
}
