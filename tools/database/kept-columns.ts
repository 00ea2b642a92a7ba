import type { ClientBase } from 'pg';

/**
 * After a bulk load without triggers, fills for a whole region what triggers keep on rows for the policies: who may open a pack, which
 * notes are sealed, whose note a goal or an action comes from, both sides of each row of the referral's log and of each reminder.
 */
export async function fillKeptColumns(client: ClientBase, region: string): Promise<void> {
  for (const statement of STATEMENTS) await client.query(statement, [region]);
}

const STATEMENTS = [
  `update app.packet p
   set sender_unit_id = r.sender_unit_id, readable = r.status not in ('draft', 'held', 'sent')
     and (r.closure is null or r.closure not in ('withdrawn', 'expired', 'rerouted', 'superseded', 'error'))
   from app.referral r where p.region = $1 and r.region = $1 and r.id = p.referral_id`,
  `update app.note n set sealed = true
   from app.interview i where n.region = $1 and i.region = $1 and i.id = n.interview_id and i.status = 'sealed' and not n.sealed`,
  ...['goal', 'action'].map(
    (table) => `update app.${table} t
     set note_author_post_id = n.author_post_id, note_unit_id = n.unit_id, note_audience = n.audience, note_sealed = n.sealed
     from app.note n where t.region = $1 and n.region = $1 and n.id = t.note_id`,
  ),
  `update app.referral_transition t
   set beneficiary_id = r.beneficiary_id, sender_unit_id = r.sender_unit_id, receiver_unit_id = r.receiver_unit_id
   from app.referral r where t.region = $1 and r.region = $1 and r.id = t.referral_id`,
  `update app.referral_reminder m set sender_unit_id = r.sender_unit_id, receiver_unit_id = r.receiver_unit_id
   from app.referral r where m.region = $1 and r.region = $1 and r.id = m.referral_id`,
];
