import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, fileOpen, fileShared, ME, MY_OPERATOR, MY_UNIT } from './tables/clauses';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';
import { createTenantTables, tenantTable } from './tables/tenant-table';

/** A note's audience. Its author reads it as long as the file is open to them; a wider audience adds readers, it never removes one. */
const noteOpen = `(author_post_id = ${ME} or audience = 'team' and unit_id = ${MY_UNIT}
  or audience in ('operator', 'network', 'person') and operator_id = ${MY_OPERATOR}) and ${fileOpen('note')}
  or audience in ('network', 'person') and ${fileShared('note')}`;
const byMe = `operator_id = ${MY_OPERATOR} and unit_id = ${MY_UNIT} and author_post_id = ${ME}`;
const draftOfMine = `author_post_id = ${ME} and exists (select 1 from app.interview i where i.region = note.region and i.id = note.interview_id
  and i.status = 'draft')`;

const tables = [
  tenantTable({
    name: 'appointment',
    purpose: 'A slot with a person, and whether it was honoured.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, operator_id uuid not null, unit_id uuid not null, post_id uuid not null,
      referral_id uuid, starts_at timestamptz not null, minutes int not null check (minutes between 5 and 600), place text not null default '',
      purpose text not null default '',
      status text not null default 'planned' check (status in ('planned', 'honoured', 'no_show', 'excused', 'cancelled')),
      created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version int not null default 1`,
    indexes: ['post_id, starts_at', 'unit_id, starts_at', 'beneficiary_id, starts_at'],
    references: { beneficiary_id: 'beneficiary', 'unit_id, operator_id': 'unit(id, operator_id)', post_id: 'post' },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: {
      select: fileOpen('appointment'),
      insert: `operator_id = ${MY_OPERATOR} and ${fileOpen('appointment')}`,
      update: { of: `operator_id = ${MY_OPERATOR} and ${fileOpen('appointment')}`, to: `operator_id = ${MY_OPERATOR}` },
    },
  }),
  tenantTable({
    name: 'interview',
    purpose: 'A dated exchange with the person.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, operator_id uuid not null, unit_id uuid not null, author_post_id uuid not null,
      appointment_id uuid, mode text not null check (mode in ('on_site', 'phone', 'video', 'outreach', 'mail', 'third_party')),
      happened_at timestamptz not null, minutes int check (minutes between 0 and 600), themes text[] not null default '{}',
      status text not null default 'draft' check (status in ('draft', 'sealed')), next_meeting_at timestamptz,
      two_way boolean not null default true, sealed_at timestamptz, created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(), version int not null default 1`,
    constraints: [`check ((status = 'sealed') = (sealed_at is not null))`],
    indexes: ['beneficiary_id, happened_at', 'author_post_id, happened_at'],
    references: {
      beneficiary_id: 'beneficiary',
      'unit_id, operator_id': 'unit(id, operator_id)',
      author_post_id: 'post',
      appointment_id: 'appointment',
    },
    rights: { app_rw: ALL, app_worker: ALL },
    policies: {
      select: `(author_post_id = ${ME} or status = 'sealed') and ${fileOpen('interview')}`,
      insert: `${byMe} and ${fileOpen('interview')}`,
      update: { of: `author_post_id = ${ME}`, to: `author_post_id = ${ME}` },
      delete: `author_post_id = ${ME} and status = 'draft'`,
    },
  }),
  tenantTable({
    name: 'note',
    purpose: 'What was written, for whom it was written.',
    retention: 'With the file.',
    secrecy: 'protected',
    columns: `id uuid not null, interview_id uuid not null, beneficiary_id uuid not null, operator_id uuid not null, unit_id uuid not null,
      author_post_id uuid not null,
      audience text not null default 'operator' check (audience in ('self', 'team', 'operator', 'network', 'person')), body text not null,
      addendum boolean not null default false, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
      version int not null default 1`,
    indexes: ['beneficiary_id, created_at'],
    references: {
      interview_id: 'interview',
      beneficiary_id: 'beneficiary',
      'unit_id, operator_id': 'unit(id, operator_id)',
      author_post_id: 'post',
    },
    rights: { app_rw: ALL, app_worker: ALL },
    policies: {
      select: noteOpen,
      insert: `${byMe} and ${fileOpen('note')}`,
      update: { of: `author_post_id = ${ME}`, to: byMe },
      delete: draftOfMine,
    },
  }),
  tenantTable({
    name: 'goal',
    purpose: 'What the person wants, in their own words.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, interview_id uuid, operator_id uuid not null, words text not null, theme text,
      status text not null default 'open' check (status in ('open', 'met', 'dropped')), created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(), version int not null default 1`,
    references: { beneficiary_id: 'beneficiary', interview_id: 'interview', operator_id: 'operator' },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: {
      select: fileOpen('goal'),
      insert: `operator_id = ${MY_OPERATOR} and ${fileOpen('goal')}`,
      update: { of: fileOpen('goal'), to: fileOpen('goal') },
    },
  }),
  tenantTable({
    name: 'action',
    purpose: 'Who does what by when.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, interview_id uuid, goal_id uuid, operator_id uuid not null, words text not null,
      owner text not null check (owner in ('person', 'staff', 'unit')), owner_post_id uuid, due_on date,
      status text not null default 'open' check (status in ('open', 'done', 'dropped')), outcome text, done_at timestamptz,
      created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version int not null default 1`,
    indexes: ['owner_post_id, status, due_on'],
    references: {
      beneficiary_id: 'beneficiary',
      interview_id: 'interview',
      goal_id: 'goal',
      operator_id: 'operator',
      owner_post_id: 'post',
    },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: {
      select: fileOpen('action'),
      insert: `operator_id = ${MY_OPERATOR} and ${fileOpen('action')}`,
      update: { of: fileOpen('action'), to: fileOpen('action') },
    },
  }),
];

/** Appointments, interviews, notes by audience, goals and actions. */
export class Interviews1763900000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await letUpkeep(runner, { interview: 'select' });
    await addUpkeep(runner, 'keep_sealed', KEEP_SEALED);
    await addTrigger(runner, 'interview', 'before update or delete', 'keep_sealed');
    await addUpkeep(runner, 'keep_told', KEEP_TOLD);
    await addTrigger(runner, 'note', 'before update or delete', 'keep_told');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** A sealed interview is a record: it gets addenda, never another content. */
const KEEP_SEALED = `
  begin
    if old.status = 'sealed' and (tg_op = 'DELETE' or (new.beneficiary_id, new.author_post_id, new.mode, new.happened_at, new.minutes,
      new.themes, new.status, new.two_way, new.sealed_at) is distinct from (old.beneficiary_id, old.author_post_id, old.mode,
      old.happened_at, old.minutes, old.themes, old.status, old.two_way, old.sealed_at)) then
      raise exception 'a sealed interview does not change' using errcode = 'check_violation', constraint = 'interview_sealed';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end`;

/** The words of a sealed interview's note stay as they were told; only its audience may still change. */
const KEEP_TOLD = `
  begin
    if (tg_op = 'DELETE' or new.body is distinct from old.body) and exists (select from app.interview i
      where i.region = old.region and i.id = old.interview_id and i.status = 'sealed') then
      raise exception 'a note of a sealed interview does not change' using errcode = 'check_violation', constraint = 'note_told';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end`;
