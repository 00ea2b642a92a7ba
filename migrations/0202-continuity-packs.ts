import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, ledByMe, ME, MY_OPERATOR } from './tables/clauses';
import { createTenantTables, regionPolicy, tenantTable } from './tables/tenant-table';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';

const theirs = `operator_id = ${MY_OPERATOR} and (post_id = ${ME} or ${ledByMe('continuity_pack')})`;
const led = `from_post_id = ${ME} or ${ledByMe('pack_file')}`;

const tables = [
  tenantTable({
    name: 'continuity_pack',
    purpose: 'The caseload of somebody who is away, given to colleagues: whole or split, until a day or for good.',
    retention: 'Two years after it ended.',
    secrecy: 'professional',
    columns: `id uuid not null, absence_id uuid not null, post_id uuid not null, unit_id uuid not null, operator_id uuid not null,
      ends_as text not null check (ends_as in ('comes_back', 'for_good')), receiver_post_ids uuid[] not null,
      status text not null check (status in ('preparing', 'prepared', 'waiting', 'moving', 'moved', 'undoing', 'undone', 'returning', 'returned')),
      begins_on date not null, returns_on date, prepared_by_post_id uuid not null, run_by_post_id uuid, moved_at timestamptz,
      undo_until timestamptz, ended_at timestamptz, created_at timestamptz not null, version int not null default 1`,
    constraints: [`constraint pack_returns check ((ends_as = 'comes_back') = (returns_on is not null))`],
    indexes: [
      `unique absence_id where status in ('preparing', 'prepared', 'waiting', 'moving')`,
      'absence_id, created_at',
      'status, returns_on',
    ],
    references: {
      absence_id: 'absence',
      post_id: 'post',
      unit_id: 'unit',
      operator_id: 'operator',
      prepared_by_post_id: 'post',
      run_by_post_id: 'post',
    },
    rights: { app_rw: ALL, app_worker: ALL },
    policies: {
      select: `operator_id = ${MY_OPERATOR}`,
      insert: `${theirs} and prepared_by_post_id = ${ME}`,
      update: { of: theirs, to: theirs },
      delete: theirs,
    },
  }),
  tenantTable({
    name: 'pack_file',
    purpose: 'What of one person moves with a pack, to whom, and what became of it.',
    retention: 'With the pack.',
    secrecy: 'personal',
    key: ['pack_id', 'beneficiary_id'],
    columns: `pack_id uuid not null, beneficiary_id uuid not null, unit_id uuid not null, from_post_id uuid not null, to_post_id uuid not null,
      to_unit_id uuid not null, place int not null, weight int not null, reasons text[] not null, leads boolean not null,
      referral_ids uuid[] not null, action_ids uuid[] not null, appointment_ids uuid[] not null, clashes int not null default 0,
      status text not null default 'waiting' check (status in ('waiting', 'moved', 'refused', 'undone', 'returned', 'kept')),
      reason text check (reason in ('led_elsewhere', 'closed', 'moved_again')), handover_id uuid, support_id uuid,
      moved_at timestamptz, settled_at timestamptz`,
    indexes: ['pack_id, status, place', 'to_post_id, status', 'beneficiary_id'],
    references: {
      pack_id: 'continuity_pack',
      beneficiary_id: 'beneficiary',
      unit_id: 'unit',
      from_post_id: 'post',
      to_post_id: 'post',
      to_unit_id: 'unit',
      handover_id: 'handover',
      support_id: 'support',
    },
    rights: { app_rw: 'select, delete', app_worker: ALL },
    policies: { select: `${led} or to_post_id = ${ME}`, delete: `status = 'waiting' and (${led})` },
  }),
];

