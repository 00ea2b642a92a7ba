import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, myTree } from './tables/clauses';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const mine = myTree('unit_place', 'unit_id');

const tables = [
  tenantTable({
    name: 'unit_place',
    purpose: 'How many more people a team can take, where it says so; whoever refers sees the number and its date.',
    retention: 'One row per team, written over.',
    secrecy: 'public',
    key: ['unit_id'],
    columns: 'unit_id uuid not null, places int not null check (places between 0 and 999), told_at timestamptz not null',
    references: { unit_id: 'unit' },
    rights: { app_rw: ALL, app_worker: ALL },
    policies: { select: 'true', insert: mine, update: { of: mine, to: mine }, delete: mine },
  }),
];

/**
 * Places, where a team manages them; and where else the sender would turn, in order, when the first choice says no. Source: experience.md,
 * screen 7, and referral.md, "place free where capacity is managed".
 */
export class Places1763900000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await runner.query(`alter table app.referral add column then_unit_ids jsonb not null default '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
