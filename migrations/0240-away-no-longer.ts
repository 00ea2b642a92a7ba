import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BUSY_OR_AWAY } from './agenda/away';
import { letUpkeep } from './tables/upkeep';

/**
 * An absence for which files went and came back can be cancelled: its row stays as proof, its days are free again. And a post keeps what
 * a pack will bring: it is not closed while files are to come back to it, or on their way to it. Source: docs/adr/0016.
 */
export class AwayNoLonger1763900000240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.absence add column cancelled_at timestamptz');
    await runner.query('alter table app.absence drop constraint absence_once');
    await runner.query(`alter table app.absence add constraint absence_once
      exclude using gist (region with =, post_id with =, daterange(starts_on, ends_on, '[]') with &&) where (cancelled_at is null)`);
    await letUpkeep(runner, { continuity_pack: 'select', pack_file: 'select' });
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    for (const door of [BUSY_OF, HOLDINGS]) await runner.query(door);
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** As before, but for absences that do not take place. */
const BUSY_OF = BUSY_OR_AWAY.replace('and b.post_id = p.id and', 'and b.post_id = p.id and b.cancelled_at is null and');

/** As before; files that come back to the post, or go to it, are its own already. */
const HOLDINGS = `
  create or replace function app.holdings_of(post uuid, moment timestamptz)
  returns table (files int, referrals int, actions int, appointments int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
  begin
    if sec.role() <> 'system' and not exists (select from app.post p
      where p.region = here and p.id = post and p.operator_id = sec.operator()) then return; end if;
    return query select
      (select count(*)::int from app.beneficiary b where b.region = here and b.lead_post_id = post and b.status = 'active')
        + (select count(*)::int from app.continuity_pack k
          join app.pack_file f on f.region = here and f.pack_id = k.id and f.status = 'moved'
          where k.region = here and k.post_id = post and (k.status in ('undoing', 'returning')
            or k.status in ('moving', 'moved') and k.ends_as = 'comes_back'))
        + (select count(*)::int from app.pack_file f
          join app.continuity_pack k on k.region = here and k.id = f.pack_id and k.status in ('waiting', 'moving')
          where f.region = here and f.to_post_id = post and f.status = 'waiting'),
      (select count(*)::int from app.referral r where r.region = here and r.status not in ('draft', 'closed')
        and (r.accountable_post_id = post or r.sender_post_id = post
          or r.claimed_by_post_id = post and r.status in ('received', 'info_needed', 'waitlisted'))),
      (select count(*)::int from app.action t where t.region = here and t.owner_post_id = post and t.status = 'open'),
      (select count(*)::int from app.appointment a where a.region = here and a.post_id = post and a.status = 'planned' and a.starts_at > moment);
  end $$`;
