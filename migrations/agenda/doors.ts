/** The doors run as their owner; inside the region of the context, like everyone. */
const BY_OWNER = 'security definer set search_path = pg_catalog, pg_temp';

/** Ten hours: no meeting is longer, so none that began earlier lasts until the moment asked about. */
const LONGEST = `interval '10 hours'`;

/** When a professional is taken between two moments, in rows of post, beginning, end and the row that takes them; never by what. `p` names the post. */
const taken = (here: string): string => `
    select p.id, a.starts_at, a.starts_at + make_interval(mins => a.minutes), a.id
    from app.appointment a
    where a.region = ${here} and a.post_id = p.id and a.status = 'planned' and a.group_session_id is null
      and a.starts_at < busy_of.until and a.starts_at > busy_of.since - ${LONGEST}
    union all
    select p.id, a.starts_at, a.starts_at + make_interval(mins => a.minutes), a.id
    from app.appointment a
    where a.region = ${here} and a.with_post_id = p.id and a.status = 'planned'
      and a.starts_at < busy_of.until and a.starts_at > busy_of.since - ${LONGEST}
    union all
    select p.id, g.starts_at, g.starts_at + make_interval(mins => g.minutes), g.id
    from app.group_session g
    where g.region = ${here} and g.post_id = p.id and g.status = 'planned'
      and g.starts_at < busy_of.until and g.starts_at > busy_of.since - ${LONGEST}`;

/** Free or busy across operators: when, never with whom, where or why; for those who meet people. */
export const BUSY_OF = `
  create function app.busy_of(posts uuid[], since timestamptz, until timestamptz)
  returns table (post_id uuid, starts_at timestamptz, ends_at timestamptz, source_id uuid) language plpgsql stable ${BY_OWNER} as $$
  declare
    here text := sec.region();
  begin
    if sec.role() not in ('counsellor', 'unit_lead') then return; end if;
    return query select b.* from unnest(posts) as p (id), lateral (${taken('here')}) as b (post_id, starts_at, ends_at, source_id)
      where b.ends_at > since order by 2, 1;
  end $$`;

/**
 * What the secret address of a feed shows: beginning, length, whether it is a session, and the town; nothing of the person. At most 60
 * readings an hour; \`wait\` is then the seconds to the next hour. An unknown or revoked address has no rows at all.
 */
export const CALENDAR_OF = `
  create function app.calendar_of(mark text, moment timestamptz)
  returns table (wait int, id uuid, starts_at timestamptz, minutes int, grouped boolean, town text, version int, changed_at timestamptz)
  language plpgsql volatile ${BY_OWNER} as $$
  declare
    here text := sec.region();
    feed app.calendar_feed;
  begin
    update app.calendar_feed f set read_at = moment, hour = date_trunc('hour', moment),
      reads = case when f.hour = date_trunc('hour', moment) then f.reads + 1 else 1 end
    where f.region = here and f.token_hash = mark and f.revoked_at is null returning f.* into feed;
    if feed.id is null or not exists (select from app.post p where p.region = here and p.id = feed.post_id and p.active) then return; end if;
    if feed.reads > 60 then
      return query select extract(epoch from feed.hour + interval '1 hour' - moment)::int, null::uuid, null::timestamptz, null::int, null::boolean,
        null::text, null::int, null::timestamptz;
      return;
    end if;
    return query select 0, null::uuid, null::timestamptz, null::int, null::boolean, null::text, null::int, null::timestamptz;
    return query
    select 0, a.id, a.starts_at, a.minutes, false, c.name, a.version, coalesce(a.moved_at, a.created_at)
    from app.appointment a
    join app.unit u on u.region = here and u.id = a.unit_id
    left join app.commune c on c.region = here and c.code = u.commune_code
    where a.region = here and (a.post_id = feed.post_id or a.with_post_id = feed.post_id) and a.status = 'planned'
      and a.group_session_id is null and a.starts_at > moment - interval '30 days' and a.starts_at < moment + interval '180 days'
    union all
    select 0, g.id, g.starts_at, g.minutes, true, c.name, g.version, g.created_at
    from app.group_session g
    join app.unit u on u.region = here and u.id = g.unit_id
    left join app.commune c on c.region = here and c.code = u.commune_code
    where g.region = here and g.post_id = feed.post_id and g.status = 'planned'
      and g.starts_at > moment - interval '30 days' and g.starts_at < moment + interval '180 days'
    order by 3, 2;
  end $$`;

/** The doors, in the order of their making. */
export const AGENDA_DOORS = [BUSY_OF, CALENDAR_OF];

/** Their names, for the rights on them. */
export const AGENDA_DOOR_NAMES = 'app.busy_of, app.calendar_of';

/**
 * Of two meetings that were each planned to stand alone, one professional keeps one: whoever comes second is refused, also when both are
 * written at the same moment. A meeting planned beside another knowingly says so and is let through.
 */
export const KEEP_APART = `
  declare
    post uuid;
  begin
    if not new.alone or new.status <> 'planned' or new.group_session_id is not null then return new; end if;
    for post in select distinct x from unnest(array[new.post_id, new.with_post_id]) x where x is not null order by x loop
      perform pg_advisory_xact_lock(hashtextextended('agenda ' || new.region || ' ' || post, 0));
      if exists (select from app.appointment a where a.region = new.region and a.id <> new.id and a.alone and a.status = 'planned'
          and (a.post_id = post or a.with_post_id = post)
          and a.starts_at < new.starts_at + make_interval(mins => new.minutes)
          and a.starts_at + make_interval(mins => a.minutes) > new.starts_at and a.starts_at > new.starts_at - ${LONGEST})
        or exists (select from app.group_session g where g.region = new.region and g.post_id = post and g.status = 'planned'
          and g.starts_at < new.starts_at + make_interval(mins => new.minutes)
          and g.starts_at + make_interval(mins => g.minutes) > new.starts_at and g.starts_at > new.starts_at - ${LONGEST}) then
        raise exception 'another meeting stands at that time' using errcode = 'exclusion_violation', constraint = 'keep_apart';
      end if;
    end loop;
    return new;
  end`;

/** A place is taken by whoever is expected or came, and given back by whoever is excused or cancelled. The check on the session guards. */
export const COUNT_SEATS = `
  declare
    step int := case when new.status in ('excused', 'cancelled') then 0 else 1 end;
  begin
    if new.group_session_id is null then return null; end if;
    if tg_op = 'UPDATE' then step := step - case when old.status in ('excused', 'cancelled') then 0 else 1 end; end if;
    if step <> 0 then
      update app.group_session g set taken = g.taken + step where g.region = new.region and g.id = new.group_session_id;
    end if;
    return null;
  end`;
