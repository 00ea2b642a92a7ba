import { Injectable } from '@nestjs/common';
import { type AgreementSettings, DEFAULT_SETTINGS, type Instant, regionOf } from '@relais/domain';
import { Clock, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import type { RegionView } from './regions.messages';

type Row = { number: number; validFrom: Instant; timeZone: string; referral: Partial<AgreementSettings> | null };

const IN_FORCE = `select version as number, valid_from as "validFrom", time_zone as "timeZone", body->'referral' as referral from app.agreement_setting
  where region = $1 and valid_from <= $2 order by version desc limit 1`;

/** Shows the region of the acting post, and what its agreement in force settles. */
@Injectable()
export class ShowRegion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly inForce: RegionAgreement,
  ) {}

  async execute(): Promise<RegionView> {
    const { code, name, timeZone } = regionOf(this.work.region);
    const [row, { calendar }] = await Promise.all([this.work.row<Row>(IN_FORCE, [this.clock.now()]), this.inForce.inForce()]);
    const daysOff = [...calendar.holidays].sort();
    if (!row) return { code, name, timeZone, daysOff, agreement: null };
    const { personMustAgree, checkBeforeSending, maskUntilReceived, lookAtDeclines } = { ...DEFAULT_SETTINGS, ...row.referral };
    const settled = { personMustAgree, checkBeforeSending, maskUntilReceived, lookAtDeclines };
    return { code, name, timeZone: row.timeZone, daysOff, agreement: { number: row.number, validFrom: row.validFrom, ...settled } };
  }
}
