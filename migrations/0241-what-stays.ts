import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What of a file stays while the rest moves, and why; and as what the post stood in each referral that moved, so that undoing gives back
 * that and no more. Source: docs/adr/0016.
 */
export class WhatStays1763900000241 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.pack_file add column stays text[] not null default '{}',
      add column referral_roles text[] not null default '{}', drop constraint pack_file_reason_check`);
    await runner.query(`alter table app.pack_file add constraint pack_file_reason_check
      check (reason in ('led_elsewhere', 'closed', 'moved_again', 'not_open'))`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
