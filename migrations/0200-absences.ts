import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, ledByMe, ME, MY_OPERATOR } from './tables/clauses';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const mine = `operator_id = ${MY_OPERATOR} and (post_id = ${ME} or ${ledByMe('absence')})`;

const tables = [
  tenantTable({
    name: 'absence',
    purpose: 'From when to when a post is away, or from when its professional has left. The reason is a code that says nothing of health.',
    retention: 'Two years after it ends.',
    secrecy: 'professional',
    columns: `id uuid not null, post_id uuid not null, unit_id uuid not null, operator_id uuid not null,
      kind text not null check (kind in ('absence', 'departure')),
      reason text not null check (reason in ('leave', 'training', 'long_absence', 'moves_on', 'contract_ends', 'other')),
      starts_on date not null, ends_on date, created_by_post_id uuid not null, created_at timestamptz not null default now(),
      version int not null default 1`,
    constraints: [
      `constraint absence_ends check ((kind = 'departure') = (ends_on is null))`,
      'check (ends_on >= starts_on)',
      // The last day is a day of absence; a departure never ends.
      `constraint absence_once exclude using gist (region with =, post_id with =, daterange(starts_on, ends_on, '[]') with &&)`,
    ],
    indexes: ['post_id, starts_on', 'unit_id, starts_on'],
    references: {
      'post_id, unit_id': 'post(id, unit_id)',
      'unit_id, operator_id': 'unit(id, operator_id)',
      created_by_post_id: 'post',
    },
    rights: { app_rw: ALL, app_worker: ALL },
    policies: {
      select: `operator_id = ${MY_OPERATOR}`,
      insert: `${mine} and created_by_post_id = ${ME}`,
      update: { of: mine, to: mine },
      delete: mine,
    },
  }),
];

/** Who is away, from when to when. Exclusions compare plain columns beside a period: they need `btree_gist`. */
export class Absences1763900000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema periods');
    await runner.query('create extension if not exists btree_gist schema periods');
    await createTenantTables(runner, tables);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
