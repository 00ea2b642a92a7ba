import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, APPEND, fileOpen, ME, MY_OPERATOR, myTree, SUPPORT_BEGINS } from './tables/clauses';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';
import { createTenantTables, tenantTable } from './tables/tenant-table';
import { REFERRAL_CHECKS, REFERRAL_COLUMNS } from './tables/referral-columns';

const sent = `status not in ('draft', 'held')`;
const bySender = myTree('referral', 'sender_unit_id');
const byReceiver = myTree('referral', 'receiver_unit_id');
const referralSeen = `${bySender} or ${sent} and (${byReceiver} or ${fileOpen('referral')})`;
const side = `${bySender} or ${sent} and ${byReceiver}`;

/** The receiver reads the pack once somebody claimed the referral, and no longer once the sender took it back. */
const packClaimed = `exists (select 1 from app.referral r where r.region = packet.region and r.id = packet.referral_id
  and r.status not in ('draft', 'held', 'sent')
  and (r.closure is null or r.closure not in ('withdrawn', 'expired', 'rerouted', 'superseded', 'error')))`;
const packSent = `exists (select 1 from app.referral r where r.region = packet.region and r.id = packet.referral_id
  and ${myTree('r', 'sender_unit_id')})`;

const referral = tenantTable({
  name: 'referral',
  purpose: 'A request from one unit to another about a person, followed until its outcome is known.',
  retention: 'With the file.',
  secrecy: 'personal',
  columns: REFERRAL_COLUMNS,
  constraints: REFERRAL_CHECKS,
  indexes: [
    'receiver_unit_id, status, due_at',
    'sender_unit_id, status, due_at',
    'beneficiary_id, created_at',
    'due_at where due_at is not null',
    // Two open twins never live: one person, one theme, one receiver.
    `unique beneficiary_id, theme, receiver_unit_id where status not in ('draft', 'held', 'closed')`,
  ],
  references: {
    beneficiary_id: 'beneficiary',
    'sender_unit_id, sender_operator_id': 'unit(id, operator_id)',
    'receiver_unit_id, receiver_operator_id': 'unit(id, operator_id)',
    sender_post_id: 'post',
    claimed_by_post_id: 'post',
    accountable_post_id: 'post',
    closed_by_post_id: 'post',
    recommended_unit_id: 'unit',
    recommended_by_post_id: 'post',
    decided_unit_id: 'unit',
    decided_by_post_id: 'post',
    parent_id: 'referral',
    successor_id: 'referral',
  },
  rights: { app_rw: 'select, insert, update', app_worker: ALL },
  policies: {
    select: referralSeen,
    insert: `sender_operator_id = ${MY_OPERATOR} and sender_post_id = ${ME} and ${bySender} and ${fileOpen('referral')}`,
    update: { of: side, to: side },
  },
});

const packet = tenantTable({
  name: 'packet',
  purpose: 'What was handed over with a referral, frozen as the sender previewed it.',
  retention: 'With the referral.',
  secrecy: 'personal',
  columns: `id uuid not null, referral_id uuid not null, beneficiary_id uuid not null, number int not null check (number > 0),
    summary jsonb not null, content jsonb not null, audience_unit_id uuid not null, hash text not null, frozen_at timestamptz not null,
    author_post_id uuid not null`,
  indexes: ['unique referral_id, number'],
  references: { referral_id: 'referral', beneficiary_id: 'beneficiary', audience_unit_id: 'unit', author_post_id: 'post' },
  rights: { app_rw: APPEND, app_worker: APPEND },
  policies: {
    select: `${packSent} or ${myTree('packet', 'audience_unit_id')} and ${packClaimed}`,
    insert: `author_post_id = ${ME} and ${packSent}`,
  },
});

