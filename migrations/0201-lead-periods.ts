import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addTrigger, addUpkeep } from './tables/upkeep';
import { withRows } from './tables/with-rows';

/**
 * The periods of a file adjoin from its first day on: a period without a holder is one in which the file was closed. Two leads at one
 * instant are excluded by the table itself, a gap is refused at commit. Source: referral.md, invariant 3; docs/adr/0015.
 */
export class LeadPeriods1763900000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table app.lead_tenure drop constraint lead_tenure_check');
    await runner.query('alter table app.lead_tenure add constraint one_holder check (num_nonnulls(post_id, unit_id) <= 1)');
    await withRows(runner, ['beneficiary', 'lead_tenure', 'support', 'file_access'], async () => {
      // The triggers of a support write what opens a file under policies that let no migration through: the steps do it themselves.
      await runner.query('alter table app.support disable trigger user');
      for (const step of MEND) await runner.query(step);
      await runner.query('alter table app.support enable trigger user');
    });
    await runner.query(`alter table app.lead_tenure add constraint one_lead_at_once
      exclude using gist (region with =, beneficiary_id with =, tstzrange(since, until) with &&)`);
    await runner.query(`alter table app.support add constraint support_once
      exclude using gist (region with =, beneficiary_id with =, unit_id with =, scheme with =, daterange(opened_on, closed_on) with &&)`);
    // A contract with the State is held by one unit at a time; other schemes may run side by side.
    await runner.query(`alter table app.support add constraint contract_once
      exclude using gist (region with =, beneficiary_id with =, scheme with =, daterange(opened_on, closed_on) with &&)
      where (scheme in ('pacea', 'cej'))`);
    await addUpkeep(runner, 'keep_lead', KEEP_LEAD);
    await addUpkeep(runner, 'adjoin_periods', adjoin('beneficiary_id'));
    await addTrigger(runner, 'lead_tenure', 'constraint after insert or update or delete deferrable initially deferred', 'adjoin_periods');
    await addUpkeep(runner, 'lead_as_told', adjoin('id'));
    const changes = 'insert or update of lead_post_id, lead_unit_id, status';
    await addTrigger(runner, 'beneficiary', `constraint after ${changes} deferrable initially deferred`, 'lead_as_told');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const ORDERED = `select id, region, beneficiary_id, since, until,
    lag(until) over (partition by region, beneficiary_id order by since, until nulls last) as before
  from app.lead_tenure`;

const SAME = (other: string): string => `select from app.support ${other}
  where ${other}.region = s.region and ${other}.beneficiary_id = s.beneficiary_id and ${other}.scheme = s.scheme
    and daterange(${other}.opened_on, ${other}.closed_on) && daterange(s.opened_on, s.closed_on)`;
const NEWER = `${SAME('n')} and (n.opened_on, n.id) > (s.opened_on, s.id)`;
const OLDER = `${SAME('o')} and o.unit_id = s.unit_id and (o.opened_on, o.id) < (s.opened_on, s.id)`;

/** What was written before: overlaps by a moment are cut, gaps and closed files get their period without a holder. */
const MEND = [
  `update app.lead_tenure t set since = o.before, until = greatest(t.until, o.before) from (${ORDERED}) o
    where t.region = o.region and t.id = o.id and o.before > o.since`,
  `insert into app.lead_tenure (region, beneficiary_id, since, until)
    select o.region, o.beneficiary_id, o.before, o.since from (${ORDERED}) o where o.before < o.since`,
  `insert into app.lead_tenure (region, beneficiary_id, post_id, unit_id, since)
    select b.region, b.id, case b.status when 'active' then b.lead_post_id end, case b.status when 'active' then b.lead_unit_id end,
      coalesce((select max(t.until) from app.lead_tenure t where t.region = b.region and t.beneficiary_id = b.id), b.created_at)
    from app.beneficiary b
    where not exists (select from app.lead_tenure t where t.region = b.region and t.beneficiary_id = b.id and t.until is null)`,
  // Of two contracts of one person at once the newer is the contract: the older unit goes on supporting, outside of it.
  `update app.support s set scheme = 'free' where s.scheme in ('pacea', 'cej') and exists (${NEWER} and n.unit_id <> s.unit_id)`,
  // What a unit noted twice for the same time: the older ends where the newer begins; a newer one that is over lasted no day.
  `update app.support s set closed_on = s.opened_on where s.closed_on is not null and exists (${OLDER} and o.closed_on is null)`,
  `with cut as (
      update app.support s set closed_on = (select min(n.opened_on) ${NEWER.slice('select'.length)} and n.unit_id = s.unit_id)
      where exists (${NEWER} and n.unit_id = s.unit_id) returning s.region, s.id)
    delete from app.file_access a using cut where a.region = cut.region and a.source_id = cut.id and a.basis in ('support', 'hierarchy')`,
];

/**
 * The old period ends at the instant the new one begins. The clock of the wall, read while the file is locked: with the beginning of
 * the transaction, the later of two at once could begin before the earlier one ended.
 */
const KEEP_LEAD = `
  declare
    post uuid := case new.status when 'active' then new.lead_post_id end;
    unit uuid := case new.status when 'active' then new.lead_unit_id end;
    moment timestamptz := clock_timestamp();
  begin
    if tg_op = 'UPDATE' then
      if (new.status, post, unit) is not distinct from (old.status, case old.status when 'active' then old.lead_post_id end,
        case old.status when 'active' then old.lead_unit_id end) then return null; end if;
      update app.lead_tenure t set until = greatest(moment, t.since)
      where t.region = new.region and t.beneficiary_id = new.id and t.until is null
      returning t.until into moment;
    end if;
    insert into app.lead_tenure (region, beneficiary_id, post_id, unit_id, since)
    values (new.region, new.id, post, unit, coalesce(moment, clock_timestamp()));
    return null;
  end`;

/** At commit: each period begins where the one before ended, the last is open, and its holder is the lead that the file names. */
function adjoin(file: 'id' | 'beneficiary_id'): string {
  return `
  declare
    file record;
    wrong boolean;
  begin
    select b.status, b.lead_post_id, b.lead_unit_id into file from app.beneficiary b
    where b.region = coalesce(new.region, old.region) and b.id = coalesce(new.${file}, old.${file});
    if not found then return null; end if;
    select count(*) filter (where p.until is null) <> 1
      or bool_or(p.place > 1 and p.before is distinct from p.since)
      or bool_or(p.until is null and (p.post_id, p.unit_id) is distinct from (case file.status when 'active' then file.lead_post_id end,
        case file.status when 'active' then file.lead_unit_id end))
    into wrong
    from (select t.since, t.until, t.post_id, t.unit_id, lag(t.until) over w as before, row_number() over w as place
      from app.lead_tenure t
      where t.region = coalesce(new.region, old.region) and t.beneficiary_id = coalesce(new.${file}, old.${file})
      window w as (order by t.since, t.until nulls last)) p;
    if wrong then
      raise exception 'a file would be without a lead, or with two' using errcode = 'check_violation', constraint = 'lead_without_gap';
    end if;
    return null;
  end`;
}
