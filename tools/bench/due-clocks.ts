import type { Client } from 'pg';
import { signContext } from '../../libs/server/kernel/src/signed-context';

/** Kinds that whoever leads or noted is told of on the due day. */
const KINDS = ['return_to_training', 'minor_without_solution', 'contract_after_orientation', 'goals_review'] as const;

/** A clock for each active file, then a second one, of another kind, until there are enough. */
const ARRANGE = `
  with people as (
    select b.id as person, coalesce(b.lead_post_id, b.created_by_post) as post, row_number() over (order by b.id)::int as place
    from app.beneficiary b where b.region = '53' and b.status = 'active'),
  due as (select p.person, o.id as post, o.unit_id, o.operator_id, ($2::text[])[1 + (p.place + round) % 4] as kind,
      row_number() over (order by round, p.place) as place
    from people p join app.post o on o.region = '53' and o.id = p.post cross join generate_series(0, 3) as round)
  insert into app.clock (region, id, beneficiary_id, kind, status, operator_id, unit_id, post_id, started_on, due_on, due_at, next_at,
    next_milestone)
  select '53', gen_random_uuid(), person, kind, 'running', operator_id, unit_id, post, current_date - 60, current_date,
    date_trunc('minute', now()) + interval '8 hours', date_trunc('minute', now()), 'due'
  from due where place <= $1`;

/** Arranges clocks of the people who are there, all due in this minute; nothing else is. */
export async function arrangeClocks(admin: Client, contextKey: string, many: number): Promise<void> {
  await admin.query('begin');
  const expiry = Math.floor(Date.now() / 1000) + 600;
  await admin.query(`set local app.ctx = '${signContext(contextKey, { region: '53', role: 'system' }, expiry)}'`);
  await admin.query(`delete from app.clock_pause where region = '53'`);
  await admin.query(`delete from app.clock_step where region = '53'`);
  await admin.query(`delete from app.clock where region = '53'`);
  await admin.query(`delete from app.notice where region = '53' and kind = 'clock.due'`);
  const { rowCount } = await admin.query(ARRANGE, [many, KINDS]);
  if (rowCount !== many) throw new Error(`only ${rowCount} clocks could be arranged: more people are needed`);
  await admin.query('commit');
  await admin.query('analyze app.clock');
}

/** How many clocks have not taken their step, and how many batches of steps nobody was told of yet. */
export async function leftOf(admin: Client): Promise<{ readonly clocks: number; readonly batches: number }> {
  const { rows } = await admin.query<{ clocks: number; batches: number }>(
    `select (select count(*)::int from app.clock where region = '53' and next_at <= now()) as clocks,
       (select count(*)::int from app.outbox where region = '53' and event = 'clock.steps_taken' and settled_at is null) as batches`,
  );
  return rows[0] ?? { clocks: -1, batches: -1 };
}

/** Throws when a step is lost or doubled, or a notice. */
export async function checkClocks(admin: Client, many: number): Promise<void> {
  const count = async (sql: string): Promise<number> =>
    (await admin.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? -1;
  const notices = `app.notice where region = '53' and kind = 'clock.due'`;
  const counted = [
    await count(`app.clock_step where region = '53'`),
    await count(`(select distinct clock_id, milestone from app.clock_step where region = '53') x`),
    await count(`app.clock where region = '53' and status = 'running' and next_milestone is distinct from 'due'`),
    await count(`(select distinct beneficiary_id, detail from ${notices}) x`),
  ];
  const doubled = await count(`(select 1 from ${notices} group by post_id, beneficiary_id, detail having count(*) > 1) x`);
  if (counted.some((seen) => seen !== many) || doubled > 0)
    throw new Error(`steps lost or doubled: ${JSON.stringify({ counted, doubled })}`);
}
