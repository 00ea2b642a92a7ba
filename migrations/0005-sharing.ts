import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, fileOpen, ME, MY_OPERATOR, MY_UNIT, SUPPORT_BEGINS } from './tables/clauses';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';
import { createTenantTables, tenantTable } from './tables/tenant-table';

const tables = [
  tenantTable({
    name: 'sharing',
    purpose: 'What the person said about sharing: informed, agreed, opposed; when, to whom, how.',
    retention: 'With the file, as proof.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, status text not null check (status in ('informed', 'agreed', 'opposed')),
      how text not null check (how in ('said', 'signed', 'own_space')), recorded_at timestamptz not null, author_post_id uuid not null,
      operator_id uuid not null, detail text not null default '', created_at timestamptz not null default now()`,
    indexes: ['beneficiary_id, recorded_at'],
    references: { beneficiary_id: 'beneficiary', author_post_id: 'post', operator_id: 'operator' },
    rights: { app_rw: 'select, insert', app_worker: ALL },
    policies: {
      select: fileOpen('sharing'),
      insert: `operator_id = ${MY_OPERATOR} and author_post_id = ${ME} and ${fileOpen('sharing')}`,
    },
  }),
  tenantTable({
    name: 'link_request',
    purpose: 'A professional asks to accompany a person already known to the network.',
    retention: 'Two years after the answer.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, requester_post_id uuid not null, requester_unit_id uuid not null,
      requester_operator_id uuid not null, reason text not null check (length(reason) between 1 and 2000),
      status text not null default 'asked' check (status in ('asked', 'granted', 'refused')), answered_by_post uuid, answered_at timestamptz,
      created_at timestamptz not null default now(), version int not null default 1`,
    constraints: [`check ((status = 'asked') = (answered_at is null))`],
    indexes: ['beneficiary_id, status', `unique beneficiary_id, requester_unit_id where status = 'asked'`],
    references: {
      beneficiary_id: 'beneficiary',
      requester_post_id: 'post',
      'requester_unit_id, requester_operator_id': 'unit(id, operator_id)',
      answered_by_post: 'post',
    },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: {
      select: `requester_unit_id = ${MY_UNIT} or ${fileOpen('link_request')}`,
      insert: `requester_operator_id = ${MY_OPERATOR} and requester_unit_id = ${MY_UNIT} and requester_post_id = ${ME} and status = 'asked'`,
      update: { of: fileOpen('link_request'), to: fileOpen('link_request') },
    },
  }),
  tenantTable({
    name: 'support',
    purpose: 'A unit accompanies a person, from–to, with a scheme.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, operator_id uuid not null, unit_id uuid not null, referent_post_id uuid,
      scheme text not null default 'free' check (scheme in ('free', 'cep_1', 'cep_2', 'pacea', 'cej', 'psad', 'right_to_return')),
      opened_on date not null, closed_on date, outcome text, referral_id uuid, created_at timestamptz not null default now(),
      version int not null default 1`,
    constraints: ['check (closed_on >= opened_on)'],
    indexes: ['unit_id, closed_on', 'unique beneficiary_id, unit_id where closed_on is null', 'referent_post_id'],
    references: { beneficiary_id: 'beneficiary', 'unit_id, operator_id': 'unit(id, operator_id)', referent_post_id: 'post' },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: {
      select: `unit_id = ${MY_UNIT} or ${fileOpen('support')}`,
      insert: SUPPORT_BEGINS,
      update: { of: `operator_id = ${MY_OPERATOR}`, to: `operator_id = ${MY_OPERATOR}` },
    },
  }),
  tenantTable({
    name: 'glass',
    purpose: 'A file opened in an emergency: by whom, why, until when.',
    retention: 'Six years, as proof.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, post_id uuid not null, unit_id uuid not null, reason_code text not null,
      reason text not null check (length(reason) >= 20), opened_at timestamptz not null, expires_at timestamptz not null`,
    constraints: [`check (expires_at > opened_at and expires_at <= opened_at + interval '3 hours')`],
    indexes: ['beneficiary_id, opened_at', 'post_id, opened_at'],
    references: { beneficiary_id: 'beneficiary', 'post_id, unit_id': 'post(id, unit_id)' },
    rights: { app_rw: 'select, insert', app_worker: 'select, insert' },
    policies: {
      select: `post_id = ${ME} or ${fileOpen('glass')}`,
      insert: `post_id = ${ME} and unit_id = ${MY_UNIT} and expires_at <= now() + interval '3 hours 10 minutes'`,
    },
  }),
];

