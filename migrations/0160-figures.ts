import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL } from './tables/clauses';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const figure = tenantTable({
  name: 'figure',
  purpose: 'Figures of a region without names, small cells already hidden: what was not told is not kept.',
  retention: 'Five years.',
  secrecy: 'public',
  key: ['period', 'key'],
  columns: `period text collate "C" not null check (period ~ '^[0-9]{4}-Q[1-4]$' or period = 'now'),
    key text not null check (key in ('caseload', 'unassigned', 'flow', 'answer_delay', 'first_contact_delay')),
    taken_on date not null, taken_at timestamptz not null, threshold int not null check (threshold >= 1), body jsonb not null`,
  rights: { app_rw: 'select', app_worker: ALL },
  policies: { select: `(select sec.role()) in ('regional_manager', 'regional_coordinator', 'regional_administrator')` },
});

/** What a regional manager reads: taken once a day by the worker, never counted by a request. Source: domain.md §6. */
export class Figures1763900000160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, [figure]);
    await runner.query('create index on app.referral (region, sent_at) where sent_at is not null');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
