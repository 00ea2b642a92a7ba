import { BUSY_OF } from './doors';

/** As before, and days of absence, from midnight to midnight of the region; a departure lasts as long as one asks. */
export const BUSY_OR_AWAY = BUSY_OF.replace('create function', 'create or replace function')
  .replace(
    'here text := sec.region();',
    `here text := sec.region();
    zone text := (select s.time_zone from app.agreement_setting s where s.region = here order by s.version desc limit 1);`,
  )
  .replace(
    ') as b (post_id',
    `
    union all
    select p.id, b.starts_on::timestamp at time zone zone, coalesce((b.ends_on + 1)::timestamp at time zone zone, busy_of.until), b.id
    from app.absence b
    where b.region = here and b.post_id = p.id and b.starts_on::timestamp at time zone zone < busy_of.until) as b (post_id`,
  );
