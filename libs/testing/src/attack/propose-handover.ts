import { aSupport, build } from '../builders';
import type { Professional } from '../professionals';
import type { Scene } from './scene';

/** Who takes a handover that is proposed: somebody of another operator that accompanies. */
export function takerOf({ world }: Scene): Professional {
  return world.cast['another operator that accompanies'];
}

/** The unit of that professional, which accompanies the person. */
export async function takingUnit(scene: Scene): Promise<string> {
  const { db } = scene.world;
  const { unitId } = takerOf(scene).actor;
  const sql = 'select id from app.support where region = $1 and beneficiary_id = $2 and unit_id = $3 and closed_on is null';
  const open = await db.rows(sql, ['53', scene.person.id, unitId]);
  if (open.length === 0) await aSupport(db, { beneficiary_id: scene.person.id, unit_id: unitId });
  return unitId;
}

/** A handover that waits for the answer of {@link takerOf}; the one who gives is there, or has left. */
export async function proposedHandover(scene: Scene, giver: 'there' | 'gone' = 'there'): Promise<{ readonly id: string }> {
  const { db } = scene.world;
  const { unitId, operatorId } = scene.me.actor;
  const { postId } = giver === 'there' ? scene.me.actor : (await db.as.counsellor({ unitId, operatorId })).actor;
  if (giver === 'gone')
    await db.arranging('53').rows(
      `with lead as (update app.beneficiary set lead_post_id = $3 where region = $1 and id = $2)
       update app.post set active = false where region = $1 and id = $3`,
      ['53', scene.person.id, postId],
    );
  const at = new Date();
  return build(db, 'handover', {
    beneficiary_id: scene.person.id,
    kind: 'decision',
    status: 'proposed',
    status_since: at,
    from_post_id: postId,
    from_unit_id: unitId,
    to_unit_id: await takingUnit(scene),
    due_at: new Date(scene.inDays(5)),
    sequence: 0,
    created_at: at,
    updated_at: at,
  });
}
