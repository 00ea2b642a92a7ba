import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PackView } from '@relais/api-client';

const SETTLED = ['moved', 'refused', 'undone', 'returned', 'kept'] as const;

/** What a pack moves in numbers, how far it is, and what each colleague carries with it. */
@Component({
  selector: 'rl-pack-summary',
  imports: [TranslocoDirective],
  template: `
    <div *transloco="let t" class="stack">
      <dl class="facts">
        @for (each of things; track each) {
          <div>
            <dt>{{ t('absences.thing.' + each) }}</dt>
            <dd>
              <strong class="figures">{{ pack().totals[each] }}</strong>
            </dd>
          </div>
        }
      </dl>
      @if (pack().totals.clashes > 0 && pack().status === 'prepared') {
        <p class="note attention">{{ t('absences.clashes', { count: pack().totals.clashes }) }}</p>
      }
      @if (atWork()) {
        <progress [value]="done()" [max]="pack().totals.files" [attr.aria-label]="t('absences.progress')"></progress>
        <p class="small figures">{{ t('absences.progress_says', { done: done(), all: pack().totals.files }) }}</p>
      } @else if (results().length > 0) {
        <p class="cluster">
          @for (each of results(); track each.status) {
            <span
              class="badge"
              [class.attention]="each.status === 'refused' || each.status === 'kept'"
              [class.primary]="each.status === 'moved'"
            >
              {{ t('absences.result.' + each.status, { count: each.count }) }}
            </span>
          }
        </p>
      }
      @if (pack().receivers.length > 0) {
        <ul class="plain-list bars">
          @for (one of pack().receivers; track one.postId) {
            <li>
              <span class="name">{{ one.name }}</span>
              <span class="track" aria-hidden="true">
                <span class="part" [style.inline-size.%]="share(one.load)"></span>
                <span class="part gain" [style.inline-size.%]="share(one.gains)"></span>
              </span>
              <span class="small figures">{{
                one.gains > 0
                  ? t('absences.takes', { files: one.files, load: one.load, sum: one.load + one.gains })
                  : t('absences.took', one)
              }}</span>
            </li>
          }
        </ul>
      }
    </div>
  `,
  styleUrl: './bars.css',
  styles: `
    progress {
      accent-color: var(--primary);
      inline-size: 100%;
    }
    p,
    dl {
      margin: 0;
    }
  `,
})
export class PackSummary {
  readonly pack = input.required<PackView>();
  protected readonly things = ['leads', 'referrals', 'actions', 'appointments'] as const;
  protected readonly atWork = computed(() => ['moving', 'undoing', 'returning'].includes(this.pack().status));
  /** On the way there what is no longer waiting is done; on the way back, what is no longer with the colleagues. */
  protected readonly done = computed(() => {
    const { files, waiting, moved, refused } = this.pack().totals;
    return this.pack().status === 'moving' ? files - waiting : files - moved - refused;
  });
  protected readonly results = computed(() =>
    SETTLED.map((status) => ({ status, count: this.pack().totals[status] })).filter(({ count }) => count > 0),
  );
  private readonly most = computed(() => Math.max(1, ...this.pack().receivers.map(({ load, gains }) => load + gains)));

  protected share(load: number): number {
    return (load / this.most()) * 100;
  }
}