/** Continuity packs, what a caseload weighs, and posts that are not closed before all of it found somebody else. Source: docs/adr/0016. */
export class ContinuityPacks1763900000202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    const below = `operator_id = ${MY_OPERATOR} and id <> ${ME} and ${ledByMe('post')}`;
    await runner.query('grant update (active, until, version) on app.post to app_rw');
    await runner.query(regionPolicy('changes', 'post', 'update', 'app_rw', { using: below, check: below }));
    await letUpkeep(runner, { situation: 'select' });
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    for (const door of [FACTS, HOLDINGS]) await runner.query(door);
    await runner.query(
      `revoke execute on function app.caseload_facts(uuid[], date, timestamptz), app.holdings_of(uuid, timestamptz) from public`,
    );
    await runner.query(
      `grant execute on function app.caseload_facts(uuid[], date, timestamptz), app.holdings_of(uuid, timestamptz) to app_rw, app_worker`,
    );
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
    await addUpkeep(runner, 'keep_post', KEEP_POST);
    await addTrigger(runner, 'post', 'before update of active', 'keep_post');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/**
 * What makes the files of some posts weigh, for whoever leads them, works beside them, or for the worker. Only the worker learns which
 * file it is: a lead sees sums, and an administrator no name.
 */
const FACTS = `
  create function app.caseload_facts(posts uuid[], today date, moment timestamptz)
  returns table (post_id uuid, beneficiary_id uuid, birth_date date, has_solution boolean, unsafe boolean, last_contact_at timestamptz,
    overdue int, referrals int, next_at timestamptz, household text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
    who text := sec.role();
    mine uuid := sec.unit();
  begin
    return query
      select p.id, case when who = 'system' then b.id end, b.birth_date,
        exists (select from app.situation s where s.region = here and s.beneficiary_id = b.id
          and s.kind in ('schooling', 'training', 'employment') and s.valid_from <= today and (s.valid_until is null or s.valid_until >= today)),
        b.unsafe_to_contact, coalesce(b.last_contact_at, b.created_at),
        (select count(*)::int from app.action t where t.region = here and t.beneficiary_id = b.id and t.status = 'open' and t.due_on < today),
        (select count(*)::int from app.referral r where r.region = here and r.beneficiary_id = b.id and r.status not in ('draft', 'closed')),
        (select min(a.starts_at) from app.appointment a where a.region = here and a.beneficiary_id = b.id and a.status = 'planned'
          and a.starts_at > moment),
        case when who = 'system' then b.phone_index end
      from app.post p
      join app.beneficiary b on b.region = here and b.lead_post_id = p.id and b.status = 'active'
      where p.region = here and p.id = any (posts) and (who = 'system' or p.unit_id = mine
        or who in ('unit_lead', 'operator_administrator') and exists (select from app.unit_ancestor u
          where u.region = here and u.unit_id = p.unit_id and u.ancestor_id = mine));
  end $$`;

/** What a post of the own operator still answers for, in numbers. */
const HOLDINGS = `
  create function app.holdings_of(post uuid, moment timestamptz)
  returns table (files int, referrals int, actions int, appointments int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
  begin
    if sec.role() <> 'system' and not exists (select from app.post p
      where p.region = here and p.id = post and p.operator_id = sec.operator()) then return; end if;
    return query select
      (select count(*)::int from app.beneficiary b where b.region = here and b.lead_post_id = post and b.status = 'active'),
      (select count(*)::int from app.referral r where r.region = here and r.status not in ('draft', 'closed')
        and (r.accountable_post_id = post or r.sender_post_id = post
          or r.claimed_by_post_id = post and r.status in ('received', 'info_needed', 'waitlisted'))),
      (select count(*)::int from app.action t where t.region = here and t.owner_post_id = post and t.status = 'open'),
      (select count(*)::int from app.appointment a where a.region = here and a.post_id = post and a.status = 'planned' and a.starts_at > moment);
  end $$`;

/** A post is not closed while anything hangs on it, whoever asks. */
const KEEP_POST = `
  declare
    held record;
  begin
    if old.active and not new.active then
      select h.files + h.referrals + h.actions + h.appointments as things into held from app.holdings_of(new.id, now()) h;
      if coalesce(held.things, 0) > 0 then
        raise exception 'somebody must take over first' using errcode = 'check_violation', constraint = 'post_still_holds';
      end if;
    end if;
    return new;
  end`;
