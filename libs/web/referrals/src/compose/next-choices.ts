import { httpResource } from '@angular/common/http';
import { Component, computed, input, model } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DestinationList } from '@relais/api-client';
import { type InterviewTheme, rankDestinations } from '@relais/domain';
import { Field, Icon } from '@relais/web/ui';

/** How many next choices one may name, and how many are offered to choose from. */
const MOST = 3;
const OFFERED = 40;

/** Where one would turn next, in order, when the first choice says no or nothing. */
@Component({
  selector: 'rl-next-choices',
  imports: [Field, Icon, TranslocoDirective],
  template: `
    @if (first() !== '') {
      <details *transloco="let t" [open]="chosen().length > 0">
        <summary>{{ t('referrals.then.title') }}</summary>
        <div class="stack tight">
          <p class="hint">{{ t('referrals.then.hint') }}</p>
          @if (names().length > 0) {
            <ol>
              @for (each of names(); track each.unitId) {
                <li>
                  {{ each.name }}
                  <button type="button" class="small quiet" (click)="remove(each.unitId)">
                    <rl-icon name="close" /><span class="visually-hidden">{{ t('referrals.then.remove', { name: each.name }) }}</span>
                  </button>
                </li>
              }
            </ol>
          }
          @if (names().length < most) {
            <rl-field [label]="t('referrals.then.add')">
              <select #where (change)="add(where.value); where.value = ''">
                <option value="">{{ t('referrals.choose') }}</option>
                @for (each of others(); track each.unitId) {
                  <option [value]="each.unitId">{{ each.name }}</option>
                }
              </select>
            </rl-field>
          }
        </div>
      </details>
    }
  `,
  styles: `
    ol {
      margin: 0;
    }
    summary {
      cursor: pointer;
    }
  `,
})
export class NextChoices {
  readonly personId = input.required<string>();
  readonly need = input.required<string>();
  readonly theme = input.required<InterviewTheme>();
  /** The first choice. */
  readonly first = input.required<string>();
  readonly chosen = model.required<readonly string[]>();

  protected readonly most = MOST;
  private readonly found = httpResource<DestinationList>(() =>
    this.first() === '' ? undefined : `/api/destinations?person=${this.personId()}&theme=${this.theme()}`,
  );
  private readonly ranked = computed(() =>
    rankDestinations(this.found.hasValue() ? this.found.value().items : [], this.need(), this.theme())
      .filter(({ unitId }) => unitId !== this.first())
      .map(({ unitId, operatorName, unitName }) => ({ unitId, name: `${operatorName}, ${unitName}` })),
  );
  protected readonly names = computed(() => this.chosen().flatMap((id) => this.ranked().filter(({ unitId }) => unitId === id)));
  protected readonly others = computed(() =>
    this.ranked()
      .filter(({ unitId }) => !this.chosen().includes(unitId))
      .slice(0, OFFERED),
  );

  protected add(unitId: string): void {
    if (unitId) this.chosen.update((ids) => [...ids, unitId]);
  }

  protected remove(unitId: string): void {
    this.chosen.update((ids) => ids.filter((id) => id !== unitId));
  }
}
