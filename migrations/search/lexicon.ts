/**
 * How a name is folded, heard and compared, in SQL. Twin of `libs/domain/src/beneficiaries/{folding,sounds,closeness}.ts`:
 * `people-search.db.spec.ts` compares both over every name of the tests.
 */
export const LEXICON = [
  `create function lexicon.folded(text text) returns text language sql immutable parallel safe strict
   return btrim(regexp_replace(regexp_replace(regexp_replace(
     replace(replace(replace(replace(replace(replace(translate(lower(translate(
       regexp_replace(normalize(text, nfd), '[\\u0300-\\u036f]', '', 'g'), 'ŒÆØŁĐÐÞẞ', 'œæøłđðþß')), 'øłđðı', 'olddi'),
       'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'þ', 'th'), '’', ''''), 'ʼ', ''''),
     '(^|[^a-z])([dl])[''\`´]', '\\1\\2 ', 'g'), '[''\`´]', '', 'g'), '[^a-z0-9]+', ' ', 'g'))`,

  `create function lexicon.letters_of(word text) returns text language sql immutable parallel safe strict
   return (select string_agg(letter, '' order by letter) from regexp_split_to_table(word, '') letter)`,

  `create function lexicon.sound_of(word text) returns text language plpgsql immutable parallel safe strict as $$
   declare
     steps constant text[] := array[
       '^(gz|x)', 'gz', 'arch$', 'ar', 'aul[td]s?$|au[tdx]s?$|eaux?$|ots?$', 'o', '(sz|cz|tch|tsh|sch|ch|sh)', 'S', 'ph', 'f',
       'g[uh]([eiy])', 'G\\1', 'g([eiy])', 'j\\1', '(ck|cq|qu|kh|gh|q)', 'k', 'c([eiy])', 's\\1', 'c', 'k', 'G', 'g', 'dj', 'j', 'gn', 'n',
       'h', '', 'w', 'v', 'z', 's', 'x', 's', 'ille$', 'il', 'ill', 'i', '(.)\\1+', '\\1', '[stdx]+$', '',
       '(eau|au|ou|oe|oo|eu|u)', 'o', '(ai|ei|ay|ey|ie|i|y)', 'e', 'g$', 'k', '(.)\\1+', '\\1', '(.)e$', '\\1'];
     at int := 1;
   begin
     while at < array_length(steps, 1) loop
       word := regexp_replace(word, steps[at], steps[at + 1], 'g');
       at := at + 2;
     end loop;
     return word;
   end $$`,

  // Codes by which a word is found: its sound, its letters in order, its Daitch–Mokotoff codes.
  `create function lexicon.codes_of(word text) returns text[] language sql immutable parallel safe strict
   return array['s:' || lexicon.sound_of(word), 'l:' || lexicon.letters_of(word)]
     || (select array_agg('d:' || code) from unnest(lexicon.daitch_mokotoff(word)) code)`,

  // One part of a name as words without particles, and joined: (word, place, among), among = 1 the whole, 0 joined, n one of n words.
  `create function lexicon.name_forms(part text) returns table (word text, place smallint, among smallint)
   language sql immutable parallel safe strict as $$
     with written as (
       select w.word, w.at from regexp_split_to_table(regexp_replace(lexicon.folded(part), '[0-9]', '', 'g'), ' ') with ordinality w(word, at)
       where w.word <> ''
     ), whole as (select string_agg(word, '' order by at) word, count(*) words from written),
     strong as (
       select word, min(at) at from written
       where length(word) > 1 and word <> all ('{ait,al,ar,ben,bin,ibn,da,das,de,del,della,den,der,des,di,do,dos,du,el,ep,la,las,le,les,los,ould,ter,the,van,von,zu}')
       group by word
     ), kept as (select word, row_number() over (order by at) - 1 place, count(*) over () among from strong)
     select word, 0::smallint, 1::smallint from whole
       where words = 1 or words > 1 and not exists (select from strong)
     union all
     select kept.word, kept.place, kept.among from kept, whole where words > 1
     union all
     select word, (select count(*) from kept), 0 from whole where words > 1 and exists (select from strong)
   $$`,

  `create function lexicon.closeness(one text, one_sound text, one_letters text, other text, other_sound text, other_letters text, met boolean)
   returns double precision language sql immutable parallel safe as $$
     select case
       when one = other then 1
       when one_sound = other_sound and length(one_sound) > 1 then 0.94
       when length(one) > 3 and left(one, 1) = left(other, 1) and one_letters = other_letters then 0.9
       when met then 0.45 + 0.5 * greatest(
         1 - lexicon.levenshtein(one, other)::float8 / greatest(length(one), length(other)),
         0.98 * coalesce(1 - lexicon.levenshtein(one_sound, other_sound)::float8 / nullif(greatest(length(one_sound), length(other_sound)), 0), 0))
       else greatest(
         1 - lexicon.levenshtein(one, other)::float8 / greatest(length(one), length(other)),
         0.98 * coalesce(1 - lexicon.levenshtein(one_sound, other_sound)::float8 / nullif(greatest(length(one_sound), length(other_sound)), 0), 0))
     end
   $$`,

  // Twin of maskedName: initials, a compound given name keeps both.
  `create function lexicon.masked_name(family text, given text) returns text language sql immutable parallel safe strict
   return (select string_agg(upper(left(word, 1)) || '.', '-' order by at)
       from regexp_split_to_table(btrim(given), '[\\s-]+') with ordinality w(word, at) where at <= 2)
     || ' ' || upper(left(btrim(family), 1)) || '.'`,
] as const;

const listed = (people: string): string => `
    select b.region, b.id beneficiary_id, b.birth_date, p.part, f.word, f.place, f.among
    from ${people} b
    cross join lateral (values ('family', b.family_name), ('given', b.given_name), ('birth', b.birth_name), ('use', b.name_of_use)) p(part, name)
    cross join lateral lexicon.name_forms(p.name) f
    where p.name is not null`;

/**
 * Body of the trigger that lists the words of the rows of \`people\`; new words enter the dictionary with their codes. `dated` since 0175:
 * each word knows when its bearer was born.
 */
export function listWords(people: string, dated = false): string {
  const birth = dated ? ', birth_date' : '';
  return `
    -- The dictionary first, in the order of its words: two sessions that add the same names never wait for each other in a circle.
    with added as (
      insert into app.name_word (region, word, sound, letters)
      select distinct l.region, l.word, lexicon.sound_of(l.word), lexicon.letters_of(l.word) from (${listed(people)}) l
      where not exists (select from app.name_word w where w.region = l.region and w.word = l.word)
      order by 1, 2
      on conflict do nothing
      returning region, word
    )
    insert into app.name_code (region, code, word)
    select a.region, c.code, a.word from added a cross join lateral unnest(lexicon.codes_of(a.word)) c(code)
    on conflict do nothing;
    insert into app.beneficiary_word (region, word, beneficiary_id, part, place, among${birth})
    select l.region, l.word, l.beneficiary_id, l.part, l.place, l.among${birth.replace(' ', ' l.')} from (${listed(people)}) l
    on conflict do nothing;`;
}
