/**
 * Whoever changes the agenda of professionals, `$2`, does so one after the other until commit, in one order for everybody: two who take the
 * same hour never both find it free, two tabs never both write a week or an address.
 */
export const IN_TURN = `select pg_advisory_xact_lock(hashtextextended('agenda ' || $1 || ' ' || p, 0))
  from (select distinct p from unnest($2::uuid[]) p order by p) x`;
