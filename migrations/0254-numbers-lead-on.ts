import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The number of a file that went into another one stands on letters that people keep: it leads to the file that stayed. Source: domain.md §5. */
export class NumbersLeadOn1763900000254 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    await runner.query(NUMBER_NOW);
    await runner.query('revoke execute on function app.number_now(text) from public');
    await runner.query('grant execute on function app.number_now(text) to app_rw');
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** Says nothing of a person: what may be seen under the number that it answers is decided by whoever searches for it. */
const NUMBER_NOW = `
  create function app.number_now(number text) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
    file record;
  begin
    select b.file_number, b.merged_into_id into file from app.beneficiary b where b.region = here and b.file_number = number;
    while file.merged_into_id is not null loop
      select b.file_number, b.merged_into_id into file from app.beneficiary b where b.region = here and b.id = file.merged_into_id;
    end loop;
    return coalesce(file.file_number, number);
  end $$`;
