import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AppointmentView, SlotView } from '@relais/api-client';
import { instantOfLocal, localOf, marked, type PersonFound, PersonPicker, Refusals, Session } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';
import { ClashNote } from './clash-note';
import type { MeetingBegun, PersonMet } from './meetings';
import { SlotFinder } from './slot-finder';

const LENGTHS = [15, 30, 45, 60, 90, 120] as const;

/** One meeting, planned or moved: with whom, three moments that suit, or any other; what stands there already is said before it is saved. */
@Component({
  selector: 'rl-meeting-dialog',
  imports: [ClashNote, DialogFrame, Field, PersonPicker, ProblemState, SlotFinder, TranslocoDirective],
  templateUrl: './meeting-dialog.html',
})
export class MeetingDialog {
  private readonly http = inject(HttpClient);
  private readonly zone = inject(Session).timeZone();
  private readonly refusals = inject(Refusals);
  private readonly once = crypto.randomUUID();
  private readonly given = inject<{ begun: MeetingBegun; moving?: AppointmentView }>(DIALOG_DATA);
  private readonly note = viewChild(ClashNote);
  protected readonly finder = viewChild(SlotFinder);
  protected readonly ref = inject<DialogRef<AppointmentView>>(DialogRef);

  protected readonly moving = this.given.moving;
  /** Whether the person was known before the dialog opened. */
  protected readonly known = this.given.begun.person !== undefined;
  protected readonly lengths = this.moving ? [...new Set([...LENGTHS, this.moving.minutes])].sort((one, other) => one - other) : LENGTHS;
  protected readonly person = signal<PersonMet | undefined>(this.given.begun.person);
  protected readonly when = signal(localOf(this.given.begun.startsAt, this.zone));
  protected readonly minutes = signal<number>(this.moving?.minutes ?? 45);
  protected readonly place = signal(this.moving?.place ?? '');
  protected readonly purpose = signal('');
  protected readonly withPostId = signal<string | null>(this.moving?.withPostId ?? null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<unknown>(undefined);
  protected readonly sentence = computed(() => this.refusals.sentence(this.problem()));
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
    if (this.busy() || !person || !this.complete()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const at = { startsAt: this.startsAt(), minutes: this.minutes(), place: this.place().trim(), beside: this.clashing() };
    const { referralId } = this.given.begun;
    const withPostId = this.withPostId();
    const body = this.moving
      ? at
      : {
          ...at,
          beneficiaryId: person.beneficiaryId,
          purpose: this.purpose().trim(),
          ...(withPostId && { withPostId }),
          ...(referralId && { referralId }),
        };
    const url = this.moving ? `/api/appointments/${this.moving.id}/move` : '/api/appointments';
    try {
      this.ref.close(await firstValueFrom(this.http.post<AppointmentView>(url, body, { context: marked({ once: this.once }) })));
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
