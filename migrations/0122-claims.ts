import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fileOpen, ME, MY_OPERATOR, myTree } from './tables/clauses';
import { addUpkeep, letUpkeep } from './tables/upkeep';

const bySender = myTree('referral', 'sender_unit_id');
const byReceiver = myTree('referral', 'receiver_unit_id');
const sent = `status not in ('draft', 'held')`;

/**
 * A team asks for a person it has met (`claim`): it writes the referral as its receiver, the unit that accompanies decides. And what ends,
 * ends its read whoever ends it: a sender can't write to the receiver's support, so the database does when the referral says so.
 */
export class Claims1763900000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter policy adds on app.referral with check (region = sec.region() and (sender_post_id = ${ME} and (
      sender_operator_id = ${MY_OPERATOR} and ${bySender} and ${fileOpen('referral')}
      or kind = 'claim' and receiver_operator_id = ${MY_OPERATOR} and ${byReceiver})))`);
    await runner.query(`alter policy sees on app.referral using (region = sec.region() and (
      (kind <> 'claim' or ${sent}) and ${bySender} or (${sent} or kind = 'claim') and ${byReceiver} or ${sent} and ${fileOpen('referral')}))`);
    await runner.query(`alter policy sees on app.referral_transition using (region = sec.region() and (
      ${myTree('referral_transition', 'sender_unit_id')} or (from_status not in ('draft', 'held') or to_status = 'sent')
      and (${myTree('referral_transition', 'receiver_unit_id')} or ${fileOpen('referral_transition')})))`);
    await addUpkeep(runner, 'may_begin', MAY_BEGIN);
    await letUpkeep(runner, { post: 'select' });
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    await runner.query(UNIT_TO_ASK);
    await runner.query(END_SUPPORT);
    await runner.query('revoke execute on function app.unit_to_ask, app.end_support_of_referral from public');
    await runner.query('grant execute on function app.unit_to_ask, app.end_support_of_referral to app_rw');
    await runner.query('grant execute on function app.end_support_of_referral to app_worker');
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** As before; and the unit that accompanies the person opens the file to the team whose claim it accepts. */
const MAY_BEGIN = `
  begin
    if sec.post() is null then return new; end if;
    if new.unit_id = sec.unit() and (
      exists (select from app.file_access a where a.region = new.region and a.beneficiary_id = new.beneficiary_id
        and a.grantee_id in (sec.unit(), sec.post()) and (a.expires_at is null or a.expires_at > now()))
      or exists (select from app.beneficiary b where b.region = new.region and b.id = new.beneficiary_id
        and (b.lead_post_id = sec.post() or b.lead_unit_id = sec.unit())))
      or exists (select from app.referral r join app.unit_ancestor u on u.region = r.region
          and u.unit_id = case r.kind when 'claim' then r.sender_unit_id else r.receiver_unit_id end
        where r.region = new.region and r.beneficiary_id = new.beneficiary_id and r.receiver_unit_id = new.unit_id
        and r.status not in ('draft', 'held', 'closed') and u.region = new.region and u.ancestor_id = sec.unit())
      or exists (select from app.link_request l where l.region = new.region and l.beneficiary_id = new.beneficiary_id
        and l.requester_unit_id = new.unit_id and l.status = 'granted') then
      return new;
    end if;
    raise exception 'this file is not open to this unit' using errcode = 'insufficient_privilege', constraint = 'may_begin';
  end`;

/** The unit that leads an active file, for the one who asks about a card; nobody for a person who opposes. The card names it already. */
const UNIT_TO_ASK = `
  create function app.unit_to_ask(person uuid) returns table (unit_id uuid, operator_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
  begin
    if sec.role() not in ('counsellor', 'unit_lead') then return; end if;
    return query
    select u.id, u.operator_id from app.beneficiary b
    left join app.post p on p.region = here and p.id = b.lead_post_id
    join app.unit u on u.region = here and u.id = coalesce(p.unit_id, b.lead_unit_id)
    where b.region = here and b.id = person and b.status = 'active' and b.sharing_status <> 'opposed';
  end $$`;

/** Ends the receiver's support and its meetings of a referral that does not keep it; of a referral that goes on, nothing. */
const END_SUPPORT = `
  create function app.end_support_of_referral(referral uuid, at timestamptz, today date) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
    ended app.referral;
  begin
    select * into ended from app.referral r where r.region = here and r.id = end_support_of_referral.referral
      and r.status not in ('accepted', 'in_progress', 'on_hold', 'cancel_requested', 'result_posted');
    if ended.id is null then return; end if;
    update app.appointment a set status = 'cancelled', updated_at = end_support_of_referral.at, version = a.version + 1
    where a.region = here and a.referral_id = ended.id and a.unit_id = ended.receiver_unit_id and a.status = 'planned';
    update app.support s set closed_on = greatest(s.opened_on, end_support_of_referral.today), outcome = ended.outcome, version = s.version + 1
    where s.region = here and s.referral_id = ended.id and s.unit_id = ended.receiver_unit_id and s.closed_on is null;
  end $$`;
