import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a running program ask which migration ran last, for `/api/health/ready`; it sees nothing else of the deployment. */
export class SchemaVersion1763900000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.last_migration() returns text
      language sql stable security definer set search_path = pg_catalog, pg_temp
      as 'select name::text from deploy.migration order by id desc limit 1'`);
    await runner.query('revoke execute on function app.last_migration() from public');
    await runner.query('grant execute on function app.last_migration() to app_rw, app_worker');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
