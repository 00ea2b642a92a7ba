import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ColleagueList } from '@relais/api-client';

/** Whether we can take somebody, and who would be the least loaded: files led by each of the team. */
@Component({
  selector: 'rl-desk-capacity',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (load(); as one) {
        <p class="small">
          <strong>{{ t('referrals.capacity') }}</strong>
          {{ t('referrals.capacity_team', { count: one.people }) }}, {{ t('referrals.capacity_files', { count: one.average }) }}
          {{ t('referrals.lightest', { name: one.lightest, count: one.files }) }}
        </p>
      }
    </ng-container>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class DeskCapacity {
  readonly unitId = input.required<string>();
  private readonly team = httpResource<ColleagueList>(() => `/api/units/${this.unitId()}/posts`);
  protected readonly load = computed(() => {
    const team = (this.team.hasValue() ? this.team.value().items : []).toSorted((left, right) => left.files - right.files);
    const [lightest] = team;
    if (!lightest) return undefined;
    const files = team.reduce((sum, one) => sum + one.files, 0);
    return {
      people: team.length,
      average: Math.round(files / team.length),
      lightest: `${lightest.givenName} ${lightest.familyName}`,
      files: lightest.files,
    };
  });
}
