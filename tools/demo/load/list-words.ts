import type { ClientBase } from 'pg';

/**
 * Lists the words by which people are found, for all files of a region at once: what the trigger of people does for each, but each
 * distinct name is taken apart only once. A crowd of 300 000 bears a few thousand names.
 */
export async function listWords(client: ClientBase, region: string): Promise<void> {
  await client.query(
    `create temporary table demo_name_form on commit drop as
     select n.name, f.word, f.place, f.among
     from (
       select distinct p.name from app.beneficiary b
       cross join lateral (values (b.family_name), (b.given_name), (b.birth_name), (b.name_of_use)) p (name)
       where b.region = '${region}' and p.name is not null
     ) n cross join lateral lexicon.name_forms(n.name) f`,
  );
  await client.query('analyze demo_name_form');
  await client.query(
    `with added as (
       insert into app.name_word (region, word, sound, letters)
       select $1, f.word, lexicon.sound_of(f.word), lexicon.letters_of(f.word) from (select distinct word from demo_name_form order by 1) f
       on conflict do nothing
       returning region, word
     )
     insert into app.name_code (region, code, word)
     select a.region, c.code, a.word from added a cross join lateral unnest(lexicon.codes_of(a.word)) c (code)
     on conflict do nothing`,
    [region],
  );
  await client.query(
    `insert into app.beneficiary_word (region, word, beneficiary_id, part, place, among, birth_date)
     select b.region, f.word, b.id, p.part, f.place, f.among, b.birth_date
     from app.beneficiary b
     cross join lateral (values ('family', b.family_name), ('given', b.given_name), ('birth', b.birth_name), ('use', b.name_of_use)) p (part, name)
     join demo_name_form f on f.name = p.name
     where b.region = $1
     on conflict do nothing`,
    [region],
  );
  await client.query(
    'insert into app.index_card (region, beneficiary_id) select b.region, b.id from app.beneficiary b where b.region = $1 on conflict do nothing',
    [region],
  );
  await client.query('drop table demo_name_form');
}
