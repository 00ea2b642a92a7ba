import { inject, Service } from '@angular/core';
import type { AppointmentView, MeetingOfDay } from '@relais/api-client';
import { Language } from '@relais/web/kernel';
import { Dialogs } from '@relais/web/ui';
import { meetingWords } from './meeting-words';

/** Whom a meeting is with, as far as the dialogs must know. */
export type PersonMet = {
  readonly beneficiaryId: string;
  readonly name: string;
  readonly unsafeToContact?: boolean;
  readonly contactRule?: string | null;
};

/** What a meeting begins from: a person, a moment, or nothing. `referralId` when it serves one. */
export type MeetingBegun = { readonly person?: PersonMet; readonly startsAt?: string; readonly referralId?: string };

/** What the absence dialog is told. */
export type MeetingMissed = Pick<
  MeetingOfDay,
  'appointmentId' | 'beneficiaryId' | 'name' | 'operatorId' | 'status' | 'startsAt' | 'minutes' | 'place' | 'purpose'
> & {
  readonly context: Pick<MeetingOfDay['context'], 'unsafeToContact' | 'contactRule'>;
};

/** Planning, moving and settling meetings, from wherever one stands; the dialogs and their words arrive when they are asked for. */
@Service()
export class Meetings {
  private readonly dialogs = inject(Dialogs);
  private readonly language = inject(Language);

  /** Plans a meeting; resolves to it, or to nothing when one changed one's mind. */
  async plan(begun: MeetingBegun): Promise<AppointmentView | undefined> {
    const [{ MeetingDialog }] = await Promise.all([import('./meeting-dialog'), this.words()]);
    return this.dialogs.open<AppointmentView, { begun: MeetingBegun }>(MeetingDialog, { data: { begun }, wide: true });
  }

  /** Gives a planned meeting another moment. */
  async move(meeting: AppointmentView): Promise<AppointmentView | undefined> {
    const [{ MeetingDialog }] = await Promise.all([import('./meeting-dialog'), this.words()]);
    return this.dialogs.open<AppointmentView, { begun: MeetingBegun; moving: AppointmentView }>(MeetingDialog, {
      data: { begun: { person: meeting, startsAt: meeting.startsAt }, moving: meeting },
      wide: true,
    });
  }

  /** Says that somebody did not come or will not, and proposes another meeting. */
  async absent(meeting: MeetingMissed): Promise<boolean> {
    const [{ AbsenceDialog }] = await Promise.all([import('./absence-dialog'), this.words()]);
    return (await this.dialogs.open<boolean, MeetingMissed>(AbsenceDialog, { data: meeting, wide: true })) === true;
  }

  private words(): Promise<unknown> {
    return this.language.need('meetings', meetingWords);
  }
}
