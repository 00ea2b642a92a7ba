import { build } from '../../builders';
import type { Scene } from '../scene';
import type { ValidRequests } from './request';

/** Absences of one post never overlap: each request takes the next fortnight. */
let fortnights = 0;

/** A fortnight on which no other request plans the referent to be away. */
function aFortnight(s: Scene): { readonly startsOn: string; readonly endsOn: string } {
  const from = 20 + (fortnights += 1) * 14;
  return { startsOn: s.dayIn(from), endsOn: s.dayIn(from + 13) };
}

/** An absence of the referent. */
function anAbsence(s: Scene): Promise<{ readonly id: string }> {
  const { postId, unitId, operatorId } = s.me.actor;
  const { startsOn, endsOn } = aFortnight(s);
  const of = { post_id: postId, unit_id: unitId, operator_id: operatorId, created_by_post_id: postId };
  return build(s.world.db, 'absence', { ...of, kind: 'absence', reason: 'leave', starts_on: startsOn, ends_on: endsOn });
}

export const continuityRequests: ValidRequests = {
  listAbsences: (s) => ({ as: s.me }),
  showAbsence: async (s) => ({ as: s.me, id: (await anAbsence(s)).id }),
  noteAbsence: (s) => ({ as: s.me, id: s.me.actor.postId, body: { kind: 'absence', reason: 'leave', ...aFortnight(s) } }),
  cancelAbsence: async (s) => ({ as: s.me, id: (await anAbsence(s)).id }),
};
