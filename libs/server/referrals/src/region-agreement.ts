import { Injectable } from '@nestjs/common';
import { type Agreement, DEFAULT_SETTINGS, regionOf, workingCalendar } from '@relais/domain';
import { Clock, UnitOfWork } from '@relais/server/kernel';

const IN_FORCE = `select time_zone as "timeZone", body->'referral' as referral from app.agreement_setting
  where region = $1 and valid_from <= $2 order by version desc limit 1`;

const CHOICES = ['personMustAgree', 'checkBeforeSending', 'maskUntilReceived', 'lookAtDeclines'] as const;

/** What the region's agreement in force settles for referrals: its choices over the defaults, and its working days. */
@Injectable()
export class RegionAgreement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async inForce(): Promise<Agreement> {
    const row = await this.work.row<{ timeZone: string; referral: Record<string, unknown> | null }>(IN_FORCE, [this.clock.now()]);
    const chosen = CHOICES.filter((choice) => typeof row?.referral?.[choice] === 'boolean').map((choice) => [
      choice,
      row?.referral?.[choice],
    ]);
    return {
      settings: { ...DEFAULT_SETTINGS, ...(Object.fromEntries(chosen) as object) },
      calendar: workingCalendar(row?.timeZone ?? regionOf(this.work.region).timeZone),
    };
  }
}
