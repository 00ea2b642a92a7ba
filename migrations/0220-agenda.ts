import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AGENDA_DOORS, AGENDA_DOOR_NAMES, COUNT_SEATS, KEEP_APART } from './agenda/doors';
import { ALL, ME, MY_OPERATOR } from './tables/clauses';
import { createTenantTables, tenantTable } from './tables/tenant-table';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';
import { addReference } from './tables/with-rows';

const mine = `post_id = ${ME}`;
const ours = `operator_id = ${MY_OPERATOR}`;

const tables = [
  tenantTable({
    name: 'availability',
    purpose: 'The hours of the week at which a professional meets people, and where: what a slot is looked for in.',
    retention: 'With the post.',
    secrecy: 'professional',
    columns: `id uuid not null, post_id uuid not null, weekday int not null check (weekday between 1 and 7),
      from_minute int not null check (from_minute between 0 and 1439), to_minute int not null check (to_minute between 1 and 1440),
      place text not null default '', created_at timestamptz not null default now()`,
    constraints: ['check (to_minute > from_minute)'],
    indexes: ['post_id, weekday'],
    references: { post_id: 'post' },
    rights: { app_rw: 'select, insert, delete', app_worker: ALL },
    policies: { select: 'true', insert: mine, delete: mine },
  }),
  tenantTable({
    name: 'group_session',
    purpose: 'A collective session: when, where, how many people. Who comes stands in the appointments.',
    retention: 'Five years.',
    secrecy: 'professional',
    columns: `id uuid not null, operator_id uuid not null, unit_id uuid not null, post_id uuid not null, title text not null,
      place text not null default '', starts_at timestamptz not null, minutes int not null check (minutes between 5 and 600),
      capacity int not null check (capacity between 1 and 200), taken int not null default 0,
      status text not null default 'planned' check (status in ('planned', 'cancelled')),
      created_at timestamptz not null default now(), version int not null default 1`,
    // The last word on the number of places, whoever asks at the same moment.
    constraints: ['constraint group_session_seats check (taken between 0 and capacity)'],
    indexes: ['post_id, starts_at', 'operator_id, starts_at'],
    references: { 'unit_id, operator_id': 'unit(id, operator_id)', post_id: 'post' },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: { select: ours, insert: ours, update: { of: ours, to: ours } },
  }),
  tenantTable({
    name: 'calendar_feed',
    purpose: 'The secret address of an agenda without names, as a keyed mark; how often it is read.',
    retention: 'Until it is revoked, then one year.',
    secrecy: 'professional',
    columns: `id uuid not null, post_id uuid not null, token_hash text collate "C" not null, created_at timestamptz not null,
      revoked_at timestamptz, read_at timestamptz, hour timestamptz, reads int not null default 0`,
    indexes: ['unique token_hash', 'unique post_id where revoked_at is null', 'post_id'],
    references: { post_id: 'post' },
    rights: { app_rw: 'select, insert, update (revoked_at)', app_worker: ALL },
    policies: { select: mine, insert: mine, update: { of: mine, to: mine } },
  }),
];

/**
 * The agenda: hours, collective sessions, a feed without names, and meetings that two professionals hold. `alone` says that nothing else
 * was to stand at that time: of two such meetings of one professional at one time the database keeps one. See docs/adr/0019.
 */
export class Agenda1763900000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await runner.query(`alter table app.appointment add column with_post_id uuid, add column group_session_id uuid,
      add column alone boolean not null default false, add column moved_at timestamptz`);
    await addReference(runner, 'appointment', 'with_post_id', 'post');
    await addReference(runner, 'appointment', 'group_session_id', 'group_session');
    await letUpkeep(runner, { group_session: 'select, update', calendar_feed: 'select, update' });
    await addUpkeep(runner, 'keep_apart', KEEP_APART);
    await addTrigger(runner, 'appointment', 'before insert or update of starts_at, minutes, status, alone', 'keep_apart');
    await addUpkeep(runner, 'count_seats', COUNT_SEATS);
    await addTrigger(runner, 'appointment', 'after insert or update of status', 'count_seats');
    await runner.query('grant create on schema app to relais_upkeep');
    await runner.query('set local role relais_upkeep');
    for (const door of AGENDA_DOORS) await runner.query(door);
    await runner.query(`revoke execute on function ${AGENDA_DOOR_NAMES} from public`);
    await runner.query(`grant execute on function ${AGENDA_DOOR_NAMES} to app_rw`);
    await runner.query('set local role relais_owner');
    await runner.query('revoke create on schema app from relais_upkeep');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
