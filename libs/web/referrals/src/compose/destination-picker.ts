import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, model, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DestinationLine, DestinationList } from '@relais/api-client';
import { type InterviewTheme, type Ranked, rankDestinations } from '@relais/domain';
import { Refusals } from '@relais/web/kernel';
import { Field, Icon, ListItem, ListKeys, ProblemState, Skeleton } from '@relais/web/ui';
import { DestinationReasons } from './destination-reasons';

const SHOWN = 12;
const COMPARED = 3;

/** Teams ranked for this person and this need, the reasons in words. Arrows move, Space compares, Enter chooses. */
@Component({
  selector: 'rl-destination-picker',
  imports: [Field, Icon, ListItem, ListKeys, ProblemState, Skeleton, TranslocoDirective],
  templateUrl: './destination-picker.html',
  styleUrl: './destination-picker.css',
})
export class DestinationPicker {
  private readonly reasons = inject(DestinationReasons);
  protected readonly refusals = inject(Refusals);
  readonly personId = input.required<string>();
  readonly need = input.required<string>();
  readonly theme = input.required<InterviewTheme>();
  readonly unitId = model.required<string>();

  private readonly keys = viewChild(ListKeys);
  protected readonly found = httpResource<DestinationList>(() => `/api/destinations?person=${this.personId()}&theme=${this.theme()}`);
  protected readonly filter = signal('');
  protected readonly all = signal(false);
  protected readonly compared = signal<readonly string[]>([]);
  private readonly ranked = computed(() =>
    rankDestinations(this.found.hasValue() ? this.found.value().items : [], this.need(), this.theme()).map((one) => ({
      ...one,
      reasons: this.reasons.of(one),
    })),
  );
  private readonly matching = computed(() => {
    const words = this.filter().trim().toLowerCase();
    return this.ranked().filter((one) => one.unitId === this.unitId() || namesOf(one).includes(words));
  });
  protected readonly choices = computed(() => (this.all() ? this.matching() : this.matching().slice(0, SHOWN)));
  protected readonly hidden = computed(() => this.matching().length - this.choices().length);
  protected readonly side = computed(() => this.ranked().filter(({ unitId }) => this.compared().includes(unitId)));

  protected choose(index: number): void {
    const one = this.choices()[index];
    if (one) this.unitId.set(one.unitId);
  }

  protected compare(event: Event, unitId: string): void {
    event.preventDefault();
    event.stopPropagation();
    this.compared.update((ids) => (ids.includes(unitId) ? ids.filter((id) => id !== unitId) : [...ids.slice(1 - COMPARED), unitId]));
  }

  protected enterList(event: Event): void {
    event.preventDefault();
    this.keys()?.focus(0);
  }
}

function namesOf({ operatorName, unitName, communeName, summary }: Ranked<DestinationLine>): string {
  return `${operatorName}, ${unitName} ${communeName ?? ''} ${summary}`.toLowerCase();
}
