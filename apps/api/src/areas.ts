import type { ModuleMetadata } from '@nestjs/common';
import { AppointmentsApi } from '@relais/server/appointments';
import { AuditApi } from '@relais/server/audit';
import { BeneficiariesApi } from '@relais/server/beneficiaries';
import { ContinuityApi } from '@relais/server/continuity';
import { FiguresApi } from '@relais/server/figures';
import { ClocksApi } from '@relais/server/clocks';
import { DemoApi, IdentityApi } from '@relais/server/identity';
import { InterviewsApi } from '@relais/server/interviews';
import type { Settings } from '@relais/server/kernel';
import { MergesApi } from '@relais/server/merges';
import { DemoMailboxApi, NotificationsApi } from '@relais/server/notifications';
import { OutreachApi } from '@relais/server/outreach';
import { OperatorsApi } from '@relais/server/operators';
import { ReferralsApi } from '@relais/server/referrals';
import { RegionsApi } from '@relais/server/regions';
import { HealthApi } from './health.controller';

/** The areas of the API, one line each. The demo's accounts and mailbox exist only in demo mode. */
export function areasOf(settings: Settings): NonNullable<ModuleMetadata['imports']> {
  return [
    HealthApi,
    IdentityApi,
    RegionsApi,
    OperatorsApi,
    BeneficiariesApi,
    InterviewsApi,
    AppointmentsApi,
    ClocksApi,
    OutreachApi,
    ReferralsApi,
    ContinuityApi,
    MergesApi,
    NotificationsApi,
    FiguresApi,
    AuditApi,
    ...(settings.demo ? [DemoApi, DemoMailboxApi] : []),
  ];
}
