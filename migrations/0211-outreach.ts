import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, fileOpen, ME, MY_OPERATOR, MY_UNIT, myTree } from './tables/clauses';
import { createTenantTables, tenantTable } from './tables/tenant-table';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';

const asked = myTree('sighting', 'asked_unit_id');
const asker = myTree('sighting', 'asker_unit_id');

const tables = [
  tenantTable({
    name: 'attempt',
    purpose: 'One try to reach the person: channel and result, nothing of what was said.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, operator_id uuid not null, unit_id uuid not null, post_id uuid not null,
      channel text not null check (channel in ('phone', 'sms', 'email', 'mail', 'third_party', 'visit')),
      result text not null check (result in ('reached', 'message_left', 'no_answer', 'wrong_contact')), at timestamptz not null,
      created_at timestamptz not null default now()`,
    indexes: ['beneficiary_id, at'],
    references: { beneficiary_id: 'beneficiary', 'unit_id, operator_id': 'unit(id, operator_id)', post_id: 'post' },
    rights: { app_rw: 'select, insert', app_worker: ALL },
    policies: {
      // What one operator tried stays its own; the others see the date of the last contact alone.
      select: `operator_id = ${MY_OPERATOR} and ${fileOpen('attempt')}`,
      insert: `operator_id = ${MY_OPERATOR} and unit_id = ${MY_UNIT} and post_id = ${ME} and ${fileOpen('attempt')}`,
    },
  }),
  tenantTable({
    name: 'sighting',
    purpose: 'A unit asks another that accompanies the person whether it saw them, and when: yes or no and a day, nothing else.',
    retention: 'Six months.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, asker_post_id uuid not null, asker_unit_id uuid not null,
      asked_unit_id uuid not null, asked_at timestamptz not null, answered_at timestamptz, answered_by_post_id uuid, seen boolean, seen_on date,
      version int not null default 1`,
    constraints: [
      `constraint sighting_answered check ((answered_at is null) = (seen is null) and (seen is true) = (seen_on is not null))`,
      'check (asker_unit_id <> asked_unit_id)',
    ],
    indexes: ['unique beneficiary_id, asker_unit_id, asked_unit_id where answered_at is null', 'asked_unit_id, asked_at'],
    references: {
      beneficiary_id: 'beneficiary',
      asker_post_id: 'post',
      asker_unit_id: 'unit',
      asked_unit_id: 'unit',
      answered_by_post_id: 'post',
    },
    rights: { app_rw: 'select, insert, update (answered_at, answered_by_post_id, seen, seen_on, version)', app_worker: ALL },
    policies: {
      select: `${asker} or ${asked}`,
      insert: `asker_post_id = ${ME} and asker_unit_id = ${MY_UNIT} and answered_at is null and ${fileOpen('sighting')}`,
      update: { of: asked, to: `${asked} and answered_by_post_id = ${ME}` },
    },
  }),
];

/**
 * Looking for somebody nobody hears of: attempts, and a question to the others who accompany the person. A contact proven by any of them
 * moves the date of the last contact forward, and tells nothing else. A closed file is opened again by whoever the person comes back to.
 */
export class Outreach1763900000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await letUpkeep(runner, { outbox: 'insert' });
    await runner.query(
      'grant update (last_contact_at, status, lead_post_id, lead_unit_id, updated_at, version) on app.beneficiary to relais_upkeep',
    );
    await runner.query('grant insert on app.support to relais_upkeep');
    await addUpkeep(runner, 'hear_of_person', HEAR_OF_PERSON);
    await addTrigger(runner, 'attempt', 'after insert', 'hear_of_person');
    await addUpkeep(runner, 'hear_by_network', HEAR_BY_NETWORK);
    await addTrigger(runner, 'sighting', 'after update of answered_at', 'hear_by_network');
    await addUpkeep(runner, 'reopen_file', REOPEN_FILE);
    await addTrigger(runner, 'support', 'after insert', 'reopen_file');
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    await runner.query(RETURN_TO_FILE);
    await runner.query('revoke execute on function app.return_to_file from public');
    await runner.query('grant execute on function app.return_to_file to app_rw');
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const HEAR_OF_PERSON = `
  begin
    if new.result = 'reached' then
      update app.beneficiary b set last_contact_at = new.at
      where b.region = new.region and b.id = new.beneficiary_id and (b.last_contact_at is null or b.last_contact_at < new.at);
    end if;
    return null;
  end`;

/** The day is all that is known: noon of that day counts. */
const HEAR_BY_NETWORK = `
  declare
    noon timestamptz := new.seen_on + time '12:00';
  begin
    if new.seen then
      update app.beneficiary b set last_contact_at = noon
      where b.region = new.region and b.id = new.beneficiary_id and (b.last_contact_at is null or b.last_contact_at < noon);
    end if;
    return null;
  end`;

/** A support that a professional opens on a closed file opens the file again: it has a lead at once, and whoever waits for that is told. */
const REOPEN_FILE = `
  declare
    reopened uuid;
  begin
    if sec.post() is null or new.closed_on is not null then return null; end if;
    update app.beneficiary b set status = 'active', lead_post_id = new.referent_post_id,
      lead_unit_id = case when new.referent_post_id is null then new.unit_id end, updated_at = now(), version = b.version + 1
    where b.region = new.region and b.id = new.beneficiary_id and b.status = 'closed' returning b.id into reopened;
    if reopened is not null then
      insert into app.outbox (region, id, event, payload) values (new.region, gen_random_uuid(), 'beneficiary.reopened',
        jsonb_build_object('objectId', new.beneficiary_id, 'beneficiaryId', new.beneficiary_id, 'unitId', new.unit_id,
          'actorPostId', sec.post()));
    end if;
    return null;
  end`;

/** Whoever the person comes back to opens the same file again, with its history; not against an opposition to sharing. */
const RETURN_TO_FILE = `
  create function app.return_to_file(person uuid, support uuid, today date) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
    operator uuid := sec.operator();
    known boolean;
  begin
    if sec.role() not in ('counsellor', 'unit_lead') then return false; end if;
    select exists (select from app.file_access a where a.region = here and a.beneficiary_id = return_to_file.person
      and a.grantee_id in (sec.unit(), sec.post()) and (a.expires_at is null or a.expires_at > now())) into known;
    update app.beneficiary b set status = 'active', lead_post_id = sec.post(), lead_unit_id = null, updated_at = now(), version = b.version + 1
    where b.region = here and b.id = return_to_file.person and b.status = 'closed' and (known or b.sharing_status <> 'opposed');
    if not found then return false; end if;
    insert into app.support (region, id, beneficiary_id, operator_id, unit_id, referent_post_id, opened_on)
    values (here, return_to_file.support, return_to_file.person, operator, sec.unit(), sec.post(), return_to_file.today);
    return true;
  end $$`;
