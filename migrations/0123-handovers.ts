import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ALL, APPEND, fileOpen, ME, myTree } from './tables/clauses';
import { createTenantTables, tenantTable } from './tables/tenant-table';
import { addTrigger, addUpkeep, letUpkeep } from './tables/upkeep';

const giver = myTree('handover', 'from_unit_id');
const taker = myTree('handover', 'to_unit_id');
const sides = `${giver} or ${taker}`;

const tables = [
  tenantTable({
    name: 'handover',
    purpose: 'The referent of a file changes: who gives, who takes, from when, until when the former one reads.',
    retention: 'With the file.',
    secrecy: 'personal',
    columns: `id uuid not null, beneficiary_id uuid not null, referral_id uuid,
      kind text not null check (kind in ('redirect', 'absence', 'departure', 'decision')),
      status text not null check (status in ('proposed', 'agreed', 'overlap', 'effective', 'warm', 'ended', 'refused', 'lapsed', 'recalled',
        'forced')),
      status_since timestamptz not null, from_post_id uuid, from_unit_id uuid not null, to_post_id uuid, to_unit_id uuid not null,
      effective_on timestamptz, first_contact_at timestamptz, effective_at timestamptz, warm_until timestamptz, due_at timestamptz,
      reason text, proposed_by_post_id uuid, sequence int not null, created_at timestamptz not null, updated_at timestamptz not null,
      version int not null default 1`,
    constraints: [
      `constraint handover_contact check (kind <> 'redirect' or status not in ('effective', 'warm', 'ended') or first_contact_at is not null)`,
      `constraint handover_forced check (status <> 'forced' or reason is not null)`,
      `constraint handover_warm check (status <> 'warm' or warm_until is not null and due_at is not null)`,
    ],
    indexes: [
      // A file changes hands once at a time.
      `unique beneficiary_id where status in ('proposed', 'agreed', 'overlap')`,
      'beneficiary_id, created_at',
      'due_at where due_at is not null',
    ],
    references: {
      beneficiary_id: 'beneficiary',
      referral_id: 'referral',
      from_post_id: 'post',
      from_unit_id: 'unit',
      to_post_id: 'post',
      to_unit_id: 'unit',
      proposed_by_post_id: 'post',
    },
    rights: { app_rw: 'select, insert, update', app_worker: ALL },
    policies: {
      select: `${sides} or ${fileOpen('handover')}`,
      insert: `(${sides}) and ${fileOpen('handover')}`,
      update: { of: sides, to: sides },
    },
  }),
  tenantTable({
    name: 'handover_transition',
    purpose: 'Every change of a handover: who, when, why.',
    retention: 'With the file.',
    secrecy: 'professional',
    columns: `id uuid not null, handover_id uuid not null, sequence int not null check (sequence > 0), move text not null, from_status text not null,
      to_status text not null, actor_post_id uuid, actor_side text not null check (actor_side in ('giver', 'taker', 'system')), reason text,
      at timestamptz not null, from_unit_id uuid, to_unit_id uuid, beneficiary_id uuid`,
    indexes: ['unique handover_id, sequence'],
    references: { handover_id: 'handover', actor_post_id: 'post', from_unit_id: 'unit', to_unit_id: 'unit', beneficiary_id: 'beneficiary' },
    rights: { app_rw: APPEND, app_worker: APPEND },
    policies: {
      select: `${myTree('handover_transition', 'from_unit_id')} or ${myTree('handover_transition', 'to_unit_id')}
        or ${fileOpen('handover_transition')}`,
      insert: `(actor_post_id = ${ME} or actor_post_id is null and actor_side = 'system')
        and (${myTree('handover_transition', 'from_unit_id')} or ${myTree('handover_transition', 'to_unit_id')})`,
    },
  }),
];

/** The handover of the referent, with its log, and the sight that it opens and trims. Source: referral.md, "Handover of the referent". */
export class Handovers1763900000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTenantTables(runner, tables);
    await runner.query('alter table app.file_access drop constraint file_access_basis_check');
    await runner.query(`alter table app.file_access add constraint file_access_basis_check
      check (basis in ('support', 'hierarchy', 'referral', 'glass', 'handover'))`);
    await letUpkeep(runner, { handover: 'select' });
    await addUpkeep(runner, 'place_handover_line', PLACE_LINE);
    await addTrigger(runner, 'handover_transition', 'before insert', 'place_handover_line');
    await addTrigger(runner, 'handover_transition', 'before update or delete', 'append_only');
    await addUpkeep(runner, 'open_by_handover', OPEN_BY_HANDOVER);
    await addTrigger(runner, 'handover', 'after insert or update of status, to_post_id or delete', 'open_by_handover');
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

const PLACE_LINE = `
  begin
    select h.from_unit_id, h.to_unit_id, h.beneficiary_id into new.from_unit_id, new.to_unit_id, new.beneficiary_id
    from app.handover h where h.region = new.region and h.id = new.handover_id;
    return new;
  end`;

/**
 * While both may act the file is open to the post that takes; once the lead has changed, to the one that took it, and to the former one
 * for thirty days. When a handover ends, is refused or recalled, what it opened closes at once.
 */
const OPEN_BY_HANDOVER = `
  begin
    delete from app.file_access a where a.region = coalesce(new.region, old.region) and a.source_id = coalesce(new.id, old.id)
      and a.basis = 'handover';
    if tg_op = 'DELETE' then return null; end if;
    insert into app.file_access (region, grantee_id, beneficiary_id, basis, source_id, network, expires_at)
    select new.region, g.post_id, new.beneficiary_id, 'handover', new.id, b.sharing_status <> 'opposed', g.expires_at
    from app.beneficiary b
    cross join lateral (values
      (case when new.status in ('agreed', 'overlap', 'effective', 'warm', 'forced') then new.to_post_id end, null::timestamptz),
      (case when new.status in ('effective', 'warm') then new.from_post_id end, new.warm_until)) as g (post_id, expires_at)
    where b.region = new.region and b.id = new.beneficiary_id and g.post_id is not null;
    return null;
  end`;
