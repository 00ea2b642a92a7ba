import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, APPEND, fileOpen, ME, MY_OPERATOR } from './tables/clauses';
import { addTrigger } from './tables/upkeep';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const tables = [
  tenantTable({
    name: 'audit',
    purpose: 'Who did or read what, from which post, why.',
    retention: 'Three years, then counted only.',
    secrecy: 'personal',
    columns: `id uuid not null, at timestamptz not null default now(), account_id uuid, post_id uuid, operator_id uuid, action text not null,
      object_type text not null, object_id uuid, beneficiary_id uuid, reason text`,
    indexes: ['beneficiary_id, at', 'post_id, at'],
    rights: { app_rw: APPEND, app_worker: APPEND },
    policies: {
      select: `post_id = ${ME} or (select sec.role()) = 'data_protection_officer' or ${fileOpen('audit')}`,
      insert: `post_id = ${ME} and operator_id = ${MY_OPERATOR}`,
    },
  }),
  tenantTable({
    name: 'outbox',
    purpose: 'Events to tell after commit: ids only.',
    retention: 'Thirty days after dispatch.',
    secrecy: 'professional',
    columns: `id uuid not null, at timestamptz not null default now(), event text not null, payload jsonb not null default '{}',
      dispatched_at timestamptz, settled_at timestamptz, attempts int not null default 0`,
    indexes: ['at, id where dispatched_at is null', 'dispatched_at where settled_at is null'],
    rights: { app_rw: 'insert', app_worker: ALL },
    policies: { insert: 'true' },
  }),
  tenantTable({
    name: 'inbox',
    purpose: 'Which event took effect with whom: each once.',
    retention: 'Thirty days.',
    secrecy: 'professional',
    key: ['event_id', 'consumer'],
    columns: 'event_id uuid not null, consumer text not null, at timestamptz not null default now()',
    rights: { app_rw: '', app_worker: ALL },
    policies: {},
  }),
  tenantTable({
    name: 'idempotency',
    purpose: 'The answer already given to a request, for the same request sent again.',
    retention: 'Two days.',
    secrecy: 'personal',
    key: ['post_id', 'key'],
    columns: `post_id uuid not null, key uuid not null, route text not null, body_hash text not null, status int, response text, etag text,
      created_at timestamptz not null default now()`,
    indexes: ['created_at'],
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: { select: `post_id = ${ME}`, insert: `post_id = ${ME}`, update: { of: `post_id = ${ME}`, to: `post_id = ${ME}` } },
  }),
  tenantTable({
    name: 'notice',
    purpose: 'What a professional should know now.',
    retention: 'Six months.',
    secrecy: 'personal',
    columns: `id uuid not null, post_id uuid not null, kind text not null, referral_id uuid, beneficiary_id uuid, operator_id uuid,
      created_at timestamptz not null default now(), read_at timestamptz`,
    indexes: ['post_id, created_at', 'post_id, id where read_at is null'],
    references: { post_id: 'post', referral_id: 'referral', beneficiary_id: 'beneficiary', operator_id: 'operator' },
    rights: { app_rw: 'select, update (read_at)', app_worker: ALL },
    policies: { select: `post_id = ${ME}`, update: { of: `post_id = ${ME}`, to: `post_id = ${ME}` } },
  }),
];

/** The journal, events after commit, requests sent twice, notices. Source: trust.md §2. */
export class Journal1763900000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await addTrigger(runner, 'audit', 'before update or delete', 'append_only');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
