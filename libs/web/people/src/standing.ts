import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { BeneficiaryView, SituationViewKind, TimelineItem } from '@relais/api-client';
import { AgoPipe, DatePipe, MomentPipe } from '@relais/web/kernel';
import { Why } from './why';

/** Sides of a situation that hold somebody back, or carry them. */
const TO_HEED: readonly SituationViewKind[] = ['housing', 'mobility', 'health', 'resources', 'family'];

/** "Where things stand": what the person wants, what comes next, what is to be heeded. */
@Component({
  selector: 'rl-standing',
  imports: [AgoPipe, DatePipe, MomentPipe, RouterLink, TranslocoDirective, Why],
  template: `
    <section class="sheet" aria-labelledby="standing-title" *transloco="let t">
      <h2 id="standing-title">{{ t('people.standing.title') }}</h2>
      <div class="parts">
        <div>
          <h3>{{ t('people.standing.goals') }}</h3>
          @for (goal of file().goals; track goal.id) {
            <p class="goal">« {{ goal.words }} »</p>
          } @empty {
            <p class="muted">{{ t('people.standing.no_goal') }}</p>
          }
          <a class="small" [routerLink]="['/personnes', file().id, 'plan']">{{ t('people.standing.plan') }}</a>
        </div>
        <div>
          <h3>{{ t('people.standing.next') }}</h3>
          @if (meeting(); as next) {
            <p>
              <strong>{{ next.at | rlMoment }}</strong> {{ next.words }}
              <span class="muted small">{{ next.operatorName ?? t('people.other_operator') }}</span>
            </p>
          }
          <ul class="plain-list">
            @for (action of file().actions; track action.id) {
              <li>
                {{ action.words }}
                <span class="small muted">
                  {{ t('people.owner.' + action.owner) }}{{ action.dueOn ? ' · ' + t('people.standing.until') + ' ' : ''
                  }}{{ action.dueOn | rlDate }}
                </span>
              </li>
            }
          </ul>
          @if (!meeting() && file().actions.length === 0) {
            <p class="muted">{{ t('people.standing.no_next') }}</p>
          }
        </div>
        <div>
          <h3>{{ t('people.standing.heed') }}</h3>
          <ul class="plain-list">
            @for (each of heeded(); track each.id) {
              <li>
                <span class="muted small">{{ t('people.situation.' + each.kind) }}</span> {{ each.detail }}
              </li>
            }
            @if (file().interpreter) {
              <li>{{ t('people.needs_interpreter') }}</li>
            }
          </ul>
          @if (heeded().length === 0 && !file().interpreter) {
            <p class="muted">{{ t('people.standing.nothing_to_heed') }}</p>
          }
        </div>
      </div>
      <p class="small muted last">
        {{ file().lastContactAt ? t('people.standing.last_contact') : t('people.standing.never_seen') }} {{ file().lastContactAt | rlAgo }}
      </p>
      <rl-why [file]="file()" />
    </section>
  `,
  styles: `
    .parts {
      display: grid;
      gap: var(--space-4) var(--space-6);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      margin-block: var(--space-3);
    }
    h3 {
      color: var(--muted);
      font-size: var(--small);
      margin-block-end: var(--space-1);
    }
    li + li,
    .goal + .goal {
      margin-block-start: var(--space-1);
    }
    .goal {
      font-size: 1.0625rem;
      font-weight: 600;
    }
  `,
})
export class Standing {
  readonly file = input.required<BeneficiaryView>();
  /** What is known of the thread. */
  readonly items = input<readonly TimelineItem[]>([]);
  protected readonly meeting = computed(() => {
    const now = new Date().toISOString();
    return this.items()
      .filter(({ kind, status, at }) => kind === 'appointment' && status === 'planned' && at > now)
      .at(-1);
  });
  protected readonly heeded = computed(() =>
    this.file().situations.filter(({ kind, validUntil }) => !validUntil && TO_HEED.includes(kind)),
  );
}
