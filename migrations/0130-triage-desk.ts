import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, ME, MY_OPERATOR } from './tables/clauses';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const tables = [
  tenantTable({
    name: 'referral_snooze',
    purpose: 'A referral put off by one professional for their own eyes; once, while its clock runs on.',
    retention: 'With the referral.',
    secrecy: 'professional',
    // One row per post and referral: putting off is possible once.
    key: ['post_id', 'referral_id'],
    columns: 'post_id uuid not null, referral_id uuid not null, until timestamptz not null, created_at timestamptz not null default now()',
    references: { post_id: 'post', referral_id: 'referral' },
    rights: { app_rw: 'select, insert', app_worker: ALL },
    policies: { select: `post_id = ${ME}`, insert: `post_id = ${ME}` },
  }),
  tenantTable({
    name: 'referral_watch',
    purpose: 'Who has a referral open right now, so that two colleagues do not answer it at once.',
    retention: 'One row per post, written over; it tells nothing after a minute.',
    secrecy: 'professional',
    key: ['referral_id', 'post_id'],
    columns: 'referral_id uuid not null, post_id uuid not null, operator_id uuid not null, seen_at timestamptz not null',
    references: { post_id: 'post', referral_id: 'referral', operator_id: 'operator' },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: {
      select: `operator_id = ${MY_OPERATOR}`,
      insert: `post_id = ${ME} and operator_id = ${MY_OPERATOR}`,
      update: { of: `post_id = ${ME}`, to: `post_id = ${ME}` },
    },
  }),
  tenantTable({
    name: 'unit_theme_answer',
    purpose: 'How many requests of a theme a unit answered and accepted lately; counted by the worker, nothing under five answers.',
    retention: 'Measured anew each round.',
    secrecy: 'public',
    key: ['unit_id', 'theme'],
    columns: `unit_id uuid not null, theme text collate "C" not null, answered int not null check (answered >= 5),
      accepted int not null check (accepted between 0 and answered)`,
    references: { unit_id: 'unit' },
    rights: { app_rw: 'select', app_worker: ALL },
    policies: { select: 'true' },
  }),
];

/** What the triage desk and the composer remember: putting off, looking together, what a unit usually takes. */
export class TriageDesk1763900000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
