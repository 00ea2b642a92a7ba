import type { Refusal } from '../problems/refusals';

/** What must be known before a file gets another lead outside a handover. */
export type Assignment = {
  readonly status: 'active' | 'closed';
  /** The file stands in a unit's queue, or its lead is away or has left. */
  readonly free: boolean;
  /** The unit that leads is the acting one, or below it for its lead. */
  readonly inReach: boolean;
  readonly toSelf: boolean;
  readonly actorLeads: boolean;
  /** The post works today in a unit within reach. */
  readonly there: boolean;
};

/**
 * Why a file can't be taken or assigned: only from a queue or from somebody who is away, within one's own units; a counsellor takes, a unit
 * lead also assigns. What a present lead holds changes hands by a handover.
 */
export function whyNotAssign({ status, free, inReach, toSelf, actorLeads, there }: Assignment): Refusal | undefined {
  if (status === 'closed') return { refused: 'file.closed' };
  if (!inReach || (!toSelf && !actorLeads)) return { refused: 'permission.denied' };
  if (!free) return { refused: 'lead.not_free' };
  return there ? undefined : { refused: 'lead.not_there', pointer: '/postId' };
}
