import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, fileOpen, ME, myTree } from './tables/clauses';
import { addTrigger, addUpkeep } from './tables/upkeep';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const OFFICER = `(select sec.role()) = 'data_protection_officer'`;
const leadAbove = (table: string): string => `(select sec.role()) = 'unit_lead' and ${myTree(table, 'unit_id')}`;

const tables = [
  tenantTable({
    name: 'glass_review',
    purpose: 'What somebody else found when looking at a file opened in an emergency.',
    retention: 'Six years, as proof.',
    secrecy: 'professional',
    columns: `id uuid not null, glass_id uuid not null, unit_id uuid not null, opened_by_post_id uuid not null, reviewer_post_id uuid not null,
      verdict text not null check (verdict in ('justified', 'unjustified')), note text not null default '', at timestamptz not null`,
    indexes: ['unique glass_id'],
    references: { glass_id: 'glass', unit_id: 'unit', opened_by_post_id: 'post', reviewer_post_id: 'post' },
    rights: { app_rw: 'select, insert', app_worker: ALL },
    policies: {
      select: `opened_by_post_id = ${ME} or ${OFFICER} or ${leadAbove('glass_review')}`,
      insert: `reviewer_post_id = ${ME} and (${OFFICER} or ${leadAbove('glass_review')})`,
    },
  }),
  tenantTable({
    name: 'suspicion',
    purpose: 'Reading that looks like curiosity, to be looked at by the data-protection officer.',
    retention: 'One year after it is settled.',
    secrecy: 'personal',
    columns: `id uuid not null, kind text not null check (kind in ('same_name', 'colleague', 'many_files', 'closed_file')),
      post_id uuid not null, beneficiary_id uuid, file_number text, day date not null, count int not null, first_at timestamptz not null,
      last_at timestamptz not null, settled_at timestamptz, settled_by_post_id uuid, ended_as text check (ended_as in ('explained', 'confirmed')),
      note text not null default '', version int not null default 1`,
    constraints: ['check ((settled_at is null) = (ended_as is null))'],
    indexes: [
      'unique kind, post_id, beneficiary_id, day where beneficiary_id is not null',
      'unique kind, post_id, day where beneficiary_id is null',
      'last_at where settled_at is null',
    ],
    references: { post_id: 'post', beneficiary_id: 'beneficiary', settled_by_post_id: 'post' },
    rights: { app_rw: 'select, update (settled_at, settled_by_post_id, ended_as, note, version)', app_worker: ALL },
    policies: { select: OFFICER, update: { of: OFFICER, to: `${OFFICER} and settled_by_post_id = ${ME}` } },
  }),
  tenantTable({
    name: 'watch_mark',
    purpose: 'Until when the journal was looked through for suspicions.',
    retention: 'As long as the region is open.',
    secrecy: 'professional',
    key: ['name'],
    columns: 'name text not null, until timestamptz not null',
    rights: { app_rw: '', app_worker: ALL },
    policies: {},
  }),
];

/** Who watches those who read: broken glasses are reviewed, reading that looks like curiosity is looked at. Source: trust.md §4. */
export class Watching1763900000141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await runner.query(
      'alter table app.glass add column file_number text, add column review_due_at timestamptz, add column overdue_told_at timestamptz',
    );
    await runner.query('create index on app.glass (region, review_due_at) where overdue_told_at is null');
    await runner.query('grant update (overdue_told_at) on app.glass to app_worker');
    await runner.query(`alter policy sees on app.glass
      using (region = sec.region() and (post_id = ${ME} or ${fileOpen('glass')} or ${OFFICER} or ${leadAbove('glass')}))`);
    await addUpkeep(runner, 'number_glass', NUMBER_GLASS);
    await addTrigger(runner, 'glass', 'before insert', 'number_glass');
    await runner.query('create index on app.audit (region, at)');
    await this.openJournal(runner);
  }

  /** The file number of a person, for the data-protection officer alone: a number is no name. */
  private async openJournal(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    await runner.query(`
      create function app.file_numbers(here text, people uuid[]) returns table (beneficiary_id uuid, file_number text)
      language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if here is distinct from sec.region() or sec.role() is distinct from 'data_protection_officer' then return; end if;
        return query select b.id, b.file_number from app.beneficiary b where b.region = here and b.id = any (people);
      end $$`);
    await runner.query(`
      create function app.numbered_file(here text, number text) returns uuid
      language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if here is distinct from sec.region() or sec.role() is distinct from 'data_protection_officer' then return null; end if;
        return (select b.id from app.beneficiary b where b.region = here and b.file_number = number);
      end $$`);
    for (const door of ['app.file_numbers(text, uuid[])', 'app.numbered_file(text, text)']) {
      await runner.query(`revoke execute on function ${door} from public`);
      await runner.query(`grant execute on function ${door} to app_rw`);
    }
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** Whoever looks at a broken glass knows which file it is by its number, which is no name. */
const NUMBER_GLASS = `
  begin
    select b.file_number into new.file_number from app.beneficiary b where b.region = new.region and b.id = new.beneficiary_id;
    return new;
  end`;
