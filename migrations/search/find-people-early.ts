/** Who bears the names: by words and birth dates, by several words, by one word alone, or by a span of birth dates alone. */
const bearers = (own: string): string => `
  if all_bits = 0 then
    select certain || coalesce(array_agg(f.id), '{}') into certain from (
      (select b.id from app.beneficiary b join app.file_access a on a.region = r and a.beneficiary_id = b.id and a.grantee_id = any (me)
          and (a.expires_at is null or a.expires_at > now())
        where b.region = r and b.birth_date between born_from and born_to limit 100)
      union all
      (select b.id from app.beneficiary b where b.region = r and b.birth_date between born_from and born_to limit 200)) f;
  elsif dates is not null or born_from is not null then
    -- Every bearer is read in the order of the index and kept by date: sixty dates are no sixty searches per word (hence + 0).
    select coalesce(array_agg(f.id), '{}') into bearers from (
      select w.beneficiary_id id
      from app.beneficiary_word w join unnest(looked, covers, closes) a(word, bits, close) on a.word = w.word
      where w.region = r and w.word = any (looked)
        and case when dates is null then w.birth_date between born_from and born_to else w.birth_date + 0 = any (dates) end
      group by w.beneficiary_id having bit_or(a.bits) = all_bits order by avg(a.close) desc limit 400) f;
  elsif all_bits & (all_bits - 1) <> 0 then
    select coalesce(array_agg(f.id), '{}') into bearers from (
      select w.beneficiary_id id
      from app.beneficiary_word w join unnest(looked, covers, closes) a(word, bits, close) on a.word = w.word
      where w.region = r and w.word = any (looked)
      group by w.beneficiary_id having bit_or(a.bits) = all_bits order by avg(a.close) desc limit 400) f;
  else
    -- One name alone: own files of that name, then the closest words until there are enough.
    select coalesce(array_agg(f.id), '{}') into bearers from (
      (select w.beneficiary_id id
      from app.beneficiary_word w
      join app.file_access a on a.region = r and a.beneficiary_id = w.beneficiary_id and a.grantee_id = any (me)
        and (a.expires_at is null or a.expires_at > now())
      where w.region = r and w.word = any (array(select l.word from unnest(looked, closes) l(word, close) order by l.close desc limit 12))
      limit ${own})
      union all
      (select w.beneficiary_id
      from (select word, max(close) close from unnest(looked, closes) l(word, close) group by word order by 2 desc) a
      cross join lateral (select w.beneficiary_id from app.beneficiary_word w where w.region = r and w.word = a.word limit 3 * most) w
      limit 3 * most)) f;
  end if;`;

