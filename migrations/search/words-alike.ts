/**
 * `app.words_alike`: the words of a region's dictionary that typed words may mean, closest first, at most 48 for each form:
 * `[{ n, bits, word, close }]`. By sound, letters and Daitch–Mokotoff codes, by trigrams, and by its beginning for a word still being typed.
 */
export const WORDS_ALIKE = `
create function app.words_alike(r text, typed jsonb) returns jsonb
language plpgsql stable
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
set pg_trgm.similarity_threshold = 0.45
set jit = off
as $$
begin
  if jsonb_array_length(typed) = 0 then return '[]'; end if;
  return (
  with sought as materialized (
    select t.n::int n, t.f->>'word' word, (t.f->>'bits')::int bits, coalesce((t.f->>'beginning')::boolean, false) beginning,
      lexicon.sound_of(t.f->>'word') sound, lexicon.letters_of(t.f->>'word') letters, lexicon.codes_of(t.f->>'word') codes
    from jsonb_array_elements(typed) with ordinality t(f, n)
  ), resembling as materialized (
    select s.n, c.word, c.code like 'd:%' met
    from sought s join app.name_code c on c.region = r and c.code = any (s.codes)
    union all
    select s.n, w.word, false
    from sought s join app.name_word w on w.region = r and w.word operator(lexicon.%) s.word
    where length(s.word) > 3
    union all
    select s.n, b.word, false
    from sought s cross join lateral (
      select w.word from app.name_word w where w.region = r and w.word >= s.word and w.word < s.word || '~' limit 200) b
    where s.beginning
  ), weighed as (
    select s.n, s.bits, d.word, greatest(
      lexicon.closeness(s.word, s.sound, s.letters, d.word, d.sound, d.letters, a.met),
      case when s.beginning and starts_with(d.word, s.word) then 0.75 + 0.25 * length(s.word) / length(d.word) else 0 end) close
    from (select n, word, bool_or(met) met from resembling group by n, word) a
    join sought s on s.n = a.n
    join app.name_word d on d.region = r and d.word = a.word
  )
  select coalesce(jsonb_agg(jsonb_build_object('n', n, 'bits', bits, 'word', word, 'close', close)), '[]') from (
    select w.*, row_number() over (partition by w.n order by w.close desc, w.word) place from weighed w where w.close >= 0.7) ranked
  where place <= 48);
end $$`;