/** What opens a file: supports, granted links, a broken glass; and what the person said about it. */
export class Sharing1763900000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await letUpkeep(runner, { support: 'select' });
    await addUpkeep(runner, 'open_file', OPEN_FILE);
    await addTrigger(runner, 'support', 'after insert or update of closed_on, unit_id or delete', 'open_file');
    await addUpkeep(runner, 'open_glass', OPEN_GLASS);
    await addTrigger(runner, 'glass', 'after insert', 'open_glass');
    await addUpkeep(runner, 'heed_opposition', HEED_OPPOSITION);
    await addTrigger(runner, 'beneficiary', 'after update of sharing_status', 'heed_opposition');
    await addUpkeep(runner, 'follow_tree', FOLLOW_TREE);
    // Named to fire after place_unit: triggers of one event fire in the order of their names.
    await runner.query(`create trigger placed_unit_follow_tree after update of parent_id on app.unit
      for each row execute function upkeep.follow_tree()`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

/** An open support opens the file to its unit and to those above; a closed one closes it at once. */
const OPEN_FILE = `
  begin
    if tg_op <> 'INSERT' then
      delete from app.file_access a where a.region = old.region and a.source_id = old.id and a.basis in ('support', 'hierarchy');
    end if;
    if tg_op <> 'DELETE' and new.closed_on is null then
      insert into app.file_access (region, grantee_id, beneficiary_id, basis, source_id, network)
      select new.region, u.ancestor_id, new.beneficiary_id, case u.depth when 0 then 'support' else 'hierarchy' end, new.id,
        b.sharing_status <> 'opposed'
      from app.unit_ancestor u
      join app.beneficiary b on b.region = u.region and b.id = new.beneficiary_id
      where u.region = new.region and u.unit_id = new.unit_id and b.region = new.region;
    end if;
    return null;
  end`;

/** A broken glass opens the file to one post, until it expires. */
const OPEN_GLASS = `
  begin
    insert into app.file_access (region, grantee_id, beneficiary_id, basis, source_id, network, expires_at)
    select new.region, new.post_id, new.beneficiary_id, 'glass', new.id, b.sharing_status <> 'opposed', new.expires_at
    from app.beneficiary b where b.region = new.region and b.id = new.beneficiary_id;
    return null;
  end`;

/** Opposition wins over any rule: what other operators share stops being read in the same instant. */
const HEED_OPPOSITION = `
  begin
    update app.file_access a set network = new.sharing_status <> 'opposed'
    where a.region = new.region and a.beneficiary_id = new.id and a.network <> (new.sharing_status <> 'opposed');
    return null;
  end`;

/** When a unit moves in its tree, the hierarchy's view of open files moves along. */
const FOLLOW_TREE = `
  begin
    if new.parent_id is not distinct from old.parent_id then return null; end if;
    delete from app.file_access a using app.support s, app.unit_ancestor u
    where a.region = new.region and s.region = new.region and u.region = new.region
      and u.ancestor_id = new.id and s.unit_id = u.unit_id and a.source_id = s.id and a.basis = 'hierarchy';
    insert into app.file_access (region, grantee_id, beneficiary_id, basis, source_id, network)
    select s.region, up.ancestor_id, s.beneficiary_id, 'hierarchy', s.id, b.sharing_status <> 'opposed'
    from app.unit_ancestor down
    join app.support s on s.region = down.region and s.unit_id = down.unit_id and s.closed_on is null
    join app.unit_ancestor up on up.region = s.region and up.unit_id = s.unit_id and up.depth > 0
    join app.beneficiary b on b.region = s.region and b.id = s.beneficiary_id
    where down.region = new.region and down.ancestor_id = new.id;
    return null;
  end`;
