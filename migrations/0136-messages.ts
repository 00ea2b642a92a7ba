import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, MY_OPERATOR } from './tables/clauses';
import { createTenantTables, tenantTable } from './tables/tenant-table';

/** Mails that somebody must look at belong to the operator of whoever was to be told. */
const settled = `operator_id = ${MY_OPERATOR} and (select sec.role()) in ('unit_lead', 'operator_administrator')`;

const message = tenantTable({
  name: 'message',
  purpose: 'Which mail was asked for by which event, for whom, and what became of it: never its address, never its text.',
  retention: 'One year.',
  secrecy: 'professional',
  columns: `id uuid not null, event_id uuid not null, recipient_id uuid not null, to_person boolean not null default false,
    kind text not null, language text not null default 'fr' check (language in ('fr', 'en')), amount int,
    operator_id uuid not null, unit_id uuid not null, post_id uuid not null,
    referral_id uuid, reminder_step timestamptz, reminder_milestone text, appointment_id uuid,
    status text not null default 'queued' check (status in ('queued', 'sent', 'delivered', 'bounced', 'failed')), reason text,
    attempts int not null default 0, due_at timestamptz not null, created_at timestamptz not null, sent_at timestamptz,
    settled_at timestamptz, settled_by_post_id uuid`,
  constraints: [
    `check ((status in ('delivered', 'bounced', 'failed')) = (settled_at is not null))`,
    `check (status <> 'sent' or sent_at is not null)`,
    'check ((reminder_step is null) = (reminder_milestone is null))',
  ],
  indexes: [
    // The key of idempotency: one mail per event and recipient.
    'unique event_id, recipient_id',
    `due_at where status = 'queued'`,
    `sent_at where status = 'sent'`,
    'operator_id, status, created_at',
    'referral_id, reminder_step, reminder_milestone',
  ],
  references: {
    'unit_id, operator_id': 'unit(id, operator_id)',
    post_id: 'post',
    referral_id: 'referral',
    appointment_id: 'appointment',
    settled_by_post_id: 'post',
  },
  rights: { app_rw: 'select, update (status, reason, due_at, settled_at, settled_by_post_id)', app_worker: ALL },
  policies: { select: settled, update: { of: settled, to: settled } },
});

/** The ledger of mails. Source: trust.md §2 (e), referral.md invariants 9 and 10. */
export class Messages1763900000136 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, [message]);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
