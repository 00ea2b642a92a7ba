import { Injectable } from '@nestjs/common';
import {
  type Agreement,
  civilDateIn,
  type RegionCode,
  regionOf,
  settingsWritten,
  type WorkingCalendar,
  workingCalendar,
} from '@relais/domain';
import { Clock } from './clock';
import { holidaysOf } from './holidays';
import { UnitOfWork } from './unit-of-work';

const IN_FORCE = `select id, version, time_zone as "timeZone", body->'referral' as referral from app.agreement_setting
  where region = $1 and valid_from <= $2 order by version desc limit 1`;

/** Years around the present one whose days off a calendar knows: figures look back, dates look ahead. */
const YEARS = [-3, -2, -1, 0, 1, 2] as const;

type Row = { id: string; version: number; timeZone: string; referral: unknown };

/**
 * What the region's agreement in force settles, and the region's working days with its own holidays and hour. The row is asked in each
 * unit of work, since a new version counts at once; what follows from it is worked out once per region, version and year.
 */
@Injectable()
export class RegionAgreement {
  private readonly agreements = new Map<string, Agreement>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The settings and the calendar in force now. */
  async inForce(): Promise<Agreement> {
    const now = this.clock.now();
    const { region } = this.work;
    const row = await this.work.row<Row>(IN_FORCE, [now]);
    const timeZone = row?.timeZone ?? regionOf(region).timeZone;
    const year = Number(civilDateIn(timeZone, now).slice(0, 4));
    const key = `${region} ${row?.id ?? ''} ${JSON.stringify(row?.referral)} ${timeZone} ${year}`;
    const known = this.agreements.get(key);
    if (known) return known;
    const agreement = { settings: settingsWritten(row?.referral), calendar: calendarOf(region, timeZone, year) };
    this.agreements.set(key, agreement);
    return agreement;
  }
}

/** The working days of a region around a year. */
export function calendarOf(region: RegionCode, timeZone: string, year: number): WorkingCalendar {
  return workingCalendar(
    timeZone,
    YEARS.flatMap((step) => holidaysOf(region, year + step)),
  );
}
