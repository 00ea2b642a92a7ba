import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the tables of a closed region wait, out of everyone's reach, and which posts ended with their region. Source: docs/adr on closing. */
export class ClosedRegions1763900000150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema closed');
    await runner.query(`
      create table deploy.closed_region (
        region text collate "C" primary key,
        closed_at timestamptz not null default now()
      )`);
    await runner.query('alter table auth.account_post add column closed_with_region boolean not null default false');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