const transition = tenantTable({
  name: 'referral_transition',
  purpose: 'Every change of a referral: who, when, why. The state is the fold of these rows.',
  retention: 'With the referral.',
  secrecy: 'professional',
  columns: `id uuid not null, referral_id uuid not null, sequence int not null check (sequence > 0), move text not null,
    from_status text not null, to_status text not null, actor_post_id uuid,
    actor_kind text not null check (actor_kind in ('sender', 'receiver', 'coordinator', 'timer', 'person')),
    reason text, detail jsonb not null default '{}', at timestamptz not null`,
  indexes: ['unique referral_id, sequence'],
  references: { referral_id: 'referral', actor_post_id: 'post' },
  rights: { app_rw: APPEND, app_worker: APPEND },
  policies: {
    select: `exists (select 1 from app.referral r where r.region = referral_transition.region and r.id = referral_transition.referral_id)`,
    insert: `(actor_post_id = ${ME} or actor_post_id is null and actor_kind = 'person')
      and exists (select 1 from app.referral r where r.region = referral_transition.region and r.id = referral_transition.referral_id)`,
  },
});

const reminder = tenantTable({
  name: 'referral_reminder',
  purpose: 'Which reminder of which step left, and whether it arrived: each once.',
  retention: 'With the referral.',
  secrecy: 'professional',
  key: ['referral_id', 'step', 'milestone'],
  columns: `referral_id uuid not null, step timestamptz not null, milestone text not null, at timestamptz not null, settled_at timestamptz`,
  references: { referral_id: 'referral' },
  rights: { app_rw: 'select', app_worker: ALL },
  policies: {
    select: `exists (select 1 from app.referral r where r.region = referral_reminder.region and r.id = referral_reminder.referral_id)`,
  },
});

/** The referral, its pack, its log. Source: referral.md. */
export class Referrals1763900000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, [referral, packet, transition, reminder]);
    await runner.query('alter table app.referral add foreign key (region, packet_id) references app.packet (region, id)');
    await runner.query('create index on app.referral (region, packet_id)');
    for (const table of ['appointment', 'support']) {
      await runner.query(`alter table app.${table} add foreign key (region, referral_id) references app.referral (region, id)`);
      await runner.query(`create index on app.${table} (region, referral_id)`);
    }
    await this.openSupportsByReferral(runner);
    await letUpkeep(runner, { referral: 'select', referral_transition: 'select' });
    await addUpkeep(runner, 'keep_fold', KEEP_FOLD);
    await addTrigger(runner, 'referral', 'constraint after insert or update of status deferrable initially deferred', 'keep_fold');
    await addUpkeep(runner, 'append_only', APPEND_ONLY);
    for (const table of ['referral_transition', 'packet']) await addTrigger(runner, table, 'before update or delete', 'append_only');
  }

  /** A unit that received a live referral may begin its support for the person. */
  private async openSupportsByReferral(runner: QueryRunner): Promise<void> {
    const received = `operator_id = ${MY_OPERATOR} and exists (select 1 from app.referral r where r.region = support.region
      and r.beneficiary_id = support.beneficiary_id and r.receiver_unit_id = support.unit_id and r.status not in ('draft', 'held', 'closed')
      and ${myTree('r', 'receiver_unit_id')})`;
    await runner.query(`alter policy adds on app.support with check (region = sec.region() and (${SUPPORT_BEGINS} or ${received}))`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** At commit, the state of a referral is the one its log tells. */
const KEEP_FOLD = `
  declare
    told record;
    now_status text;
  begin
    select r.status into now_status from app.referral r where r.region = new.region and r.id = new.id;
    select t.to_status into told from app.referral_transition t
    where t.region = new.region and t.referral_id = new.id order by t.sequence desc limit 1;
    if now_status is not null and coalesce(told.to_status, 'draft') <> now_status then
      raise exception 'a referral is what its log tells' using errcode = 'check_violation', constraint = 'referral_fold';
    end if;
    return null;
  end`;

const APPEND_ONLY = `
  begin
    raise exception 'this log is only added to' using errcode = 'check_violation', constraint = 'append_only';
  end`;
