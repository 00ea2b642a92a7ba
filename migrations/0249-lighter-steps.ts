import type { MigrationInterface, QueryRunner } from 'typeorm';

/** References that most rows of a table leave empty. */
const SELDOM = [
  ['notice', 'referral_id'],
  ['notice', 'operator_id'],
  ['notice', 'sender_unit_id'],
  ['notice', 'receiver_unit_id'],
  ['clock', 'appointment_id'],
] as const;

/**
 * A step of a clock writes less. What a row leaves empty is in no index: the notice of a date is in five of nine. And dates that come in
 * the same minute are found by professional, so that a batch is about few of them, who get one mail each.
 */
export class LighterSteps1763900000249 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of SELDOM) {
      await runner.query(`drop index app.${table}_region_${column}_idx`);
      await runner.query(`create index on app.${table} (region, ${column}) where ${column} is not null`);
    }
    await runner.query('drop index app.clock_region_next_at_id_idx');
    await runner.query('create index on app.clock (region, next_at, post_id, id) where next_at is not null');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
