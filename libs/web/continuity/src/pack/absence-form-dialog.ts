import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AbsenceView, CaseloadList } from '@relais/api-client';
import { ABSENCE_KINDS, type AbsenceKind, plusDays, REASONS_OF, toCivilDate } from '@relais/domain';
import { marked, Refusals, Sending, Session } from '@relais/web/kernel';
import { DialogFrame, Field, ProblemState } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** In which unit, and whether one may note somebody else's absence. */
export type AbsenceAsked = { readonly unitId: string; readonly leads: boolean };

const FORTNIGHT = 13;

/** Who is away, from when to when, and a reason that says nothing of health. */
@Component({
  selector: 'rl-absence-form-dialog',
  imports: [DialogFrame, Field, ProblemState, TranslocoDirective],
  templateUrl: './absence-form-dialog.html',
})
export class AbsenceFormDialog {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly once = crypto.randomUUID();
  protected readonly refusals = inject(Refusals);
  protected readonly ref = inject<DialogRef<AbsenceView>>(DialogRef);
  protected readonly asked = inject<AbsenceAsked>(DIALOG_DATA);
  protected readonly kinds = ABSENCE_KINDS;
  protected readonly colleagues = httpResource<CaseloadList>(() =>
    this.asked.leads ? `/api/units/${this.asked.unitId}/caseloads` : undefined,
  );
  protected readonly me = this.session.post()?.id ?? '';
  /** An administrator has no files: somebody of the unit is meant. */
  protected readonly mine = this.session.may('beneficiary.list');
  protected readonly postId = signal(this.mine ? this.me : '');
  protected readonly kind = signal<AbsenceKind>('absence');
  protected readonly reasons = computed(() => REASONS_OF[this.kind()]);
  protected readonly reason = linkedSignal<string>(() => this.reasons()[0]);
  protected readonly from = signal<string>(plusDays(this.session.today(), 1));
  protected readonly until = linkedSignal<string>(() => (this.from() ? plusDays(toCivilDate(this.from()), FORTNIGHT) : ''));
  protected readonly sending = new Sending();
  protected readonly complete = computed(
    () => this.postId() !== '' && this.from() !== '' && (this.kind() === 'departure' || this.until() >= this.from()),
  );

  protected async send(): Promise<void> {
    if (!this.complete()) return;
    const endsOn = this.kind() === 'departure' ? null : this.until();
    const body = { kind: this.kind(), reason: this.reason(), startsOn: this.from(), endsOn };
    await this.sending.run(async () => {
      const noted = this.http.post<AbsenceView>(`/api/posts/${this.postId()}/absences`, body, { context: marked({ once: this.once }) });
      this.ref.close(await firstValueFrom(noted));
    });
  }
}
