import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The newest migration is the one with the highest number, not the one that ran last: several branches land in any order. */
export class NewestMigration1763900000151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function app.last_migration() returns text
      language sql stable security definer set search_path = pg_catalog, pg_temp
      as 'select name::text from deploy.migration order by "timestamp" desc limit 1'`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
