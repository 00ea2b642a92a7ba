import { aBeneficiary, aSupport, build } from '../../builders';
import type { Scene } from '../scene';
import type { ValidRequests } from './request';

/** A question that the unit of the referent is asked by another operator that accompanies the person. */
function aQuestion(s: Scene): Promise<{ readonly id: string }> {
  const { postId, unitId } = s.world.cast['another operator that accompanies'].actor;
  const asker = { asker_post_id: postId, asker_unit_id: unitId };
  return build(s.world.db, 'sighting', { beneficiary_id: s.person.id, ...asker, asked_unit_id: s.me.actor.unitId, asked_at: new Date() });
}

/** A file in the queue of the referent’s unit. */
async function aQueuedFile(s: Scene): Promise<string> {
  return (await aBeneficiary(s.world.db, { lead_unit_id: s.me.actor.unitId })).id;
}

/** The card of somebody who left. */
async function aCardOfSomebodyGone(s: Scene): Promise<string> {
  const { id, card } = await s.twin();
  const { postId, operatorId } = s.me.actor;
  const told = { status: 'informed', how: 'said', recorded_at: new Date(), author_post_id: postId, operator_id: operatorId };
  await build(s.world.db, 'sharing', { beneficiary_id: id, ...told });
  const close = `update app.beneficiary set status = 'closed', lead_post_id = null where region = '53' and id = $1`;
  await s.world.db.arranging('53').rows(close, [id]);
  const end = `update app.support set closed_on = current_date where region = '53' and beneficiary_id = $1`;
  await s.world.db.arranging('53').rows(end, [id]);
  return card;
}

export const outreachRequests: ValidRequests = {
  showBoard: (s) => ({ as: s.me }),
  showRound: (s) => ({ as: s.me, id: s.person.id }),
  logAttempt: (s) => ({ as: s.me, id: s.person.id, body: { channel: 'phone', result: 'no_answer', at: s.inDays(-1) } }),
  askSightings: async (s) => {
    await aSupport(s.world.db, { beneficiary_id: s.person.id });
    return { as: s.me, id: s.person.id };
  },
  answerSighting: async (s) => ({ as: s.me, id: (await aQuestion(s)).id, body: { seen: true, on: s.dayIn(-3) } }),
  assignLead: async (s) => ({ as: s.me, id: await aQueuedFile(s), body: { postId: s.me.actor.postId } }),
  closeFile: async (s) => ({ as: s.me, id: (await s.twin()).id, body: { outcome: 'employment' } }),
  reopenFile: async (s) => ({ as: s.stranger, id: await aCardOfSomebodyGone(s), body: { reason: s.secret('Revenue à l’accueil') } }),
};
