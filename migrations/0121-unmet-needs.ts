import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL } from './tables/clauses';
import { createTenantTables, tenantTable } from './tables/tenant-table';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';

const unmetNeed = tenantTable({
  name: 'unmet_need',
  purpose: 'Needs that nobody could take, by theme and territory: what the region must build. No person.',
  retention: 'Five years, as figures.',
  secrecy: 'professional',
  columns: `id uuid not null, referral_id uuid not null, theme text collate "C" not null, receiver_unit_id uuid not null, sender_unit_id uuid not null,
    departement text collate "C", reason text not null check (reason in ('no_place', 'no_answer')), at timestamptz not null`,
  indexes: ['at', 'theme, at'],
  references: { referral_id: 'referral', receiver_unit_id: 'unit', sender_unit_id: 'unit' },
  rights: { app_rw: 'insert', app_worker: ALL },
  policies: { insert: 'true' },
});

/** Unmet needs; a receiver who declines knows no address, so the territory is written by the database. Source: domain.md §6. */
export class UnmetNeeds1763900000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, [unmetNeed]);
    await letUpkeep(runner, { commune: 'select' });
    await addUpkeep(runner, 'place_need', PLACE_NEED);
    await addTrigger(runner, 'unmet_need', 'before insert', 'place_need');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const PLACE_NEED = `
  begin
    select c.departement into new.departement from app.referral r
    join app.beneficiary b on b.region = new.region and b.id = r.beneficiary_id
    join app.commune c on c.region = new.region and c.code = b.commune_code
    where r.region = new.region and r.id = new.referral_id;
    return new;
  end`;
