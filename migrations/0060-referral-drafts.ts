import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fileOpen, MY_OPERATOR } from './tables/clauses';
import { addUpkeep } from './tables/upkeep';

/** What the sender writes to the receiver and ticks in the timeline; a lead above the receiving unit may accept for it. */
export class ReferralDrafts1763900000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table app.referral add column message text not null default '', add column included jsonb not null default '[]'`,
    );
    await addUpkeep(runner, 'may_begin', MAY_BEGIN);
    await runner.query(`alter policy adds on app.support
      with check (region = sec.region() and (operator_id = ${MY_OPERATOR} or ${fileOpen('support')}))`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** As before, and for a referral received by a unit below one's own. Every support passes here, so the policy only asks the operator. */
const MAY_BEGIN = `
  begin
    if sec.post() is null then return new; end if;
    if new.unit_id = sec.unit() and (
      exists (select from app.file_access a where a.region = new.region and a.beneficiary_id = new.beneficiary_id
        and a.grantee_id in (sec.unit(), sec.post()) and (a.expires_at is null or a.expires_at > now()))
      or exists (select from app.beneficiary b where b.region = new.region and b.id = new.beneficiary_id
        and (b.lead_post_id = sec.post() or b.lead_unit_id = sec.unit())))
      or exists (select from app.referral r join app.unit_ancestor u on u.region = r.region and u.unit_id = r.receiver_unit_id
        where r.region = new.region and r.beneficiary_id = new.beneficiary_id and r.receiver_unit_id = new.unit_id
        and r.status not in ('draft', 'held', 'closed') and u.region = new.region and u.ancestor_id = sec.unit())
      or exists (select from app.link_request l where l.region = new.region and l.beneficiary_id = new.beneficiary_id
        and l.requester_unit_id = new.unit_id and l.status = 'granted') then
      return new;
    end if;
    raise exception 'this file is not open to this unit' using errcode = 'insufficient_privilege', constraint = 'may_begin';
  end`;
