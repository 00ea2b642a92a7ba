import { aMerge } from '../../story-builders';
import type { Scene } from '../scene';
import type { ValidRequests } from './request';

/** A merge of the person's file and of a second file of theirs, in a state. */
async function inState(s: Scene, status: 'proposed' | 'merged'): Promise<{ readonly id: string }> {
  const { id } = await s.twin();
  const reviewed = { reviewed_by_post_id: s.lead.actor.postId, reviewed_at: new Date(), merged_at: new Date(), undo_until: s.inDays(30) };
  return aMerge(s.world.db, {
    ...{ survivor_id: s.person.id, absorbed_id: id, reason: s.secret('Venue deux fois cette semaine'), answer: '', status },
    ...{ proposed_by_post_id: s.me.actor.postId, reviewed_at: null, ...(status === 'merged' && reviewed) },
  });
}

export const mergeRequests: ValidRequests = {
  listMerges: (s) => ({ as: s.me }),
  proposeMerge: async (s) => ({
    as: s.me,
    body: {
      survivorId: s.person.id,
      absorbedId: (await s.twin()).id,
      takes: ['phone', 'givenName'],
      reason: s.secret('Venue deux fois cette semaine'),
    },
  }),
  showMerge: async (s) => ({ as: s.me, id: (await inState(s, 'proposed')).id }),
  approveMerge: async (s) => ({ as: s.lead, id: (await inState(s, 'proposed')).id }),
  refuseMerge: async (s) => ({ as: s.lead, id: (await inState(s, 'proposed')).id, body: { answer: s.secret('Ce sont deux sœurs') } }),
  withdrawMerge: async (s) => ({ as: s.me, id: (await inState(s, 'proposed')).id }),
  undoMerge: async (s) => ({ as: s.lead, id: (await inState(s, 'merged')).id }),
};
