import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COORDINATED_TYPE, DOOR_NAMES, DOORS } from './coordination/doors';
import { letUpkeep } from './tables/upkeep';

/**
 * The regional coordinator acts on referrals without knowing the person: no policy lets the role read any table of the file; four
 * functions hand out need, units, clocks, reasons and a file number, and write the coordinator's own moves. See docs/adr/0009.
 */
export class Coordination1763900000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index on app.referral (region, closed_at) where closure = 'expired'`);
    await runner.query(COORDINATED_TYPE);
    await runner.query('grant select, insert, update on app.referral to relais_upkeep');
    await runner.query('grant insert on app.referral_transition to relais_upkeep');
    await runner.query('grant update on app.support to relais_upkeep');
    await letUpkeep(runner, { referral_reminder: 'select', sharing: 'select', appointment: 'select, update' });
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    for (const door of DOORS) await runner.query(door);
    await runner.query(`revoke execute on function ${DOOR_NAMES} from public`);
    await runner.query(`grant execute on function ${DOOR_NAMES} to app_rw`);
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
