import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CaseloadList } from '@relais/api-client';
import { DatePipe, Live, liveRead, Refusals } from '@relais/web/kernel';
import { ProblemState, Skeleton } from '@relais/web/ui';

/** What each counsellor carries, in usual files: a fragile one counts for more. */
@Component({
  selector: 'rl-caseloads',
  imports: [DatePipe, ProblemState, Skeleton, TranslocoDirective],
  template: `
    <section *transloco="let t" aria-labelledby="loads-title" class="stack tight">
      <h2 id="loads-title">{{ t('absences.load.title') }}</h2>
      <p class="muted small">{{ t('absences.load.about') }}</p>
      @if (loads.hasValue()) {
        <ul class="plain-list bars">
          @for (one of loads.value().items; track one.postId) {
            <li>
              <span class="name">
                {{ one.name }}
                @if (one.awayFrom) {
                  <span class="badge">{{
                    one.awayUntil
                      ? t('absences.load.away', { from: one.awayFrom | rlDate, to: one.awayUntil | rlDate })
                      : t('absences.leaves_on', { day: one.awayFrom | rlDate })
                  }}</span>
                }
              </span>
              <span class="track" aria-hidden="true"><span class="part" [style.inline-size.%]="share(one.load)"></span></span>
              <span class="small figures">{{ t('absences.load.says', one) }}</span>
            </li>
          }
        </ul>
      } @else if (loads.error()) {
        <rl-problem [problem]="loads.error()" [sentence]="refusals.sentence(loads.error())" (retry)="loads.reload()" />
      } @else {
        <rl-skeleton [rows]="4" />
      }
    </section>
  `,
  styleUrl: './bars.css',
})
export class Caseloads {
  private readonly live = inject(Live);
  protected readonly refusals = inject(Refusals);
  readonly unitId = input.required<string>();
  protected readonly loads = liveRead<CaseloadList>(
    () => (this.unitId() ? `/api/units/${this.unitId()}/caseloads` : undefined),
    () => this.live.changed('pack'),
  );
  private readonly most = computed(() => Math.max(1, ...(this.loads.hasValue() ? this.loads.value().items : []).map(({ load }) => load)));

  protected share(load: number): number {
    return (load / this.most()) * 100;
  }
}
