import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OPEN_AFTER_FILE } from './coordination/doors';
import { MOVED_ON } from './coordination/moved-on';

/**
 * The coordinator who comes a moment too late hears who was first, instead of a referral that does not exist: where it stands and who
 * moved it last, nothing else, and only of what once needed the region; and who decides takes the file before the referral. See docs/adr/0009.
 */
export class MovedOn1763900000128 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A row can be locked only by whoever may update it.
    await runner.query('grant update (version) on app.beneficiary to relais_upkeep');
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    await runner.query(OPEN_AFTER_FILE);
    await runner.query(MOVED_ON);
    await runner.query('revoke execute on function app.moved_on_from_coordination from public');
    await runner.query('grant execute on function app.moved_on_from_coordination to app_rw');
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
