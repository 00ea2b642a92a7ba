import type { Client } from 'pg';
import { signContext } from '../../libs/server/kernel/src/signed-context';

/** Referrals whose date has come, by what the clock does about it. */
export type Due = { readonly reminders: readonly string[]; readonly moves: readonly string[] };

const ARRANGE = `
  with people as (
    select b.id as person, b.lead_post_id as post, p.unit_id as unit, p.operator_id as operator, row_number() over (order by b.id) as place
    from app.beneficiary b join app.post p on p.region = '53' and p.id = b.lead_post_id
    where b.region = '53' and b.status = 'active'),
  units as (select u.id, u.operator_id, row_number() over (order by u.id) as place from app.unit u where u.region = '53' and u.receives_referrals),
  asked as (
    select gen_random_uuid() as id, p.person, p.post, p.unit, p.operator, u.id as to_unit, u.operator_id as to_operator, n % 4 = 0 as moves, n
    from generate_series(1, $1::int) n
    join people p on p.place = 1 + n % (select count(*) from people)
    join units u on u.place = 1 + (n / (select count(*) from people) + n) % (select count(*) from units) and u.id <> p.unit),
  written as (
    insert into app.referral (region, id, beneficiary_id, kind, need, theme, status, status_since, previous_status, outcome,
      sender_operator_id, sender_unit_id, sender_post_id, receiver_operator_id, receiver_unit_id, sent_at, decide_since, due_at,
      due_milestone, sequence)
    select '53', id, person, 'add', 'Un logement', $2 || n, case when moves then 'cancel_requested' else 'sent' end,
      now() - interval '30 days', case when moves then 'accepted' end, case when moves then 'moved' end, operator, unit, post, to_operator,
      to_unit, now() - interval '30 days', now() - interval '30 days', now() - interval '1 hour',
      case when moves then 'cancel_silence' else 'decide_target' end, 1
    from asked
    returning id, status, sender_post_id, status_since)
  insert into app.referral_transition (region, id, referral_id, sequence, move, from_status, to_status, actor_post_id, actor_kind, at)
  select '53', gen_random_uuid(), id, 1, 'send', 'draft', status, sender_post_id, 'sender', status_since from written
  returning referral_id as id, to_status as status`;

/** Arranges referrals of the people who are there; of the clock's two kinds of act one is a move for three reminders. */
export async function arrangeDue(admin: Client, contextKey: string, many: number): Promise<Due> {
  const theme = `bench ${new Date().toISOString()}`;
  await admin.query('begin');
  await admin.query(
    `set local app.ctx = '${signContext(contextKey, { region: '53', role: 'system' }, Math.floor(Date.now() / 1000) + 600)}'`,
  );
  // What the demo has due is not part of the measure.
  await admin.query(
    `update app.referral set due_at = due_at + interval '400 days' where region = '53' and due_at <= now() + interval '1 hour'`,
  );
  const { rows } = await admin.query<{ id: string; status: string }>(ARRANGE, [many, theme]);
  await admin.query('commit');
  const of = (status: string): string[] => rows.filter((row) => row.status === status).map(({ id }) => id);
  return { reminders: of('sent'), moves: of('cancel_requested') };
}

/** Throws when a date is left, lost, or was acted on twice. */
export async function checkDone(admin: Client, { reminders, moves }: Due): Promise<void> {
  const count = async (sql: string, ids: readonly string[]): Promise<number> =>
    (await admin.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [ids])).rows[0]?.n ?? -1;
  const events = (event: string): string =>
    `app.outbox where region = '53' and event = '${event}' and payload->>'referralId' = any($1::text[])`;
  const counted = [
    [await count(`app.referral where region = '53' and due_at <= now() and id = any($1::uuid[])`, [...reminders, ...moves]), 0],
    [await count(`app.referral_reminder where region = '53' and referral_id = any($1::uuid[])`, reminders), reminders.length],
    [await count(events('referral.reminded'), reminders), reminders.length],
    [await count(`app.referral where region = '53' and closure = 'cancelled' and id = any($1::uuid[])`, moves), moves.length],
    [await count(`app.referral_transition where region = '53' and sequence > 1 and referral_id = any($1::uuid[])`, moves), moves.length],
    [await count(events('referral.cancelled_by_silence'), moves), moves.length],
  ];
  if (counted.some(([seen, expected]) => seen !== expected)) throw new Error(`dates lost or doubled: ${JSON.stringify(counted)}`);
}
