import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which age, and up to which, a team receives somebody: what it can't take is known before it is asked. Source: experience.md, screen 5. */
export class AgesReceived1763900000253 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.unit add column age_from int, add column age_to int,
      add constraint unit_ages check (age_from >= 0 and age_to <= 130 and age_from <= age_to)`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
