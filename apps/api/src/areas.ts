import type { ModuleMetadata } from '@nestjs/common';
import type { Settings } from '@relais/server/kernel';
import { HealthApi } from './health.controller';

/** The areas of the API, one line each. The list of demo accounts exists only in demo mode. */
export function areasOf(_settings: Settings): NonNullable<ModuleMetadata['imports']> {
  return [HealthApi];
}
