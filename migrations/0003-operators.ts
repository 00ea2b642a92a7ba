import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL } from './tables/clauses';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const readOnly = { rights: { app_rw: 'select', app_worker: ALL }, policies: { select: 'true' } } as const;
const OPERATOR_KINDS = `'CIO', 'MISSION_LOCALE', 'FRANCE_TRAVAIL', 'CAP_EMPLOI', 'INFO_JEUNESSE', 'UNIVERSITY_GUIDANCE', 'CEP_REGIONAL',
  'APEC', 'OPCO', 'TRANSITIONS_PRO', 'CHAMBER', 'E2C', 'EPIDE', 'PLIE', 'CIDFF', 'CCAS', 'MLDS', 'ONISEP', 'CITE_DES_METIERS', 'REGION', 'OTHER'`;
const ROLES = `'counsellor', 'unit_lead', 'operator_administrator', 'regional_manager', 'regional_coordinator', 'regional_administrator',
  'data_protection_officer'`;

const tables = [
  tenantTable({
    name: 'commune',
    purpose: 'Reference: communes of the region, to place people and structures.',
    retention: 'Renewed with the official list.',
    secrecy: 'public',
    key: ['code'],
    columns: `code text collate "C" not null, name text not null, postcode text collate "C" not null, departement text collate "C" not null,
      latitude float8, longitude float8`,
    indexes: ['name', 'postcode'],
    ...readOnly,
  }),
  tenantTable({
    name: 'agreement_setting',
    purpose: 'Timers, threshold and label that the regional agreement sets.',
    retention: 'Every version stays as proof.',
    secrecy: 'public',
    columns: `id uuid not null, version int not null, valid_from timestamptz not null, time_zone text not null, body jsonb not null`,
    indexes: ['unique version'],
    ...readOnly,
  }),
  tenantTable({
    name: 'operator',
    purpose: 'Bodies of the regional guidance service.',
    retention: 'As long as the region is open.',
    secrecy: 'public',
    columns: `id uuid not null, kind text not null check (kind in (${OPERATOR_KINDS})), name text not null, short_name text not null,
      status text not null default 'by_right' check (status in ('by_right', 'labelled', 'partner')), status_from date, status_to date,
      sensitive boolean not null default false, commune_code text, created_at timestamptz not null default now(), version int not null default 1`,
    ...readOnly,
  }),
  tenantTable({
    name: 'unit',
    purpose: 'The tree of each operator: directorates, sites, teams.',
    retention: 'As long as the region is open.',
    secrecy: 'public',
    columns: `id uuid not null, operator_id uuid not null, parent_id uuid,
      kind text not null default 'site' check (kind in ('directorate', 'site', 'team')), name text not null, address text not null default '',
      commune_code text, postcode text, latitude float8, longitude float8, receives_referrals boolean not null default true,
      service_summary text not null default '', active boolean not null default true, created_at timestamptz not null default now(),
      version int not null default 1`,
    // A child belongs to its parent's operator: units are never shared.
    constraints: ['unique (region, id, operator_id)', 'check (parent_id <> id)'],
    references: { operator_id: 'operator', 'parent_id, operator_id': 'unit(id, operator_id)' },
    ...readOnly,
  }),
  tenantTable({
    name: 'unit_ancestor',
    purpose: 'Who is above whom, kept from the tree of units.',
    retention: 'With the unit.',
    secrecy: 'public',
    partitioned: false,
    key: ['unit_id', 'ancestor_id'],
    columns: 'unit_id uuid not null, ancestor_id uuid not null, depth int not null check (depth >= 0)',
    indexes: ['ancestor_id, unit_id'],
    references: { unit_id: 'unit', ancestor_id: 'unit' },
    rights: { app_rw: 'select', app_worker: 'select' },
    policies: { select: 'true' },
  }),
  tenantTable({
    name: 'staff',
    purpose: 'Public identity of the professionals.',
    retention: 'Until two years after the last post ends.',
    secrecy: 'professional',
    columns: `id uuid not null, account_id uuid not null, given_name text not null, family_name text not null, email text not null,
      created_at timestamptz not null default now()`,
    indexes: ['unique account_id'],
    ...readOnly,
  }),
  tenantTable({
    name: 'post',
    purpose: 'Who works where, in which role, since when.',
    retention: 'Until two years after it ends.',
    secrecy: 'professional',
    columns: `id uuid not null, staff_id uuid not null, unit_id uuid not null, operator_id uuid not null,
      role text not null check (role in (${ROLES})), title text not null default '', since date not null, until date,
      active boolean not null default true, created_at timestamptz not null default now(), version int not null default 1`,
    constraints: ['check (until >= since)', 'unique (region, id, unit_id)'],
    indexes: ['unit_id, active'],
    references: { staff_id: 'staff', 'unit_id, operator_id': 'unit(id, operator_id)' },
    ...readOnly,
  }),
];

/** Operators, their trees, their professionals; communes and the settings of the agreement. */
export class Operators1763900000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await letUpkeep(runner, { unit: 'select', unit_ancestor: ALL });
    await addUpkeep(runner, 'place_unit', PLACE_UNIT);
    await addTrigger(runner, 'unit', 'after insert or update of parent_id', 'place_unit');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** Keeps the closure table of the tree; a move takes the whole branch along, and a loop is refused. */
const PLACE_UNIT = `
  declare
    branch uuid[];
  begin
    if tg_op = 'INSERT' then
      insert into app.unit_ancestor (region, unit_id, ancestor_id, depth)
      values (new.region, new.id, new.id, 0);
      insert into app.unit_ancestor (region, unit_id, ancestor_id, depth)
      select p.region, new.id, p.ancestor_id, p.depth + 1
      from app.unit_ancestor p where p.region = new.region and p.unit_id = new.parent_id;
      return null;
    end if;
    if new.parent_id is not distinct from old.parent_id then return null; end if;
    select array_agg(b.unit_id) into branch from app.unit_ancestor b where b.region = new.region and b.ancestor_id = new.id;
    if new.parent_id = any (branch) then
      raise exception 'a unit cannot stand below itself' using errcode = 'check_violation', constraint = 'unit_tree';
    end if;
    delete from app.unit_ancestor a
    where a.region = new.region and a.unit_id = any (branch) and not (a.ancestor_id = any (branch));
    insert into app.unit_ancestor (region, unit_id, ancestor_id, depth)
    select p.region, b.unit_id, p.ancestor_id, p.depth + b.depth + 1
    from app.unit_ancestor p
    join app.unit_ancestor b on b.region = p.region and b.ancestor_id = new.id
    where p.region = new.region and p.unit_id = new.parent_id;
    return null;
  end`;
