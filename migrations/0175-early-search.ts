import type { MigrationInterface, QueryRunner } from 'typeorm';
import { findPeopleEarly } from './search/find-people-early';
import { listWords } from './search/lexicon';
import { WORDS_ALIKE } from './search/words-alike';
import { addTrigger, addUpkeep } from './tables/upkeep';

/**
 * A search that looks at few rows: each word of a name knows when its bearer was born, so that words and dates narrow together in one
 * index; the search function stops as soon as it has enough people, and asks each table once.
 */
export class EarlySearch1763900000175 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.beneficiary_word add column birth_date date');
    await this.dateWords(runner);
    await runner.query('create index on app.beneficiary_word (region, word, birth_date) include (beneficiary_id)');
    await addUpkeep(runner, 'list_new_words', `begin ${listWords('people', true)} ${GIVE_CARDS} return null; end`);
    await addUpkeep(runner, 'list_changed_words', `begin ${FORGET_WORDS} ${listWords('(select new.*)', true)} return null; end`);
    await runner.query('drop trigger list_changed_words on app.beneficiary');
    const named = 'after update of family_name, given_name, birth_name, name_of_use, birth_date';
    await addTrigger(runner, 'beneficiary', named, 'list_changed_words');
    await runner.query(MASKED_NAME);
    await this.searchAnew(runner);
  }

  /** Words listed before get their date. Forced row security would hide every row: it is lifted for this one statement. */
  private async dateWords(runner: QueryRunner): Promise<void> {
    for (const table of ['beneficiary', 'beneficiary_word']) await runner.query(`alter table app.${table} no force row level security`);
    await runner.query(`update app.beneficiary_word w set birth_date = b.birth_date from app.beneficiary b
      where b.region = w.region and b.id = w.beneficiary_id`);
    for (const table of ['beneficiary', 'beneficiary_word']) await runner.query(`alter table app.${table} force row level security`);
  }

  private async searchAnew(runner: QueryRunner): Promise<void> {
    // The library of trigrams brings its setting with it, which the function fixes.
    await runner.query(`select lexicon.similarity('', '')`);
    await runner.query('grant create on schema app to app_search');
    await runner.query('set local role app_search');
    await runner.query('set local row_security = on');
    await runner.query(WORDS_ALIKE);
    await runner.query(findPeopleEarly('60', 2));
    await runner.query('set local row_security = off');
    await runner.query('revoke execute on function app.words_alike from public');
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from app_search');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const GIVE_CARDS = 'insert into app.index_card (region, beneficiary_id) select p.region, p.id from people p on conflict do nothing;';

const FORGET_WORDS = 'delete from app.beneficiary_word w where w.region = new.region and w.beneficiary_id = new.id;';

/** Twin of maskedName, as one expression that is written into the query: initials, a compound given name keeps both. */
const MASKED_NAME = `
  create or replace function lexicon.masked_name(family text, given text) returns text language sql immutable parallel safe
  return upper(left(btrim(given), 1)) || '.'
    || coalesce('-' || upper(substring(btrim(given) from '^[^\\s-]+[\\s-]+([^\\s-])')) || '.', '')
    || ' ' || upper(left(btrim(family), 1)) || '.'`;
