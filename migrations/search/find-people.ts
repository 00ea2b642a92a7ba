/**
 * `app.find_people`: the people of the caller's region whose names agree with typed words. The region comes from the signed context, not
 * from an argument; opposed people appear only to those who accompany them; visibility is settled before the limit.
 *
 * typed        [{ word, part: family|given|any, among, bits, beginning }]: forms of what was typed; `bits` = which typed names it covers
 * all_bits     every typed name; all must be found, unless phone or e-mail agree and at least one is
 * dates        [the birth date, dates one typing error away…]: only people born then (or with the same phone or e-mail); null = any
 * born         a span of birth dates instead
 * Answers evidence (which typed form resembles which part, how closely), never a name, unless the file is open to the caller.
 */
export const FIND_PEOPLE = `
create function app.find_people(typed jsonb, all_bits int, dates date[], born_from date, born_to date, with_phone text, with_email text,
  with_number text, besides uuid, most int)
returns table (card_id uuid, beneficiary_id uuid, mine boolean, file_number text, family_name text, given_name text, birth_name text,
  name_of_use text, masked text, birth_date date, birth_year int, date_agreement text, same_phone boolean, same_email boolean, status text,
  words jsonb, asks jsonb)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
set pg_trgm.similarity_threshold = 0.45
set jit = off
as $$
#variable_conflict use_column
declare
  r constant text := sec.region();
  me constant uuid[] := array[sec.unit(), sec.post()];
begin
  if r is null then return; end if;
  return query
  with sought as materialized (
    select t.n::int n, t.f->>'word' word, t.f->>'part' part, (t.f->>'among')::int among, (t.f->>'bits')::int bits,
      coalesce((t.f->>'beginning')::boolean, false) beginning,
      lexicon.sound_of(t.f->>'word') sound, lexicon.letters_of(t.f->>'word') letters, lexicon.codes_of(t.f->>'word') codes
    from jsonb_array_elements(typed) with ordinality t(f, n)
  ), resembling as materialized (
    select s.n, c.word, bool_or(c.code like 'd:%') met
    from sought s join app.name_code c on c.region = r and c.code = any (s.codes)
    group by s.n, c.word
    union all
    select s.n, w.word, false
    from sought s join app.name_word w on w.region = r and w.word operator(lexicon.%) s.word
    where length(s.word) > 3
    union all
    select s.n, b.word, false
    from sought s cross join lateral (
      select w.word from app.name_word w where w.region = r and w.word >= s.word and w.word < s.word || '~' limit 200) b
    where s.beginning
  ), alike as materialized (
    select n, bits, word, close from (
      select s.n, s.bits, w.word, row_number() over (partition by s.n order by k.close desc, w.word) place, k.close
      from (select n, word, bool_or(met) met from resembling group by n, word) a
      join sought s on s.n = a.n
      -- A few words of many: looked up one by one, never by reading the dictionary (hence offset 0).
      cross join lateral (select d.word, d.sound, d.letters from app.name_word d where d.region = r and d.word = a.word offset 0) w
      cross join lateral (select greatest(
        lexicon.closeness(s.word, s.sound, s.letters, w.word, w.sound, w.letters, a.met),
        case when s.beginning and starts_with(w.word, s.word) then 0.75 + 0.25 * length(s.word) / length(w.word) else 0 end) close) k
      where k.close >= 0.7
    ) ranked where place <= 48
  ), reached as materialized (
    -- Everyone with the phone, the e-mail or the number; everyone born on the dates; else everyone who bears the words.
    select b.id, b.phone_index is not distinct from with_phone and with_phone is not null same_phone,
      b.email_index is not distinct from with_email and with_email is not null same_email
    from app.beneficiary b
    where b.region = r and (b.phone_index = with_phone or b.email_index = with_email or b.file_number = with_number)
  ), born as materialized (
    select b.id from app.beneficiary b where b.region = r and dates is not null and b.birth_date = any (dates)
    union all
    select b.id from app.beneficiary b where b.region = r and dates is null and born_from is not null and b.birth_date between born_from and born_to
  ), bearing as materialized (
    select w.beneficiary_id id, a.n, a.bits, w.part, w.place, w.among, a.close
    from alike a join app.beneficiary_word w on w.region = r and w.word = a.word
    where dates is null and born_from is null
    union all
    select w.beneficiary_id, a.n, a.bits, w.part, w.place, w.among, a.close
    from born join app.beneficiary_word w on w.region = r and w.beneficiary_id = born.id
    join alike a on a.word = w.word
    union all
    select w.beneficiary_id, a.n, a.bits, w.part, w.place, w.among, a.close
    from reached join app.beneficiary_word w on w.region = r and w.beneficiary_id = reached.id
    join alike a on a.word = w.word
    where (dates is not null or born_from is not null) and reached.id not in (select id from born)
  ), per_name as (
    select x.id, x.bits, max(x.close) close from bearing x group by x.id, x.bits
  ), found as (
    select p.id, bit_or(p.bits) covered, sum(p.close) rough from per_name p group by p.id
    having bit_or(p.bits) = all_bits or p.id in (select id from reached)
    union all
    select b.id, 0, 0 from (select id from reached union select id from born) b
    where all_bits = 0 or b.id in (select b.id from app.beneficiary b where b.region = r and b.file_number = with_number)
  ), seen as (
    select f.id, max(f.rough) rough, bool_or(a.beneficiary_id is not null) mine
    from found f
    left join app.file_access a on a.region = r and a.beneficiary_id = f.id and a.grantee_id = any (me)
      and (a.expires_at is null or a.expires_at > now())
    group by f.id
    -- A common name alone reaches thousands: six times what is ever answered goes on, own files first.
    order by f.id in (select id from reached) desc, bool_or(a.beneficiary_id is not null) desc, max(f.rough) desc, f.id
    limit 300
  ), best as materialized (
    select b.id, s.mine or b.lead_post_id = me[2] or b.lead_unit_id = me[1] mine, s.rough, b.file_number, b.family_name, b.given_name,
      b.birth_name, b.name_of_use, b.birth_date, b.status, coalesce(q.same_phone, false) same_phone, coalesce(q.same_email, false) same_email,
      case when dates is null then 'unknown' when b.birth_date = dates[1] then 'same'
        when to_char(b.birth_date, 'YYYYDDMM') = to_char(dates[1], 'YYYYMMDD') then 'swapped'
        when b.birth_date = any (dates) then 'one_digit'
        when extract(year from b.birth_date) = extract(year from dates[1]) then 'same_year' else 'different' end date_agreement
    from seen s
    join app.beneficiary b on b.region = r and b.id = s.id
    left join reached q on q.id = s.id
    where (s.mine or b.sharing_status <> 'opposed' or b.lead_post_id = me[2] or b.lead_unit_id = me[1])
      and (besides is null or b.id <> besides and not exists (select from app.not_same_person x
        where x.region = r and x.low_id = least(b.id, besides) and x.high_id = greatest(b.id, besides)))
    order by s.rough + case when b.birth_date = dates[1] then 0.5 else 0 end + case when q.same_phone or q.same_email then 0.5 else 0 end
      + case when s.mine then 0.2 else 0 end desc, b.id
    limit least(most, 50)
  ), evidence as materialized (
    select x.id, jsonb_agg(jsonb_build_array(x.n, x.part, x.place, x.among, x.close)) words
    from best join bearing x on x.id = best.id group by x.id
  )
  select c.id, case when b.mine then b.id end, coalesce(b.mine, false), case when b.mine then b.file_number end,
    case when b.mine then b.family_name end, case when b.mine then b.given_name end, case when b.mine then b.birth_name end,
    case when b.mine then b.name_of_use end, lexicon.masked_name(b.family_name, coalesce(nullif(b.name_of_use, ''), b.given_name)),
    case when b.mine then b.birth_date end, extract(year from b.birth_date)::int, b.date_agreement, b.same_phone, b.same_email, b.status,
    e.words,
    (select jsonb_agg(distinct case when o.sensitive then jsonb_build_object('operator', null, 'unit', null)
        else jsonb_build_object('operator', o.short_name, 'unit', u.name) end)
      from app.support s
      join app.operator o on o.region = r and o.id = s.operator_id
      join app.unit u on u.region = r and u.id = s.unit_id
      where s.region = r and s.beneficiary_id = b.id and s.closed_on is null)
  from best b
  join app.index_card c on c.region = r and c.beneficiary_id = b.id
  left join evidence e on e.id = b.id
  order by b.rough desc, b.id;
end $$`;

/** The person behind an index card (or behind the id of a file open to the caller); nobody when they oppose being found. */
export const PERSON_OF_CARD = `
create function app.person_of_card(card uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.id from app.index_card c
  join app.beneficiary b on b.region = c.region and b.id = c.beneficiary_id
  where c.region = sec.region() and b.region = sec.region() and c.id = card and b.sharing_status <> 'opposed'
$$`;
