import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ColleagueList, SlotView } from '@relais/api-client';
import { instantOfLocal, localOf, Refusals, Session } from '@relais/web/kernel';
import { SlotFinder } from '@relais/web/meetings';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';

/** Whom an acceptance is about, the unit that receives, and whether slots can be looked for. */
export type AcceptAsked = { readonly name: string; readonly unitId: string; readonly slots: boolean };

const MINUTES = 45;

/** Accepting names who answers for the person, and may give the first meeting at once. */
@Component({
  selector: 'rl-accept-dialog',
  imports: [DialogFrame, Field, ProblemState, SlotFinder, TranslocoDirective],
  templateUrl: './accept-dialog.html',
})
export class AcceptDialog {
  protected readonly ref = inject<DialogRef<object>>(DialogRef);
  protected readonly given = inject<AcceptAsked>(DIALOG_DATA);
  private readonly session = inject(Session);
  private readonly zone = this.session.timeZone();
  protected readonly me = this.session.post()?.id ?? '';
  protected readonly refusals = inject(Refusals);
  protected readonly team = httpResource<ColleagueList>(() => `/api/units/${this.given.unitId}/posts`);

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
  protected readonly long = MINUTES;
  protected readonly chosen = computed(() => instantOfLocal(this.startsAt(), this.zone));
  protected readonly finder = viewChild(SlotFinder);
  protected take({ startsAt, place }: SlotView): void {
    this.startsAt.set(localOf(startsAt, this.zone));
    if (place) this.place.set(place);
  }

  protected answer(): void {
    if (!this.accountable()) return;
    const startsAt = instantOfLocal(this.startsAt(), this.zone);
    const place = this.place().trim();
    this.ref.close({
      accountablePostId: this.accountable(),
      ...(startsAt && { appointment: { startsAt, minutes: MINUTES, ...(place && { place }) } }),
    });
  }
}
