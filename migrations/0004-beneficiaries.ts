import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, fileOpen, ME, MY_OPERATOR, MY_UNIT } from './tables/clauses';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const mine = `lead_post_id = ${ME} or lead_unit_id = ${MY_UNIT}`;
const open = fileOpen('beneficiary', 'id');

const tables = [
  tenantTable({
    name: 'beneficiary',
    purpose: 'The person accompanied: identity, how to reach them safely, who answers for continuity.',
    retention: 'Two years after the last contact, then archived, then erased or made anonymous.',
    secrecy: 'personal',
    columns: `id uuid not null, file_number text collate "C" not null,
      family_name text not null, birth_name text, given_name text not null, name_of_use text, pronoun text, birth_date date not null,
      phone_sealed bytea, phone_index text collate "C", email_sealed bytea, email_index text collate "C", street_sealed bytea,
      commune_code text collate "C", sealed_key bytea,
      language text not null default 'fr', interpreter boolean not null default false,
      contact_preference text not null default 'phone' check (contact_preference in ('phone', 'sms', 'email', 'mail', 'none')),
      contact_rule text not null default '', unsafe_to_contact boolean not null default false,
      status text not null default 'active' check (status in ('active', 'closed')), lead_post_id uuid, lead_unit_id uuid,
      sharing_status text not null default 'informed' check (sharing_status in ('informed', 'agreed', 'opposed')),
      created_by_post uuid not null, created_by_operator uuid not null, created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(), last_contact_at timestamptz, version int not null default 1`,
    constraints: [
      // An active file has exactly one lead: a post, or the unassigned queue of a named unit.
      `constraint one_lead check (status <> 'active' or num_nonnulls(lead_post_id, lead_unit_id) = 1)`,
      `check (num_nonnulls(phone_sealed, email_sealed, street_sealed) = 0 or sealed_key is not null)`,
    ],
    indexes: ['unique file_number', 'phone_index', 'email_index', 'birth_date', 'lead_post_id', 'lead_unit_id', 'last_contact_at'],
    references: {
      lead_post_id: 'post',
      lead_unit_id: 'unit',
      created_by_post: 'post',
      created_by_operator: 'operator',
    },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: {
      select: `${mine} or ${open}`,
      insert: `created_by_operator = ${MY_OPERATOR} and created_by_post = ${ME}`,
      update: { of: `${mine} or ${open}`, to: 'true' },
    },
  }),
  tenantTable({
    name: 'lead_tenure',
    purpose: 'Who led the file from when to when: no gap, never two.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null default gen_random_uuid(), beneficiary_id uuid not null, post_id uuid, unit_id uuid,
      since timestamptz not null, until timestamptz`,
    constraints: ['check (num_nonnulls(post_id, unit_id) = 1)', 'check (until >= since)'],
    indexes: ['unique beneficiary_id where until is null', 'beneficiary_id, since'],
    references: { beneficiary_id: 'beneficiary', post_id: 'post', unit_id: 'unit' },
    rights: { app_rw: 'select', app_worker: 'select' },
    policies: { select: fileOpen('lead_tenure') },
  }),
  tenantTable({
    name: 'file_access',
    purpose: 'Which unit or post may open which file, and why: kept from supports and broken glasses.',
    retention: 'Ends with its cause.',
    secrecy: 'professional',
    partitioned: false,
    key: ['grantee_id', 'beneficiary_id', 'basis', 'source_id'],
    columns: `grantee_id uuid not null, beneficiary_id uuid not null,
      basis text not null check (basis in ('support', 'hierarchy', 'referral', 'glass')), source_id uuid not null,
      network boolean not null default true, expires_at timestamptz`,
    indexes: ['source_id'],
    references: { beneficiary_id: 'beneficiary' },
    rights: { app_rw: 'select', app_worker: 'select' },
    policies: { select: `grantee_id in (${MY_UNIT}, ${ME})` },
  }),
  tenantTable({
    name: 'legal_representative',
    purpose: 'Holder of parental authority, or guardian.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, given_name text not null, family_name text not null,
      relation text not null check (relation in ('mother', 'father', 'guardian', 'institution', 'other')), phone_sealed bytea,
      parental_authority boolean not null default true, created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(), version int not null default 1`,
    references: { beneficiary_id: 'beneficiary' },
    rights: { app_rw: ALL, app_worker: ALL },
    policies: {
      select: fileOpen('legal_representative'),
      insert: fileOpen('legal_representative'),
      update: { of: fileOpen('legal_representative'), to: fileOpen('legal_representative') },
      delete: fileOpen('legal_representative'),
    },
  }),
  tenantTable({
    name: 'situation',
    purpose: 'Where the person stands, told once: schooling, employment, housing, mobility…',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null,
      kind text not null check (kind in ('schooling', 'employment', 'training', 'job_seeking', 'housing', 'mobility', 'family', 'health',
        'resources', 'other')),
      detail text not null default '', valid_from date not null, valid_until date, author_post_id uuid not null, operator_id uuid not null,
      created_at timestamptz not null default now()`,
    constraints: ['check (valid_until >= valid_from)'],
    indexes: ['beneficiary_id, valid_from'],
    references: { beneficiary_id: 'beneficiary', author_post_id: 'post', operator_id: 'operator' },
    rights: { app_rw: 'select, insert, update (valid_until)', app_worker: ALL },
    policies: {
      select: fileOpen('situation'),
      insert: `operator_id = ${MY_OPERATOR} and author_post_id = ${ME} and ${fileOpen('situation')}`,
      update: { of: fileOpen('situation'), to: fileOpen('situation') },
    },
  }),
  tenantTable({
    name: 'not_same_person',
    purpose: 'Two files that a professional told apart, so that nobody is asked twice.',
    retention: 'With the first of the two files to go.',
    secrecy: 'professional',
    key: ['low_id', 'high_id'],
    columns: 'low_id uuid not null, high_id uuid not null, by_post_id uuid not null, decided_at timestamptz not null default now()',
    constraints: ['check (low_id < high_id)'],
    references: { low_id: 'beneficiary', high_id: 'beneficiary', by_post_id: 'post' },
    rights: { app_rw: 'select, insert', app_worker: ALL },
    policies: { select: 'true', insert: `by_post_id = ${ME}` },
  }),
];

/** The person, the file and who leads it. */
export class Beneficiaries1763900000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await letUpkeep(runner, { beneficiary: 'select', lead_tenure: 'select, insert, update', file_access: ALL });
    await addUpkeep(runner, 'keep_lead', KEEP_LEAD);
    await addTrigger(runner, 'beneficiary', 'after insert or update of lead_post_id, lead_unit_id, status', 'keep_lead');
    await runner.query('grant usage on schema part to relais_upkeep');
    await addUpkeep(runner, 'number_file', NUMBER_FILE);
    await addTrigger(runner, 'beneficiary', 'before insert', 'number_file');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** The old tenure ends at the instant the new one begins. */
const KEEP_LEAD = `
  begin
    if tg_op = 'UPDATE' then
      if (new.lead_post_id, new.lead_unit_id, new.status) is not distinct from (old.lead_post_id, old.lead_unit_id, old.status) then
        return null;
      end if;
      update app.lead_tenure t set until = greatest(now(), t.since)
      where t.region = new.region and t.beneficiary_id = new.id and t.until is null;
    end if;
    if new.status = 'active' then
      insert into app.lead_tenure (region, beneficiary_id, post_id, unit_id, since)
      values (new.region, new.id, new.lead_post_id, new.lead_unit_id, now());
    end if;
    return null;
  end`;

/** File numbers come from a sequence of each region: 53-004217. They say nothing but the order of entry. */
const NUMBER_FILE = `
  begin
    if new.file_number is null then
      new.file_number := new.region || '-' || lpad(nextval(format('part.file_number_%s', new.region)::regclass)::text, 6, '0');
    end if;
    return new;
  end`;
