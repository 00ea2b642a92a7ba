import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AppointmentView, SlotView } from '@relais/api-client';
import { instantOfLocal, localOf, marked, type PersonFound, PersonPicker, Refusals, Sending, Session } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { ClashNote } from './clash-note';
import { ContactNote } from './contact-note';
import type { MeetingAsked, PersonMet } from './meetings';
import { SlotFinder } from './slot-finder';

const LENGTHS = [15, 30, 45, 60, 90, 120] as const;
const MINUTES = 45;

/** One meeting, planned or moved: with whom, three moments that suit, or any other; what stands there already is said before it is saved. */
@Component({
  selector: 'rl-meeting-dialog',
  imports: [ClashNote, ContactNote, DialogFrame, Field, PersonPicker, ProblemState, SlotFinder, TranslocoDirective],
  templateUrl: './meeting-dialog.html',
})
export class MeetingDialog {
  private readonly http = inject(HttpClient);
  private readonly zone = inject(Session).timeZone();
  private readonly refusals = inject(Refusals);
  private readonly once = crypto.randomUUID();
  private readonly given = inject<MeetingAsked>(DIALOG_DATA);
  private readonly note = viewChild(ClashNote);
  protected readonly finder = viewChild(SlotFinder);
  protected readonly ref = inject<DialogRef<AppointmentView>>(DialogRef);

  protected readonly moving = this.given.moving;
  /** Whether the person was known before the dialog opened. */
  protected readonly known = this.given.begun.person !== undefined;
  protected readonly person = signal<PersonMet | undefined>(this.given.begun.person);
  protected readonly when = signal(localOf(this.given.begun.startsAt, this.zone));
  protected readonly minutes = signal<number>(this.given.begun.minutes ?? MINUTES);
  protected readonly lengths = [...new Set([...LENGTHS, this.minutes()])].sort((one, other) => one - other);
  protected readonly place = signal(this.moving?.place ?? '');
  protected readonly purpose = signal(this.given.begun.purpose ?? '');
  protected readonly withPostId = signal<string | null>(this.moving?.withPostId ?? null);
  protected readonly sending = new Sending();
  protected readonly sentence = computed(() => this.refusals.sentence(this.sending.problem()));
  /** As the file says now, whoever opened the dialog; what was known before until it is read. */
  protected readonly reach = computed(() => this.person() && (this.finder()?.reach() ?? this.person()));
  protected readonly startsAt = computed(() => instantOfLocal(this.when(), this.zone));
  protected readonly unchanged = computed(() => this.moving?.startsAt === this.startsAt() && this.moving?.minutes === this.minutes());
  protected readonly complete = computed(() => this.person() !== undefined && this.startsAt() !== null && !this.unchanged());
  protected readonly clashing = computed(() => this.note()?.clashing() ?? false);

  protected choose(found: PersonFound | undefined): void {
    this.person.set(found && { beneficiaryId: found.id, name: found.name });
  }

  protected take(slot: SlotView): void {
    this.when.set(localOf(slot.startsAt, this.zone));
    if (slot.place) this.place.set(slot.place);
    if (!this.moving) this.withPostId.set(slot.withPostId);
  }

  protected async save(): Promise<void> {
    const person = this.person();
    if (!person || !this.complete()) return;
    const at = { startsAt: this.startsAt(), minutes: this.minutes(), place: this.place().trim(), beside: this.clashing() };
    const withPostId = this.withPostId();
    const body = this.moving
      ? at
      : {
          ...at,
          beneficiaryId: person.beneficiaryId,
          purpose: this.purpose().trim(),
          ...(withPostId && { withPostId }),
        };
    const url = this.moving ? `/api/appointments/${this.moving.id}/move` : '/api/appointments';
    await this.sending.run(async () =>
      this.ref.close(await firstValueFrom(this.http.post<AppointmentView>(url, body, { context: marked({ once: this.once }) }))),
    );
  }
}
