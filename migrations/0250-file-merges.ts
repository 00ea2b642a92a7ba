import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CARRIED } from './merging/carried';
import { MERGE_DOORS } from './merging/doors';
import { ALL, fileOpen, ME } from './tables/clauses';
import { createTenantTables, regionPolicy, tenantTable } from './tables/tenant-table';
import { addUpkeep } from './tables/upkeep';
import { addReference } from './tables/with-rows';

const kept = fileOpen('file_merge', 'survivor_id');
const both = `${kept} and ${fileOpen('file_merge', 'absorbed_id')}`;

const tables = [
  tenantTable({
    name: 'file_merge',
    purpose: 'Two files are one person: who proposed it, what was chosen, who checked, until when it can be undone.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, survivor_id uuid not null, absorbed_id uuid not null, takes text[] not null default '{}',
      reason text not null check (length(reason) between 1 and 2000), status text not null check (status in ('proposed', 'refused', 'merging',
        'merged', 'undoing', 'undone', 'stopped')),
      proposed_by_post_id uuid not null, proposed_at timestamptz not null, reviewed_by_post_id uuid, reviewed_at timestamptz,
      answer text not null default '', stopped text, merged_at timestamptz, undo_until timestamptz, undone_by_post_id uuid,
      undone_at timestamptz, superseded_ids uuid[] not null default '{}', version int not null default 1`,
    constraints: [
      'constraint merge_of_two check (survivor_id <> absorbed_id)',
      'constraint merge_by_two check (reviewed_by_post_id <> proposed_by_post_id)',
      `constraint merge_reviewed check ((status = 'proposed') = (reviewed_at is null))`,
      `constraint merge_stopped check ((status = 'stopped') = (stopped is not null))`,
      `constraint merge_undoable check ((merged_at is null) = (undo_until is null))`,
    ],
    indexes: [
      // A file goes into one other at most, whoever approves at the same moment.
      `unique absorbed_id where status in ('merging', 'merged', 'undoing')`,
      `unique absorbed_id, survivor_id where status = 'proposed'`,
      'survivor_id, status',
      'absorbed_id, status',
      'proposed_by_post_id',
    ],
    references: {
      survivor_id: 'beneficiary',
      absorbed_id: 'beneficiary',
      proposed_by_post_id: 'post',
      reviewed_by_post_id: 'post',
      undone_by_post_id: 'post',
    },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: {
      select: `proposed_by_post_id = ${ME} or ${kept}`,
      insert: `proposed_by_post_id = ${ME} and status = 'proposed' and ${both}`,
      update: { of: kept, to: kept },
    },
  }),
  tenantTable({
    name: 'file_merge_row',
    purpose: 'Where each row was, and what was changed in it, so that a merge can be undone.',
    retention: 'With the file.',
    secrecy: 'protected',
    key: ['merge_id', 'table_name', 'row_id'],
    columns: `merge_id uuid not null, table_name text collate "C" not null, row_id uuid not null, moved boolean not null default false,
      stays boolean not null default false, before jsonb, after jsonb`,
    constraints: ['check (not (moved and stays))', 'check ((before is null) = (after is null))'],
    references: { merge_id: 'file_merge' },
    rights: { app_rw: '', app_worker: 'select, insert, update' },
    policies: {},
  }),
];

/**
 * Two files of one person become one, and are parted again within thirty days: each row that moved is on record. Source: domain.md §5,
 * docs/adr/0024.
 */
export class FileMerges1763900000250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await runner.query('alter table app.beneficiary add column merged_into_id uuid');
    await addReference(runner, 'beneficiary', 'merged_into_id', 'beneficiary');
    // Nobody opens a merged file again, accompanies the person there, or comes back to it.
    await runner.query(`alter table app.beneficiary add constraint merged_is_closed check (merged_into_id is null or status = 'closed')`);
    await this.letCarry(runner);
    await addUpkeep(runner, 'append_only', APPEND_ONLY);
    await addUpkeep(runner, 'keep_pack', KEEP_PACK);
    await addUpkeep(runner, 'keep_sealed', KEEP_SEALED);
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    for (const [signature, door] of Object.entries(MERGE_DOORS)) {
      await runner.query(door);
      await runner.query(`revoke execute on function app.${signature} from public`);
    }
    await runner.query('grant execute on function app.merge_facts(uuid, uuid, uuid), app.file_led_to(uuid) to app_rw');
    await runner.query(`grant execute on function app.merge_facts(uuid, uuid, uuid), app.merge_reviewers(uuid, uuid, uuid),
      app.carry_file(uuid, date), app.bring_file_back(uuid, date) to app_worker`);
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  /** The role of the upkeep moves what hangs on a file, by the doors alone. */
  private async letCarry(runner: QueryRunner): Promise<void> {
    const policed = (await runner.query(`select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
      where p.polname = 'upkeep' and c.relnamespace = 'app'::regnamespace`)) as { name: string }[];
    const known = new Set(policed.map(({ name }) => name));
    const rights: Record<string, string> = Object.fromEntries(CARRIED.map((table) => [table, 'select, update (beneficiary_id)']));
    Object.assign(rights, {
      file_merge: 'select, update',
      file_merge_row: 'select, insert, update',
      index_card: 'select, insert, delete',
      continuity_pack: 'select',
      pack_file: 'select',
    });
    for (const [table, verbs] of Object.entries(rights)) {
      await runner.query(`grant ${verbs} on app.${table} to relais_upkeep`);
      if (known.has(table)) continue;
      await runner.query(regionPolicy('upkeep', table, 'all', 'relais_upkeep', { using: 'true', check: 'true' }));
    }
    await runner.query('grant update (opened_on, closed_on, scheme, referral_id) on app.support to relais_upkeep');
    const stopped = 'status, dropped, paused_on, pause_until, pause_proof, next_at, next_milestone';
    await runner.query(`grant update (${stopped}) on app.clock to relais_upkeep`);
    await runner.query('grant update (referral_id) on app.appointment to relais_upkeep');
    await runner.query('grant update (phone_sealed) on app.legal_representative to relais_upkeep');
    await runner.query('grant update on app.beneficiary to relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** A row goes to another file only while these two are merged or parted, and nothing else of it changes. */
const CARRIED_BY_MERGE = `tg_op = 'UPDATE' and to_jsonb(new) - 'beneficiary_id' = to_jsonb(old) - 'beneficiary_id'
      and exists (select from app.file_merge m where m.region = old.region and m.status in ('merging', 'undoing')
        and array[m.survivor_id, m.absorbed_id] @> array[(to_jsonb(old) ->> 'beneficiary_id')::uuid, (to_jsonb(new) ->> 'beneficiary_id')::uuid])`;

/** As before (0007); but for the file that a line hangs on. */
const APPEND_ONLY = `
  begin
    if tg_table_name !~ '^audit' and ${CARRIED_BY_MERGE} then
      return new;
    end if;
    raise exception 'this log is only added to' using errcode = 'check_violation', constraint = 'append_only';
  end`;

/** As before (0040); but for the file that the pack hangs on. */
const KEEP_PACK = `
  begin
    if (tg_op = 'DELETE' or to_jsonb(new) - 'readable' is distinct from to_jsonb(old) - 'readable') and not (${CARRIED_BY_MERGE}) then
      raise exception 'a pack is only added to' using errcode = 'check_violation', constraint = 'append_only';
    end if;
    return new;
  end`;

/** As before (0006); but for the file that the interview hangs on. */
const KEEP_SEALED = `
  begin
    if old.status = 'sealed' and (tg_op = 'DELETE' or (new.beneficiary_id, new.author_post_id, new.mode, new.happened_at, new.minutes,
      new.themes, new.status, new.two_way, new.sealed_at) is distinct from (old.beneficiary_id, old.author_post_id, old.mode,
      old.happened_at, old.minutes, old.themes, old.status, old.two_way, old.sealed_at)) and not (${CARRIED_BY_MERGE}) then
      raise exception 'a sealed interview does not change' using errcode = 'check_violation', constraint = 'interview_sealed';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end`;
