import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, APPEND, fileOpen, ME, MY_OPERATOR, MY_UNIT, myTree } from './tables/clauses';
import { createTenantTables, tenantTable } from './tables/tenant-table';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';

const mine = `${myTree('clock', 'unit_id')} or ${fileOpen('clock')}`;

const tables = [
  tenantTable({
    name: 'clock',
    purpose: 'A dated obligation towards a person: since when, until when, paused with which proof, met by what.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, kind text not null check (kind in ('return_to_training',
        'minor_without_solution', 'contract_after_orientation', 'goals_review', 'exit_3_months', 'exit_6_months')),
      status text not null check (status in ('running', 'paused', 'met', 'dropped')), operator_id uuid not null, unit_id uuid not null,
      post_id uuid, detail text not null default '', started_on date not null, due_on date not null, due_at timestamptz not null,
      paused_on date, pause_until date, pause_proof text, paused_days int not null default 0, appointment_id uuid, met_on date, met_by text,
      dropped text, next_at timestamptz, next_milestone text, created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(), version int not null default 1`,
    constraints: [
      `constraint clock_paused check ((status = 'paused') = (num_nonnulls(paused_on, pause_until, pause_proof) = 3))`,
      `constraint clock_met check ((status = 'met') = (num_nonnulls(met_on, met_by) = 2))`,
      `constraint clock_dropped check ((status = 'dropped') = (dropped is not null))`,
      `constraint clock_next check (num_nonnulls(next_at, next_milestone) <> 1 and (next_at is null or status in ('running', 'paused')))`,
      'check (due_on >= started_on)',
    ],
    indexes: [
      'next_at, id where next_at is not null',
      `unique beneficiary_id, kind where status in ('running', 'paused')`,
      'beneficiary_id, due_at',
      'unit_id, due_at',
    ],
    references: {
      beneficiary_id: 'beneficiary',
      'unit_id, operator_id': 'unit(id, operator_id)',
      post_id: 'post',
      appointment_id: 'appointment',
    },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: {
      select: mine,
      insert: `operator_id = ${MY_OPERATOR} and unit_id = ${MY_UNIT} and post_id = ${ME} and ${fileOpen('clock')}`,
      update: { of: mine, to: mine },
    },
  }),
  tenantTable({
    name: 'clock_step',
    purpose: 'Which date of which clock was said: each once for a due day, whoever tries again.',
    retention: 'With the clock.',
    secrecy: 'professional',
    key: ['clock_id', 'due_on', 'milestone'],
    columns: `clock_id uuid not null, due_on date not null, milestone text not null, batch_id uuid not null, at timestamptz not null`,
    indexes: ['batch_id'],
    references: { clock_id: 'clock' },
    rights: { app_rw: '', app_worker: APPEND },
    policies: {},
  }),
  tenantTable({
    name: 'clock_pause',
    purpose: 'The pauses of a clock, each with the paper that proves it.',
    retention: 'With the clock.',
    secrecy: 'personal',
    columns: `id uuid not null, clock_id uuid not null, beneficiary_id uuid not null, from_on date not null, until_on date not null,
      proof text not null, detail text not null default '', by_post_id uuid not null, created_at timestamptz not null`,
    indexes: ['clock_id, from_on'],
    references: { clock_id: 'clock', beneficiary_id: 'beneficiary', by_post_id: 'post' },
    rights: { app_rw: 'select, insert', app_worker: APPEND },
    policies: { select: fileOpen('clock_pause'), insert: `by_post_id = ${ME} and ${fileOpen('clock_pause')}` },
  }),
];

/**
 * The dated obligations towards a person. While one of after the exit runs, the closed file stays open to the unit that must ask for
 * news: see docs/adr/0017.
 */
export class Clocks1763900000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await runner.query('alter table app.file_access drop constraint file_access_basis_check');
    await runner.query(`alter table app.file_access add constraint file_access_basis_check
      check (basis in ('support', 'hierarchy', 'referral', 'glass', 'handover', 'follow_up'))`);
    await letUpkeep(runner, { clock: 'select' });
    await addUpkeep(runner, 'open_for_follow_up', OPEN_FOR_FOLLOW_UP);
    await addTrigger(runner, 'clock', 'after insert or update of status or delete', 'open_for_follow_up');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const OPEN_FOR_FOLLOW_UP = `
  begin
    if coalesce(new.kind, old.kind) not in ('exit_3_months', 'exit_6_months') then return null; end if;
    delete from app.file_access a where a.region = coalesce(new.region, old.region) and a.source_id = coalesce(new.id, old.id)
      and a.basis = 'follow_up';
    if tg_op <> 'DELETE' and new.status in ('running', 'paused') then
      insert into app.file_access (region, grantee_id, beneficiary_id, basis, source_id, network)
      select new.region, u.ancestor_id, new.beneficiary_id, case u.depth when 0 then 'follow_up' else 'hierarchy' end, new.id,
        b.sharing_status <> 'opposed'
      from app.unit_ancestor u join app.beneficiary b on b.region = new.region and b.id = new.beneficiary_id
      where u.region = new.region and u.unit_id = new.unit_id;
    end if;
    return null;
  end`;
