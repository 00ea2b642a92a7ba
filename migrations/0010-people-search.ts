import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIND_PEOPLE, PERSON_OF_CARD } from './search/find-people';
import { LEXICON, listWords } from './search/lexicon';
import { createTenantTables, tenantTable } from './tables/tenant-table';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';

/**
 * Name search of a region (trust.md §1.8, speed.md §4): exact folded words, then a dictionary of distinct words (sound, letters,
 * Daitch–Mokotoff codes, trigrams), then the people who bear them.
 *
 * Words and codes are made here and not by the application: whoever writes a file (a screen, an import, a bulk load) can't forget them,
 * and a person nobody finds can't exist. The rules are those of the domain; a test compares both. The application never reads these
 * tables: it asks `app.find_people`, which answers masked cards for people whose file is not open to the asking post.
 */
const tables = [
  tenantTable({
    name: 'name_word',
    purpose: 'Dictionary of the distinct words of names, folded, with their sound: what a search compares first.',
    retention: 'A word stays; it is nobody’s.',
    secrecy: 'professional',
    key: ['word'],
    columns: 'word text collate "C" not null, sound text collate "C" not null, letters text collate "C" not null',
    rights: { app_rw: '', app_worker: '' },
    policies: {},
  }),
  tenantTable({
    name: 'name_code',
    purpose: 'Codes by which a word of a name is found: sound, letters, Daitch–Mokotoff.',
    retention: 'With the word.',
    secrecy: 'professional',
    key: ['code', 'word'],
    columns: 'code text collate "C" not null, word text collate "C" not null',
    rights: { app_rw: '', app_worker: '' },
    policies: {},
  }),
  tenantTable({
    name: 'beneficiary_word',
    purpose: 'Which words the name of a person is made of.',
    retention: 'With the file.',
    secrecy: 'personal',
    key: ['word', 'beneficiary_id', 'part', 'place', 'among'],
    columns: `word text collate "C" not null, beneficiary_id uuid not null,
      part text collate "C" not null check (part in ('family', 'given', 'birth', 'use')), place smallint not null, among smallint not null`,
    references: { beneficiary_id: 'beneficiary' },
    rights: { app_rw: '', app_worker: '' },
    policies: {},
  }),
  tenantTable({
    name: 'index_card',
    purpose: 'The opaque reference of a person to those who do not accompany them.',
    retention: 'With the file.',
    secrecy: 'professional',
    columns: 'id uuid not null default gen_random_uuid(), beneficiary_id uuid not null',
    indexes: ['unique beneficiary_id'],
    references: { beneficiary_id: 'beneficiary' },
    rights: { app_rw: '', app_worker: '' },
    policies: {},
  }),
];

const READ_BY_SEARCH = [
  'name_code',
  'beneficiary_word',
  'index_card',
  'beneficiary',
  'file_access',
  'support',
  'operator',
  'unit',
  'not_same_person',
];

/** The dictionary, the words of each file, and the one search function. */
export class PeopleSearch1763900000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema lexicon');
    await runner.query('create extension if not exists pg_trgm schema lexicon');
    await runner.query('create extension if not exists fuzzystrmatch schema lexicon');
    await runner.query('grant usage on schema lexicon to app_search, relais_upkeep');
    for (const statement of LEXICON) await runner.query(statement);
    await createTenantTables(runner, tables);
    await runner.query('create index on app.name_word using gin (word lexicon.gin_trgm_ops)');
    await keepWords(runner);
    await allowSearch(runner);
    await addUpkeep(runner, 'number_file', NUMBER_FILE);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

async function keepWords(runner: QueryRunner): Promise<void> {
  await letUpkeep(runner, {
    name_word: 'select, insert',
    name_code: 'insert',
    beneficiary_word: 'select, insert, delete',
    index_card: 'insert',
  });
  await addUpkeep(runner, 'list_new_words', `begin ${listWords('people')} ${GIVE_CARDS} return null; end`);
  await runner.query(`create trigger list_new_words after insert on app.beneficiary
    referencing new table as people for each statement execute function upkeep.list_new_words()`);
  await addUpkeep(runner, 'list_changed_words', `begin ${FORGET_WORDS} ${listWords('(select new.*)')} return null; end`);
  await addTrigger(runner, 'beneficiary', 'after update of family_name, given_name, birth_name, name_of_use', 'list_changed_words');
}

/**
 * `app_search` reads what the search needs and owns its functions, nothing else. Its policies begin with the region like all others, but
 * for the dictionary: trigram operators are not leakproof, and under a policy that names the region they could not use their index.
 */
async function allowSearch(runner: QueryRunner): Promise<void> {
  for (const table of READ_BY_SEARCH) {
    await runner.query(`grant select on app.${table} to app_search`);
    await runner.query(`create policy search on app.${table} for select to app_search using (region = sec.region())`);
  }
  await runner.query('grant select on app.name_word to app_search');
  await runner.query('create policy search on app.name_word for select to app_search using (true)');
  await runner.query('grant create on schema app to app_search');
  await runner.query('set local role app_search');
  // A body in SQL is rewritten when it is made: there the policies must apply, as they will when it runs.
  await runner.query('set local row_security = on');
  await runner.query(FIND_PEOPLE);
  await runner.query(PERSON_OF_CARD);
  await runner.query('set local row_security = off');
  await runner.query('revoke execute on function app.find_people, app.person_of_card from public');
  await runner.query('grant execute on function app.find_people, app.person_of_card to app_rw');
  await runner.query('set local role relais_owner');
  await runner.query('revoke create on schema app from app_search');
}

const GIVE_CARDS = 'insert into app.index_card (region, beneficiary_id) select p.region, p.id from people p on conflict do nothing;';

const FORGET_WORDS = 'delete from app.beneficiary_word w where w.region = new.region and w.beneficiary_id = new.id;';

/** File numbers carry a check letter, so that one wrong digit said on the phone never opens another file (domain: file-number.ts). */
const NUMBER_FILE = `
  declare digits text;
  begin
    if new.file_number is null then
      digits := lpad(nextval(format('part.file_number_%s', new.region)::regclass)::text, 6, '0');
      new.file_number := new.region || '-' || digits || '-' || substr('ABCDEFGHJKLMNPQRSTUVWXY', ((new.region || digits)::bigint % 23)::int + 1, 1);
    end if;
    return new;
  end`;
