import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ME } from './tables/clauses';
import { addReference } from './tables/with-rows';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const tables = [
  tenantTable({
    name: 'day_snooze',
    purpose: 'What a professional put off from today to a later day: a referral to answer, a note to finish, an action, a silence.',
    retention: 'Until the day has come.',
    secrecy: 'professional',
    columns: `post_id uuid not null, object_id uuid not null, until date not null, created_at timestamptz not null default now()`,
    key: ['post_id', 'object_id'],
    references: { post_id: 'post' },
    rights: { app_rw: 'select, insert, update, delete', app_worker: 'select, insert, update, delete' },
    policies: {
      select: `post_id = ${ME}`,
      insert: `post_id = ${ME}`,
      update: { of: `post_id = ${ME}`, to: `post_id = ${ME}` },
      delete: `post_id = ${ME}`,
    },
  }),
];

/** A plan that both sides follow: goals with a review day and an outcome, steps that can be postponed, put in order and given to a unit. */
export class ActionPlan1763900000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.goal add column place int not null default 0, add column review_on date, add column outcome text,
      add column settled_at timestamptz`);
    await runner.query(`alter table app.action add column place int not null default 0, add column owner_unit_id uuid,
      add column postponed_from date, add column postponed_because text`);
    await addReference(runner, 'action', 'owner_unit_id', 'unit');
    await createTenantTables(runner, tables);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
