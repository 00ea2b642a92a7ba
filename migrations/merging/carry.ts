import { CARRIED, FOLLOWING } from './carried';

const noted = (table: string, row: string, columns: readonly string[], stays: string): string => `
      insert into app.file_merge_row as k (region, merge_id, table_name, row_id, stays, before, after)
      select here, m.id, '${table}', o.id, ${stays}, ${pairs('o', columns)}, ${pairs(row, columns)}
      from app.${table} o where o.region = here and o.id = ${row}.id
      on conflict (region, merge_id, table_name, row_id) do update set stays = excluded.stays, before = k.before || excluded.before,
        after = k.after || excluded.after;`;

const pairs = (row: string, columns: readonly string[]): string =>
  `jsonb_build_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;

const SUPPORT = ['opened_on', 'closed_on', 'scheme'] as const;
const CLOCK = ['status', 'dropped', 'paused_on', 'pause_until', 'pause_proof', 'next_at', 'next_milestone'] as const;
const set = (columns: readonly string[], row: string): string => columns.map((column) => `${column} = ${row}.${column}`).join(', ');

/**
 * A unit accompanies somebody once. What is over and told twice stays with the merged file; of two that go on the one of the file that
 * stays goes on; one that goes on beside one that is over begins where that one ended; a second contract with the State goes on outside of it.
 */
const SETTLE_SUPPORTS = `
    for s in select * from app.support x where x.region = here and x.beneficiary_id = m.absorbed_id order by x.opened_on, x.id loop
      if s.closed_on is null and s.scheme in ('pacea', 'cej') and exists (select from app.support k
        where k.region = here and k.beneficiary_id = m.survivor_id and k.scheme = s.scheme and k.unit_id <> s.unit_id
          and daterange(k.opened_on, k.closed_on) && daterange(s.opened_on, s.closed_on)) then
        s.scheme := 'free';
      end if;
      stays := exists (select from app.support k where k.region = here and k.beneficiary_id = m.survivor_id and k.unit_id = s.unit_id
        and (s.closed_on is null and k.closed_on is null or s.closed_on is not null and k.scheme = s.scheme
          and daterange(k.opened_on, k.closed_on) && daterange(s.opened_on, s.closed_on)))
        or s.closed_on is not null and s.scheme in ('pacea', 'cej') and exists (select from app.support k
          where k.region = here and k.beneficiary_id = m.survivor_id and k.scheme = s.scheme
            and daterange(k.opened_on, k.closed_on) && daterange(s.opened_on, s.closed_on));
      if stays and s.closed_on is null then
        s.closed_on := greatest(s.opened_on, today);
        select x.scheme into s.scheme from app.support x where x.region = here and x.id = s.id;
      elsif s.closed_on is null then
        select greatest(s.opened_on, max(k.closed_on)) into s.opened_on from app.support k
        where k.region = here and k.beneficiary_id in (m.survivor_id, m.absorbed_id) and k.id <> s.id and k.unit_id = s.unit_id
          and k.scheme = s.scheme and k.closed_on > s.opened_on;
      end if;
      ${noted('support', 's', SUPPORT, 'stays')}
      update app.support x set ${set(SUPPORT, 's')}
      where x.region = here and x.id = s.id and (x.opened_on, x.closed_on, x.scheme) is distinct from (s.opened_on, s.closed_on, s.scheme);
    end loop;`;

/** Of two clocks of one kind the one that is due first goes on; with an active file nothing is asked about an exit any more. */
const SETTLE_CLOCKS = `
    for c in select x.* from app.clock x where x.region = here and x.status in ('running', 'paused')
      and x.beneficiary_id in (m.survivor_id, m.absorbed_id)
      and (exists (select from app.clock k where k.region = here and k.beneficiary_id in (m.survivor_id, m.absorbed_id)
          and k.beneficiary_id <> x.beneficiary_id and k.kind = x.kind and k.status in ('running', 'paused')
          and (k.due_at, k.beneficiary_id = m.absorbed_id) < (x.due_at, x.beneficiary_id = m.absorbed_id))
        or x.beneficiary_id = m.absorbed_id and x.kind in ('exit_3_months', 'exit_6_months') and active) loop
      c.dropped := case when c.kind in ('exit_3_months', 'exit_6_months') and active then 'returned' else 'merged' end;
      c.status := 'dropped'; c.paused_on := null; c.pause_until := null; c.pause_proof := null; c.next_at := null; c.next_milestone := null;
      ${noted('clock', 'c', CLOCK, 'false')}
      update app.clock x set ${set(CLOCK, 'c')} where x.region = here and x.id = c.id;
    end loop;`;

/** A question that waits in both files is asked once; the other one stays with the merged file. */
const SETTLE_QUESTIONS = `
    insert into app.file_merge_row (region, merge_id, table_name, row_id, stays)
    select here, m.id, 'link_request', o.id, true from app.link_request o
    join app.link_request k on k.region = here and k.beneficiary_id = m.survivor_id and k.requester_unit_id = o.requester_unit_id
      and k.status = 'asked'
    where o.region = here and o.beneficiary_id = m.absorbed_id and o.status = 'asked';
    insert into app.file_merge_row (region, merge_id, table_name, row_id, stays)
    select here, m.id, 'sighting', o.id, true from app.sighting o
    join app.sighting k on k.region = here and k.beneficiary_id = m.survivor_id and k.asker_unit_id = o.asker_unit_id
      and k.asked_unit_id = o.asked_unit_id and k.answered_at is null
    where o.region = here and o.beneficiary_id = m.absorbed_id and o.answered_at is null;`;

const TABLES = `array[${CARRIED.map((table) => `'${table}'`).join(', ')}]`;

/** What opens a file goes with the supports and clocks that moved; a broken glass and the reading of a former referent do not. */
const carryAccess = (from: string, to: string): string => `
    update app.file_access a set beneficiary_id = m.${to}
    where a.region = here and a.beneficiary_id = m.${from} and a.basis in ('support', 'hierarchy', 'follow_up')
      and a.source_id in (select r.row_id from app.file_merge_row r where r.region = here and r.merge_id = m.id and r.moved
        and r.table_name in ('support', 'clock'));`;

/** Everything that hangs on the file that goes hangs on the one that stays, and each row is on record; the file that goes is closed. */
export const CARRY_FILE = `
  create function app.carry_file(merge uuid, today date) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
    m app.file_merge;
    s app.support;
    c app.clock;
    stays boolean;
    active boolean;
    name text;
  begin
    select * into m from app.file_merge x where x.region = here and x.id = merge and x.status = 'merging';
    if m.id is null then raise exception 'no merge is under way' using errcode = 'check_violation', constraint = 'merge_under_way'; end if;
    select b.status = 'active' into active from app.beneficiary b where b.region = here and b.id = m.survivor_id;
    ${SETTLE_SUPPORTS}
    ${SETTLE_CLOCKS}
    ${SETTLE_QUESTIONS}
    foreach name in array ${TABLES} loop
      execute format('with moved as (update app.%1$I x set beneficiary_id = $3
          where x.region = $1 and x.beneficiary_id = $2 and not exists (select from app.file_merge_row k
            where k.region = $1 and k.merge_id = $4 and k.table_name = %1$L and k.row_id = x.id and k.stays) returning x.id)
        insert into app.file_merge_row (region, merge_id, table_name, row_id, moved) select $1, $4, %1$L, moved.id, true from moved
        on conflict (region, merge_id, table_name, row_id) do update set moved = true', name)
      using here, m.absorbed_id, m.survivor_id, m.id;
    end loop;
    ${carryAccess('absorbed_id', 'survivor_id')}
    insert into app.file_merge_row (region, merge_id, table_name, row_id, moved)
    select here, m.id, 'index_card', i.id, true from app.index_card i where i.region = here and i.beneficiary_id = m.absorbed_id;
    delete from app.index_card i where i.region = here and i.beneficiary_id = m.absorbed_id;
    delete from app.beneficiary_word w where w.region = here and w.beneficiary_id = m.absorbed_id;
    insert into app.file_merge_row (region, merge_id, table_name, row_id, before, after)
    select here, m.id, 'beneficiary', b.id,
      jsonb_build_object('status', b.status, 'lead_post_id', b.lead_post_id, 'lead_unit_id', b.lead_unit_id),
      jsonb_build_object('status', 'closed', 'lead_post_id', null, 'lead_unit_id', null)
    from app.beneficiary b where b.region = here and b.id = m.absorbed_id;
    update app.beneficiary b set status = 'closed', lead_post_id = null, lead_unit_id = null, merged_into_id = m.survivor_id,
      updated_at = clock_timestamp(), version = b.version + 1
    where b.region = here and b.id = m.absorbed_id;
  end $$`;

const FOLLOW = FOLLOWING.map(
  ([table, column, parent]) => `
    insert into app.file_merge_row (region, merge_id, table_name, row_id, moved)
    select here, m.id, '${table}', x.id, true from app.${table} x
    join app.file_merge_row r on r.region = here and r.merge_id = m.id and r.table_name = '${parent}' and r.row_id = x.${column} and r.moved
    where x.region = here and x.beneficiary_id = m.survivor_id
    on conflict (region, merge_id, table_name, row_id) do nothing;`,
).join('');

/** A support that began since, for a referral that goes back, goes with it unless its unit accompanies the person there again. */
const FOLLOW_SUPPORTS = `
    insert into app.file_merge_row (region, merge_id, table_name, row_id, moved)
    select here, m.id, 'support', x.id, true from app.support x
    join app.file_merge_row r on r.region = here and r.merge_id = m.id and r.table_name = 'referral' and r.row_id = x.referral_id and r.moved
    where x.region = here and x.beneficiary_id = m.survivor_id and not exists (select from app.support o
      left join app.file_merge_row k on k.region = here and k.merge_id = m.id and k.table_name = 'support' and k.row_id = o.id
      where o.region = here and o.unit_id = x.unit_id and (k.moved or o.beneficiary_id = m.absorbed_id))
    on conflict (region, merge_id, table_name, row_id) do nothing;`;

/** What the merge changed is as before, where nobody changed it since: of the person each field for itself, of another row all or nothing. */
const RESTORE = `
    for was in select * from app.file_merge_row k where k.region = here and k.merge_id = m.id and k.before is not null
      and (k.table_name <> 'beneficiary' or k.row_id = m.survivor_id) loop
      execute format('select to_jsonb(x) from app.%I x where x.region = $1 and x.id = $2', was.table_name) into now_is using here, was.row_id;
      continue when now_is is null or was.table_name <> 'beneficiary' and not now_is @> was.after;
      select string_agg(quote_ident(key), ', '), string_agg('p.' || quote_ident(key), ', ') into names, olds
      from jsonb_each(was.after) f(key, value)
      where f.key <> 'sealed_key' and now_is -> f.key is not distinct from f.value and was.before -> f.key is distinct from f.value;
      continue when names is null;
      execute format('update app.%1$I x set (%2$s) = (select %3$s from jsonb_populate_record(null::app.%1$I, $3) p)
        where x.region = $1 and x.id = $2', was.table_name, names, olds) using here, was.row_id, was.before;
    end loop;`;

/**
 * Every row goes back where it was, and every field is as before; what was written since into a row goes with it, everything else stays
 * with the file it was written in. The lead comes back, or its unit's queue when that post is closed by now.
 */
export const BRING_FILE_BACK = `
  create function app.bring_file_back(merge uuid, today date) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
    m app.file_merge;
    was app.file_merge_row;
    old app.beneficiary;
    name text; names text; olds text; now_is jsonb;
  begin
    select * into m from app.file_merge x where x.region = here and x.id = merge and x.status = 'undoing';
    if m.id is null then raise exception 'no merge is being undone' using errcode = 'check_violation', constraint = 'merge_under_way'; end if;
    ${FOLLOW}
    ${FOLLOW_SUPPORTS}
    ${carryAccess('survivor_id', 'absorbed_id')}
    foreach name in array ${TABLES} loop
      execute format('update app.%1$I x set beneficiary_id = $3 from app.file_merge_row k
        where x.region = $1 and x.beneficiary_id = $2 and k.region = $1 and k.merge_id = $4 and k.table_name = %1$L and k.row_id = x.id
          and k.moved', name)
      using here, m.survivor_id, m.absorbed_id, m.id;
    end loop;
    select p.* into old from app.file_merge_row k cross join lateral jsonb_populate_record(null::app.beneficiary, k.before) p
    where k.region = here and k.merge_id = m.id and k.table_name = 'beneficiary' and k.row_id = m.absorbed_id;
    if old.lead_post_id is not null and not exists (select from app.post p where p.region = here and p.id = old.lead_post_id and p.active) then
      select p.unit_id into old.lead_unit_id from app.post p where p.region = here and p.id = old.lead_post_id;
      old.lead_post_id := null;
    end if;
    update app.beneficiary b set merged_into_id = null, status = old.status, lead_post_id = old.lead_post_id,
      lead_unit_id = old.lead_unit_id, family_name = b.family_name, updated_at = clock_timestamp(), version = b.version + 1
    where b.region = here and b.id = m.absorbed_id;
    insert into app.index_card (region, id, beneficiary_id) select here, k.row_id, m.absorbed_id from app.file_merge_row k
    where k.region = here and k.merge_id = m.id and k.table_name = 'index_card'
    on conflict do nothing;
    ${RESTORE}
    -- A key that was made for the merge alone goes with what it sealed.
    update app.beneficiary b set updated_at = clock_timestamp(), version = b.version + 1, sealed_key = case when k.before ->> 'sealed_key' is null
        and num_nonnulls(b.phone_sealed, b.email_sealed, b.street_sealed) = 0 and not exists (select from app.legal_representative l
          where l.region = here and l.beneficiary_id = b.id and l.phone_sealed is not null) then null else b.sealed_key end
    from app.file_merge_row k
    where b.region = here and b.id = m.survivor_id and k.region = here and k.merge_id = m.id and k.table_name = 'beneficiary'
      and k.row_id = b.id;
  end $$`;
