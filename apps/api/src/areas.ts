import type { ModuleMetadata } from '@nestjs/common';
import { AppointmentsApi } from '@relais/server/appointments';
import { BeneficiariesApi } from '@relais/server/beneficiaries';
import { DemoApi, IdentityApi } from '@relais/server/identity';
import { InterviewsApi } from '@relais/server/interviews';
import type { Settings } from '@relais/server/kernel';
import { HealthApi } from './health.controller';

/** The areas of the API, one line each. The list of demo accounts exists only in demo mode. */
export function areasOf(settings: Settings): NonNullable<ModuleMetadata['imports']> {
  return [HealthApi, IdentityApi, BeneficiariesApi, InterviewsApi, AppointmentsApi, ...(settings.demo ? [DemoApi] : [])];
}
