import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { afterRenderEffect, Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AppointmentView, SlotView } from '@relais/api-client';
import { Formats, instantOfLocal, Language, localOf, marked, Refusals, Sending, Session } from '@relais/web/kernel';
import { CopyButton, DialogFrame, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { sameHourLater, type Verdict, VERDICTS } from './absence';
import { ClashNote } from './clash-note';
import { ContactNote } from './contact-note';
import { MeetingRights } from './meeting-rights';
import type { MeetingMissed } from './meetings';
import { SlotFinder } from './slot-finder';

/**
 * Somebody did not come: what happened, another meeting proposed at the same hour, and the words to send. Two keys when all is as
 * proposed. The words name neither the person nor the service: a message may be read by others.
 */
@Component({
  selector: 'rl-absence-dialog',
  imports: [ClashNote, ContactNote, CopyButton, DialogFrame, ProblemState, SlotFinder, TranslocoDirective],
  templateUrl: './absence-dialog.html',
})
export class AbsenceDialog {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly language = inject(Language);
  private readonly refusals = inject(Refusals);
  private readonly rights = inject(MeetingRights);
  private readonly once = crypto.randomUUID();
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly meeting = inject<MeetingMissed>(DIALOG_DATA);

  /** Nobody is absent before the hour has come. */
  protected readonly verdicts = VERDICTS.filter((verdict) => this.rights.may(verdict, this.meeting));
  protected readonly verdict = signal<Verdict>(this.verdicts[0] ?? 'excuse');
  protected readonly when = signal(sameHourLater(this.meeting.startsAt, this.session.today(), this.session.timeZone()));
  protected readonly sending = new Sending();
  protected readonly sentence = computed(() => this.refusals.sentence(this.sending.problem()));
  private readonly settled = signal(false);
  private readonly note = viewChild(ClashNote);
  private readonly outcome = viewChild<ElementRef<HTMLElement>>('outcome');
  protected readonly finder = viewChild(SlotFinder);
  protected readonly withPostId = signal<string | null>(null);
  protected readonly startsAt = computed(() => instantOfLocal(this.when(), this.session.timeZone()));
  /** The meeting that was planned; nothing while one still decides. */
  protected readonly done = signal<{ readonly next: string | null } | undefined>(undefined);
  protected readonly message = computed(() => {
    const next = this.done()?.next;
    const me = `${this.session.account()?.givenName ?? ''} ${this.session.account()?.familyName ?? ''}`.trim();
    const at = next ? this.language.say('meetings.absence.at', { day: this.formats.longDay(next), hour: this.formats.time(next) }) : '';
    return this.language.say(`meetings.absence.text.${next ? 'again' : 'call'}`, { at, me });
  });

  constructor() {
    // The button that was pressed is gone: what became of it takes the focus.
    afterRenderEffect(() => this.outcome()?.nativeElement.focus());
  }

  protected async settle(): Promise<void> {
    await this.sending.run(async () => {
      // A second try after a failure only makes up for what is missing.
      if (!this.settled())
        await firstValueFrom(this.http.post(`/api/appointments/${this.meeting.appointmentId}/${this.verdict().replace('_', '-')}`, {}));
      this.settled.set(true);
      this.done.set({ next: await this.rebook() });
    });
  }

  protected take(slot: SlotView): void {
    this.when.set(localOf(slot.startsAt, this.session.timeZone()));
    this.withPostId.set(slot.withPostId);
  }

  private async rebook(): Promise<string | null> {
    const startsAt = this.startsAt();
    if (!startsAt) return null;
    const withPostId = this.withPostId();
    const beside = this.note()?.clashing() ?? false;
    const { beneficiaryId, minutes, place, purpose } = this.meeting;
    const planned = this.http.post<AppointmentView>(
      '/api/appointments',
      { beneficiaryId, startsAt, minutes, place, purpose, beside, ...(withPostId && { withPostId }) },
      { context: marked({ once: this.once }) },
    );
    return (await firstValueFrom(planned)).startsAt;
  }
}
