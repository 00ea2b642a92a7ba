import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CALENDAR_OF } from './agenda/doors';
import { addUpkeep } from './tables/upkeep';

const IN_OFFICE = 'p.id = feed.post_id and p.active)';

/**
 * A calendar feed ends with its professional's last day; and whoever was seen today was heard of by the moment of the answer, not at a noon
 * to come. Databases filled before hear of both. Source: docs/adr/0018, docs/adr/0020.
 */
export class NobodyHeardOfTomorrow1763900000251 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addUpkeep(runner, 'hear_by_network', HEAR_BY_NETWORK);
    if (!CALENDAR_OF.includes(IN_OFFICE)) throw new Error('the feed is written otherwise');
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    await runner.query(
      CALENDAR_OF.replace('create function', 'create or replace function').replace(
        IN_OFFICE,
        'p.id = feed.post_id and p.active and (p.until is null or p.until >= moment::date))',
      ),
    );
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** The day is all that is known: noon of that day counts, or the moment of the answer when that is earlier. */
const HEAR_BY_NETWORK = `
  declare
    noon timestamptz := least(new.seen_on + time '12:00', new.answered_at);
  begin
    if new.seen then
      update app.beneficiary b set last_contact_at = noon
      where b.region = new.region and b.id = new.beneficiary_id and (b.last_contact_at is null or b.last_contact_at < noon);
    end if;
    return null;
  end`;
