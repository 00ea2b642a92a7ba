import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, ME } from './tables/clauses';
import { addReference } from './tables/with-rows';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const preference = tenantTable({
  name: 'notice_preference',
  purpose: 'How each post wants to be told of what, and in which language.',
  retention: 'With the post.',
  secrecy: 'professional',
  key: ['post_id'],
  columns: `post_id uuid not null, language text not null default 'fr' check (language in ('fr', 'en')), ways jsonb not null default '{}',
    updated_at timestamptz not null default now()`,
  references: { post_id: 'post' },
  rights: { app_rw: 'select, insert, update', app_worker: ALL },
  policies: { select: `post_id = ${ME}`, insert: `post_id = ${ME}`, update: { of: `post_id = ${ME}`, to: `post_id = ${ME}` } },
});

/**
 * A notice knows its group, why its post is told, and whether it waits for the mail of the day. What a coordinator may know (units, theme,
 * file number) stands on the notice itself: no name is ever asked for.
 */
export class NoticeWays1763900000135 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, [preference]);
    await runner.query(`alter table app.notice
      add column event_id uuid, add column topic text not null default 'course', add column audience text not null default 'receiver',
      add column detail text, add column theme text, add column file_number text, add column sender_unit_id uuid,
      add column receiver_unit_id uuid, add column in_digest boolean not null default false, add column digested_on date`);
    await runner.query('create index on app.notice (region, post_id) where in_digest and digested_on is null');
    for (const side of ['sender_unit_id', 'receiver_unit_id']) {
      await addReference(runner, 'notice', side, 'unit');
    }
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