/** What may be told about the few who were found: best first, opposed people only to those who accompany them. */
const ANSWER = `
  with a as materialized (
    select t.n, t.bits, t.word, t.close from jsonb_to_recordset(alike) t(n int, bits int, word text, close float8)
  ), bearing as materialized (
    select w.beneficiary_id id, a.n, a.bits, w.part, w.place, w.among, a.close
    from app.beneficiary_word w join a on a.word = w.word
    where w.region = r and w.beneficiary_id = any (bearers || known)
  ), rated as (
    select p.id, sum(p.close) rough from (select x.id, x.bits, max(x.close) close from bearing x group by x.id, x.bits) p group by p.id
    union all
    select c.id, 0 from unnest(certain) c(id)
  ), open_files as materialized (
    select distinct a.beneficiary_id id from app.file_access a
    where a.region = r and a.beneficiary_id = any (bearers || known || certain) and a.grantee_id = any (me)
      and (a.expires_at is null or a.expires_at > now())
  ), apart as materialized (
    select case when x.low_id = besides then x.high_id else x.low_id end id from app.not_same_person x
    where x.region = r and (x.low_id = besides or x.high_id = besides)
  ), best as materialized (
    select b.id, b.id in (select id from open_files) or b.lead_post_id = me[2] or b.lead_unit_id = me[1] mine, s.rough, b.file_number,
      b.family_name, b.given_name, b.birth_name, b.name_of_use, b.birth_date, b.status,
      coalesce(b.phone_index = with_phone, false) same_phone, coalesce(b.email_index = with_email, false) same_email,
      case when dates is null then 'unknown' when b.birth_date = dates[1] then 'same'
        when to_char(b.birth_date, 'YYYYDDMM') = to_char(dates[1], 'YYYYMMDD') then 'swapped'
        when b.birth_date = any (dates) then 'one_digit'
        when extract(year from b.birth_date) = extract(year from dates[1]) then 'same_year' else 'different' end date_agreement
    from (select id, max(rough) rough from rated group by id) s
    join app.beneficiary b on b.region = r and b.id = s.id
    where (b.sharing_status <> 'opposed' or b.id in (select id from open_files) or b.lead_post_id = me[2] or b.lead_unit_id = me[1])
      and b.id is distinct from besides and b.id not in (select id from apart)
    order by s.rough + case when b.birth_date = dates[1] then 0.5 else 0 end
      + case when b.phone_index = with_phone or b.email_index = with_email then 0.5 else 0 end
      + case when b.id in (select id from open_files) then 0.2 else 0 end desc, b.id
    limit least(most, 50)
  ), evidence as (
    select x.id, jsonb_agg(jsonb_build_array(x.n, x.part, x.place, x.among, x.close)) words
    from bearing x where x.id in (select id from best) group by x.id
  ), asked as (
    select s.beneficiary_id id, jsonb_agg(distinct case when o.sensitive then jsonb_build_object('operator', null, 'unit', null)
        else jsonb_build_object('operator', o.short_name, 'unit', u.name) end) asks
    from best b
    join app.support s on s.region = r and s.beneficiary_id = b.id and s.closed_on is null
    join app.operator o on o.region = r and o.id = s.operator_id
    join app.unit u on u.region = r and u.id = s.unit_id
    group by s.beneficiary_id
  )
  select c.id, case when b.mine then b.id end, coalesce(b.mine, false), case when b.mine then b.file_number end,
    case when b.mine then b.family_name end, case when b.mine then b.given_name end, case when b.mine then b.birth_name end,
    case when b.mine then b.name_of_use end, lexicon.masked_name(b.family_name, coalesce(nullif(b.name_of_use, ''), b.given_name)),
    case when b.mine then b.birth_date end, extract(year from b.birth_date)::int, b.date_agreement, b.same_phone, b.same_email, b.status,
    e.words, q.asks
  from best b
  join app.index_card c on c.region = r and c.beneficiary_id = b.id
  left join evidence e on e.id = b.id
  left join asked q on q.id = b.id
  order by b.rough desc, b.id`;

/**
 * `app.find_people` since 0175: the same question and answer as before (`find-people.ts` tells what each argument means), in three
 * bounded steps. A dictionary of distinct words says which words are meant; an index of words and birth dates says who bears them, and
 * stops as soon as there are enough; only those few are looked at. What asks a table for each row of another stands in a join: a policy
 * is checked once per reading of a table, so a sub-select per person would check it for each. `own`: how many own files of one name alone
 * go first; `helpers`: processes it may start (PostgreSQL's own default is 2).
 */
export const findPeopleEarly = (own: string, helpers: number): string => `
create or replace function app.find_people(typed jsonb, all_bits int, dates date[], born_from date, born_to date, with_phone text,
  with_email text, with_number text, besides uuid, most int)
returns table (card_id uuid, beneficiary_id uuid, mine boolean, file_number text, family_name text, given_name text, birth_name text,
  name_of_use text, masked text, birth_date date, birth_year int, date_agreement text, same_phone boolean, same_email boolean, status text,
  words jsonb, asks jsonb)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set plan_cache_mode = force_custom_plan
set jit = off
set max_parallel_workers_per_gather = ${helpers}
as $$
#variable_conflict use_column
declare
  r constant text := sec.region();
  me constant uuid[] := array[sec.unit(), sec.post()];
  alike constant jsonb := app.words_alike(r, typed);
  looked text[]; covers int[]; closes float8[];
  -- Known by phone, e-mail or number; those who need no name; those who bear the names.
  known uuid[] := '{}'; certain uuid[] := '{}'; bearers uuid[] := '{}';
begin
  if r is null then return; end if;
  select array_agg(a.word), array_agg(a.bits), array_agg(a.close) into looked, covers, closes
  from jsonb_to_recordset(alike) a(word text, bits int, close float8);
  if coalesce(with_phone, with_email, with_number) is not null then
    select coalesce(array_agg(b.id), '{}'), coalesce(array_agg(b.id) filter (where all_bits = 0 or b.file_number = with_number), '{}')
    into known, certain
    from (select b.id, b.file_number from app.beneficiary b
      where b.region = r and (b.phone_index = with_phone or b.email_index = with_email or b.file_number = with_number) limit 200) b;
  end if;
  ${bearers(own)}
  return query
  ${ANSWER};
end $$`;
