import type { Client } from 'pg';
import { WITHOUT_LEAD } from '../../libs/testing/src/without-lead';
import { signContext } from '../../libs/server/kernel/src/signed-context';

/** A pack that is measured, and what hangs on its files. */
export type Caseload = { readonly packId: string; readonly actions: number; readonly appointments: number; readonly referrals: number };

/** The counsellor with most colleagues in one unit, and four of those. */
const TEAM = `
  select (array_agg(p.id order by p.id))[1] as away, (array_agg(p.id order by p.id))[2:5] as colleagues, p.unit_id as unit, p.operator_id as operator
  from app.post p where p.region = '53' and p.active and p.role in ('counsellor', 'unit_lead')
  group by p.unit_id, p.operator_id having count(*) >= 5 order by count(*) desc, p.unit_id limit 1`;

const PEOPLE = `
  insert into app.beneficiary (region, id, family_name, given_name, birth_date, lead_post_id, created_by_post, created_by_operator,
    last_contact_at)
  select '53', gen_random_uuid(), 'Lourd' || n, 'Camille', date '2000-01-01' + n, $2, $2, $3, now() - make_interval(days => n % 120)
  from generate_series(1, $1::int) n returning id`;

const SUPPORTS = `
  insert into app.support (region, id, beneficiary_id, operator_id, unit_id, referent_post_id, opened_on)
  select '53', gen_random_uuid(), x.id, $2, $3, $4, current_date - 200 from unnest($1::uuid[]) as x (id)`;

const ACTIONS = `
  insert into app.action (region, id, beneficiary_id, operator_id, words, owner, owner_post_id, due_on)
  select '53', gen_random_uuid(), x.id, $2, 'Rappeler le CFA', 'staff', $3, current_date + (x.n % 40)::int - 10
  from unnest($1::uuid[]) with ordinality as x (id, n)`;

const APPOINTMENTS = `
  insert into app.appointment (region, id, beneficiary_id, operator_id, unit_id, post_id, starts_at, minutes)
  select '53', gen_random_uuid(), x.id, $2, $3, $4, now() + make_interval(hours => x.n::int), 30
  from unnest($1::uuid[]) with ordinality as x (id, n) where x.n % 4 = 0`;

const REFERRALS = `
  with asked as (
    insert into app.referral (region, id, beneficiary_id, kind, need, theme, status, status_since, sender_operator_id, sender_unit_id,
      sender_post_id, receiver_operator_id, receiver_unit_id, sent_at, decide_since, due_at, due_milestone, sequence)
    select '53', gen_random_uuid(), x.id, 'add', 'Un logement', 'bench ' || x.n, 'sent', now(), $2, $3, $4, u.operator_id, u.id, now(), now(),
      now() + interval '5 days', 'decide_target', 1
    from unnest($1::uuid[]) with ordinality as x (id, n)
    cross join (select id, operator_id from app.unit where region = '53' and operator_id <> $2 order by id limit 1) u
    where x.n % 10 = 0 returning id, sender_post_id)
  insert into app.referral_transition (region, id, referral_id, sequence, move, from_status, to_status, actor_post_id, actor_kind, at)
  select '53', gen_random_uuid(), id, 1, 'send', 'draft', 'sent', sender_post_id, 'sender', now() from asked`;

const PACK = `
  with away as (
    insert into app.absence (region, id, post_id, unit_id, operator_id, kind, reason, starts_on, ends_on, created_by_post_id)
    values ('53', gen_random_uuid(), $1, $2, $3, 'absence', 'leave', current_date, current_date + 300, $1) returning id)
  insert into app.continuity_pack (region, id, absence_id, post_id, unit_id, operator_id, ends_as, receiver_post_ids, status, begins_on,
    returns_on, prepared_by_post_id, created_at)
  select '53', gen_random_uuid(), id, $1, $2, $3, 'comes_back', $4, 'prepared', current_date, current_date + 301, $1, now() from away
  returning id`;

type Team = { away: string; colleagues: string[]; unit: string; operator: string };

/** Arranges the caseload, once per run: what an earlier run left is taken from the counsellor first. */
export async function arrangeCaseload(admin: Client, contextKey: string, many: number): Promise<Caseload> {
  return inRegion(admin, contextKey, async () => {
    const team = (await admin.query<Team>(TEAM)).rows[0];
    if (!team) throw new Error('no unit of the demo has five counsellors');
    const { away, colleagues, unit, operator } = team;
    await admin.query(`delete from app.pack_file where region = '53'`);
    await admin.query(`delete from app.continuity_pack where region = '53'`);
    await admin.query(`delete from app.absence where region = '53'`);
    await admin.query(`update app.beneficiary set status = 'closed' where region = '53' and lead_post_id = $1 and status = 'active'`, [
      away,
    ]);
    await admin.query(`update app.action set status = 'dropped' where region = '53' and owner_post_id = $1 and status = 'open'`, [away]);
    await admin.query(`update app.appointment set status = 'cancelled' where region = '53' and post_id = $1 and status = 'planned'`, [
      away,
    ]);
    await admin.query(
      `update app.referral set sender_post_id = case sender_post_id when $1 then $2 else sender_post_id end,
         claimed_by_post_id = case claimed_by_post_id when $1 then $2 else claimed_by_post_id end,
         accountable_post_id = case accountable_post_id when $1 then $2 else accountable_post_id end
       where region = '53' and $1 in (sender_post_id, claimed_by_post_id, accountable_post_id)`,
      [away, colleagues[0]],
    );
    const ids = (await admin.query<{ id: string }>(PEOPLE, [many, away, operator])).rows.map(({ id }) => id);
    await admin.query(SUPPORTS, [ids, operator, unit, away]);
    const actions = (await admin.query(ACTIONS, [ids, operator, away])).rowCount ?? 0;
    const appointments = (await admin.query(APPOINTMENTS, [ids, operator, unit, away])).rowCount ?? 0;
    const referrals = (await admin.query(REFERRALS, [ids, operator, unit, away])).rowCount ?? 0;
    const pack = (await admin.query<{ id: string }>(PACK, [away, unit, operator, colleagues])).rows[0];
    return { packId: pack?.id ?? '', actions, appointments, referrals };
  });
}

/** Lets the worker have the pack. */
export async function letPack(admin: Client, contextKey: string, { packId }: Caseload, status: string): Promise<void> {
  await inRegion(admin, contextKey, () =>
    admin.query(`update app.continuity_pack set status = $2 where region = '53' and id = $1`, [packId, status]),
  );
}

/** Throws when a file was left, or when somebody lacked a referent. */
export async function checkPack(admin: Client, { packId }: Caseload, status: string, many: number): Promise<void> {
  const { rows } = await admin.query<{ n: number }>(
    `select count(*)::int as n from app.pack_file where region = '53' and pack_id = $1 and status = $2`,
    [packId, status],
  );
  const without = (await admin.query(WITHOUT_LEAD, ['53'])).rowCount;
  if (rows[0]?.n !== many || without !== 0) throw new Error(`${rows[0]?.n ?? 0} files are ${status}, ${without ?? 0} without a lead`);
}

async function inRegion<T>(admin: Client, contextKey: string, task: () => Promise<T>): Promise<T> {
  await admin.query('begin');
  const expiry = Math.floor(Date.now() / 1000) + 600;
  await admin.query(`set local app.ctx = '${signContext(contextKey, { region: '53', role: 'system' }, expiry)}'`);
  const result = await task();
  await admin.query('commit');
  return result;
}
