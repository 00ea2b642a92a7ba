import { aPost, build } from '../../builders';
import { insert } from '../../insert';
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

/** A pack of such an absence, in a state; what moved has the person of the scene in it. */
async function aPack(s: Scene, status: 'prepared' | 'moved'): Promise<{ readonly id: string; readonly absenceId: string }> {
  const { db } = s.world;
  const [{ postId, unitId, operatorId }, absence] = [s.me.actor, await anAbsence(s)];
  const { postId: to, unitId: toUnit } = s.world.cast['a colleague of the unit'].actor;
  const days = { begins_on: s.dayIn(0), returns_on: s.dayIn(14), created_at: new Date(), undo_until: new Date(Date.now() + 3_600_000) };
  const of = { absence_id: absence.id, post_id: postId, unit_id: unitId, operator_id: operatorId, prepared_by_post_id: postId };
  const pack = await build<{ id: string }>(db, 'continuity_pack', {
    ...of,
    ...days,
    ends_as: 'comes_back',
    receiver_post_ids: [to],
    status,
  });
  const nothing = { referral_ids: [], action_ids: [], appointment_ids: [], reasons: [] };
  const way = { unit_id: unitId, from_post_id: postId, to_post_id: to, to_unit_id: toUnit, place: 0, weight: 4, leads: true };
  const file = {
    region: '53',
    pack_id: pack.id,
    beneficiary_id: s.person.id,
    ...way,
    ...nothing,
    status: status === 'moved' ? 'moved' : 'waiting',
  };
  await db.arranging('53').transaction((client) => insert(client, 'app.pack_file', file));
  return { id: pack.id, absenceId: absence.id };
}

export const continuityRequests: ValidRequests = {
  listAbsences: (s) => ({ as: s.me }),
  showAbsence: async (s) => ({ as: s.me, id: (await anAbsence(s)).id }),
  noteAbsence: (s) => ({ as: s.me, id: s.me.actor.postId, body: { kind: 'absence', reason: 'leave', ...aFortnight(s) } }),
  moveLastDay: async (s) => ({ as: s.me, id: (await anAbsence(s)).id, body: { endsOn: aFortnight(s).endsOn } }),
  cancelAbsence: async (s) => ({ as: s.me, id: (await anAbsence(s)).id }),
  showPack: async (s) => ({ as: s.me, id: (await aPack(s, 'prepared')).absenceId }),
  preparePack: async (s) => ({
    as: s.me,
    id: (await anAbsence(s)).id,
    body: { endsAs: 'comes_back', receiverPostIds: [s.world.cast['a colleague of the unit'].actor.postId] },
  }),
  listReceivedPacks: (s) => ({ as: s.me }),
  listPackFiles: async (s) => ({ as: s.lead, id: (await aPack(s, 'prepared')).id, query: { status: 'waiting', after: '0' } }),
  listMyPackFiles: async (s) => ({ as: s.me, id: (await aPack(s, 'moved')).id, query: { status: 'moved', after: '0' } }),
  runPack: async (s) => ({ as: s.lead, id: (await aPack(s, 'prepared')).id }),
  undoPack: async (s) => ({ as: s.lead, id: (await aPack(s, 'moved')).id }),
  returnPack: async (s) => ({ as: s.lead, id: (await aPack(s, 'moved')).id }),
  listReferents: (s) => ({ as: s.me, id: s.person.id }),
  listCaseloads: (s) => ({ as: s.lead, id: s.me.actor.unitId }),
  showHoldings: (s) => ({ as: s.lead, id: s.me.actor.postId }),
  closePost: async (s) => ({ as: s.lead, id: (await aPost(s.world.db, { unit_id: s.me.actor.unitId })).id }),
};
