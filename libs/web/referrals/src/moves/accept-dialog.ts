import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AgendaPage, ColleagueList } from '@relais/api-client';
import { plusDays } from '@relais/domain';
import { Formats, instantOfLocal, localOf, RegionCalendar, Session } from '@relais/web/kernel';
import { DialogFrame, Field } from '@relais/web/ui';
import { nearSlots } from './near-slots';

/** Whom an acceptance is about, and the unit that receives. */
export type AcceptAsked = { readonly name: string; readonly unitId: string };

const MINUTES = 45;

/** Accepting names who answers for the person, and may give the first meeting at once. */
@Component({
  selector: 'rl-accept-dialog',
  imports: [DialogFrame, Field, TranslocoDirective],
  templateUrl: './accept-dialog.html',
})
export class AcceptDialog {
  protected readonly ref = inject<DialogRef<object>>(DialogRef);
  protected readonly given = inject<AcceptAsked>(DIALOG_DATA);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly calendar = inject(RegionCalendar);
  private readonly zone = this.session.timeZone();
  private readonly today = this.session.today();
  protected readonly me = this.session.post()?.id ?? '';
  private readonly team = httpResource<ColleagueList>(() => `/api/units/${this.given.unitId}/posts`);
  private readonly agenda = httpResource<AgendaPage>(() => `/api/appointments?from=${this.today}&to=${plusDays(this.today, 14)}`);

  /** The least loaded first; myself stays the first answer. */
  protected readonly colleagues = computed(() =>
    (this.team.hasValue() ? this.team.value().items : []).toSorted((left, right) => left.files - right.files),
  );
  protected readonly lightest = computed(() => this.colleagues()[0]);
  protected readonly accountable = linkedSignal(() =>
    this.colleagues().some(({ id }) => id === this.me) ? this.me : (this.lightest()?.id ?? ''),
  );
  protected readonly startsAt = signal('');
  protected readonly place = signal('');
  protected readonly slots = computed(() => {
    const planned = this.agenda.hasValue() ? this.agenda.value().items : [];
    const taken = new Set(planned.filter(({ status }) => status === 'planned').map(({ startsAt }) => localOf(startsAt, this.zone)));
    return nearSlots(this.today, this.calendar.days(), taken).map((slot) => ({ slot, words: this.wordsOf(slot) }));
  });

  protected answer(): void {
    if (!this.accountable()) return;
    const startsAt = instantOfLocal(this.startsAt(), this.zone);
    const place = this.place().trim();
    this.ref.close({
      accountablePostId: this.accountable(),
      ...(startsAt && { appointment: { startsAt, minutes: MINUTES, ...(place && { place }) } }),
    });
  }

  private wordsOf(slot: string): string {
    const instant = instantOfLocal(slot, this.zone) ?? '';
    return `${this.formats.longDay(instant)}, ${this.formats.time(instant)}`;
  }
}
