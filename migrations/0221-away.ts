import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BUSY_OR_AWAY } from './agenda/away';
import { letUpkeep } from './tables/upkeep';

/** Whoever is away is taken: days of absence, and all days after a departure, in the region's own hours. */
export class Away1763900000221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await letUpkeep(runner, { absence: 'select', agreement_setting: 'select' });
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    await runner.query(BUSY_OR_AWAY);
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
