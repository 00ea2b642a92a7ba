import { httpResource } from '@angular/common/http';
import { computed, inject, Service } from '@angular/core';
import type { RegionView } from '@relais/api-client';
import { type CivilDate, type WorkingCalendar, workingCalendar } from '@relais/domain';
import { Session } from './session';

/** The working days of the region: without weekends and its days off; without weekends alone until those have arrived. */
@Service()
export class RegionCalendar {
  private readonly session = inject(Session);
  private readonly code = computed(() => this.session.post()?.region);
  private readonly region = httpResource<RegionView>(() => (this.code() ? '/api/region' : undefined));

  readonly days = computed<WorkingCalendar>(() => {
    const daysOff = this.region.hasValue() ? this.region.value().daysOff : [];
    return workingCalendar(this.session.timeZone(), daysOff as CivilDate[]);
  });
}
