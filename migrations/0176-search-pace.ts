import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const tables = [
  tenantTable({
    name: 'search_pace',
    purpose: 'How often a user searches for people, so that nobody leafs through the region: times and keyed marks, never what was typed.',
    retention: 'Overwritten by the next search; with the account.',
    secrecy: 'professional',
    key: ['account_id'],
    columns: `account_id uuid not null, pace jsonb not null default '{"begun": [], "requests": []}'`,
    rights: { app_rw: 'select, insert, update', app_worker: '' },
    policies: { select: 'true', insert: 'true', update: { of: 'true', to: 'true' } },
  }),
];

/** The searches of each user are counted where every process counts together. Source: trust.md §1.8. */
export class SearchPace1763900000176 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
