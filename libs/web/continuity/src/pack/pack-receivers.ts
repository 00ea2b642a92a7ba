import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AbsenceView, CaseloadList, PackView } from '@relais/api-client';
import type { PackEnd } from '@relais/domain';
import { DatePipe, Refusals, Sending } from '@relais/web/kernel';
import { ProblemState, Skeleton } from '@relais/web/ui';
import { firstValueFrom } from 'rxjs';

/** Who takes the files: colleagues with what they carry, and whether all of it comes back. */
@Component({
  selector: 'rl-pack-receivers',
  imports: [DatePipe, ProblemState, Skeleton, TranslocoDirective],
  templateUrl: './pack-receivers.html',
})
export class PackReceivers {
  private readonly http = inject(HttpClient);
  protected readonly refusals = inject(Refusals);
  readonly absence = input.required<AbsenceView>();
  /** Somebody was chosen before: one may leave it at that. */
  readonly again = input(false);
  readonly prepared = output();
  readonly given = output();

  protected readonly loads = httpResource<CaseloadList>(() => `/api/units/${this.absence().unitId}/caseloads`);
  protected readonly colleagues = computed(() =>
    (this.loads.hasValue() ? this.loads.value().items : [])
      .filter(({ postId }) => postId !== this.absence().postId)
      .map((one) => ({ ...one, away: this.isAway(one.awayFrom, one.awayUntil) }))
      .sort((one, other) => Number(one.away) - Number(other.away) || one.load - other.load),
  );
  protected readonly endsAs = signal<PackEnd | undefined>(undefined);
  protected readonly end = computed(() => this.endsAs() ?? (this.absence().endsOn === null ? 'for_good' : 'comes_back'));
  protected readonly ends = computed(() =>
    this.absence().endsOn === null ? (['for_good'] as const) : (['comes_back', 'for_good'] as const),
  );
  protected readonly chosen = signal<readonly string[]>([]);
  protected readonly sending = new Sending();

  protected choose(postId: string, takes: boolean): void {
    this.chosen.update((chosen) => (takes ? [...chosen, postId] : chosen.filter((one) => one !== postId)));
  }

  protected async send(): Promise<void> {
    if (this.chosen().length === 0) return;
    await this.sending.run(async () => {
      const body = { endsAs: this.end(), receiverPostIds: this.chosen() };
      await firstValueFrom(this.http.post<PackView>(`/api/absences/${this.absence().id}/pack`, body));
      this.prepared.emit();
    });
  }

  private isAway(from: string | null, until: string | null): boolean {
    const { startsOn, endsOn } = this.absence();
    return from !== null && from <= (endsOn ?? '9999') && (until ?? '9999') >= startsOn;
  }
}
