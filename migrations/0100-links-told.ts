import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addTrigger, addUpkeep } from './tables/upkeep';

/**
 * A request for a link keeps the index card that the asker saw, since the file behind it stays closed to them, and the words of the
 * answer. A legal representative ends on a day instead of disappearing.
 */
export class LinksTold1763900000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.link_request add column card_id uuid, add column masked_name text not null default '',
      add column birth_year int, add column answer text not null default '' check (length(answer) <= 2000)`);
    await runner.query('create index on app.link_request (region, requester_unit_id, created_at)');
    await runner.query('grant select on app.index_card to relais_upkeep');
    await addUpkeep(runner, 'keep_card', KEEP_CARD);
    await addTrigger(runner, 'link_request', 'before insert', 'keep_card');
    await runner.query('alter table app.legal_representative add column ended_on date');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const KEEP_CARD = `
  begin
    select c.id, lexicon.masked_name(b.family_name, coalesce(nullif(b.name_of_use, ''), b.given_name)), extract(year from b.birth_date)::int
    into new.card_id, new.masked_name, new.birth_year
    from app.beneficiary b
    join app.index_card c on c.region = b.region and c.beneficiary_id = b.id
    where b.region = new.region and c.region = new.region and b.id = new.beneficiary_id;
    new.masked_name := coalesce(new.masked_name, '');
    return new;
  end`;
