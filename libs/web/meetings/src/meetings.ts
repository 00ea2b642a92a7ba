import { inject, Service } from '@angular/core';
import type { AppointmentView, MeetingOfDay } from '@relais/api-client';
import { Formats, Language } from '@relais/web/kernel';
import { Dialogs, Toasts } from '@relais/web/ui';
import type { Reach } from './contact-note';
import { meetingWords } from './meeting-words';

/** Whom a meeting is with, as far as the dialogs must know. */
export type PersonMet = Reach & { readonly beneficiaryId: string; readonly name: string };

/** What a meeting begins from: a person, a moment, its length and what for, or nothing. */
export type MeetingBegun = {
  readonly person?: PersonMet;
  readonly startsAt?: string;
  readonly minutes?: number;
  readonly purpose?: string;
};

/** What the dialog of one meeting is told: what it begins from, and the meeting that is moved. */
export type MeetingAsked = { readonly begun: MeetingBegun; readonly moving?: AppointmentView };

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
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);

  /** Plans a meeting; resolves to it, or to nothing when one changed one's mind. */
  plan(begun: MeetingBegun): Promise<AppointmentView | undefined> {
    return this.ask('planned', { begun });
  }

  /** Gives a planned meeting another moment. */
  move(moving: AppointmentView): Promise<AppointmentView | undefined> {
    const { startsAt, minutes } = moving;
    return this.ask('moved', { begun: { person: moving, startsAt, minutes }, moving });
  }

  /** Says that somebody did not come or will not, and proposes another meeting. */
  async absent(meeting: MeetingMissed): Promise<boolean> {
    const [{ AbsenceDialog }] = await Promise.all([import('./absence-dialog'), this.words()]);
    return (await this.dialogs.open<boolean, MeetingMissed>(AbsenceDialog, { data: meeting, wide: true })) === true;
  }

  private async ask(done: 'planned' | 'moved', data: MeetingAsked): Promise<AppointmentView | undefined> {
    const [{ MeetingDialog }] = await Promise.all([import('./meeting-dialog'), this.words()]);
    const meeting = await this.dialogs.open<AppointmentView, MeetingAsked>(MeetingDialog, { data, wide: true });
    if (meeting) this.toasts.say(this.language.say(`meetings.${done}`, { when: this.formats.moment(meeting.startsAt) }));
    return meeting;
  }

  private words(): Promise<unknown> {
    return this.language.need('meetings', meetingWords);
  }
}
