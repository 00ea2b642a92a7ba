import type { FileStatus } from '../beneficiaries/beneficiary';
import type { Actor, Id } from '../operators/actor';
import { may } from '../operators/permissions';
import type { Refusal, RefusalCode } from '../problems/refusals';
import { plusMinutes, type Instant } from '../time/time';

/** States of the merge of two files. Those that end in -ing belong to the worker; `stopped`: the world moved before it was carried out. */
export const MERGE_STATES = ['proposed', 'refused', 'withdrawn', 'merging', 'merged', 'undoing', 'undone', 'stopped'] as const;

/** The state of a merge. */
export type MergeState = (typeof MERGE_STATES)[number];

/**
 * What is chosen between the two files. Street and town go together. Whether it is safe to write to the person, whether an interpreter is
 * needed and the rules of contact are no choice: what protects is kept from both.
 */
export const MERGE_FIELDS = [
  'familyName',
  'givenName',
  'birthName',
  'nameOfUse',
  'pronoun',
  'birthDate',
  'phone',
  'email',
  'address',
  'contactPreference',
] as const;

/** A field that is chosen between the two files. */
export type MergeField = (typeof MERGE_FIELDS)[number];

/** Days for which a merge can be undone. Source: domain.md §5. */
export const MERGE_UNDO_DAYS = 30;

/** What a merge tells to those who hear of it: the reviewers of a proposal, then whoever proposed it and answers for the person. */
export const MERGE_TOLD = ['merge.proposed', 'merge.refused', 'merge.stopped', 'beneficiary.merged', 'merge.undone'] as const;

/** Something that a merge tells. */
export type MergeTold = (typeof MERGE_TOLD)[number];

/** What must be known of two files before they become one. */
export type MergeFacts = {
  readonly survivor: FileStatus;
  readonly absorbed: FileStatus;
  /** One of them was merged into another one before. */
  readonly gone: boolean;
  /** Another merge of one of them is being carried out. */
  readonly busy: boolean;
  /** The same two wait for a review already. */
  readonly proposed: boolean;
  /** The person opposes sharing in one file alone. */
  readonly opposedInOne: boolean;
  /** A handover of the referent of one of them is under way. */
  readonly handover: boolean;
  /** The file to be absorbed is with a colleague during an absence, or on its way there. */
  readonly lent: boolean;
  /** Unit leads beside whoever proposes who accompany, or lead those who accompany, the person in both files. */
  readonly reviewers: number;
};

/** What decides what may be done with a merge. */
export type MergeStanding = { readonly status: MergeState; readonly proposedByPostId: Id; readonly undoUntil: Instant | null };

/** Why two files can't become one now, or undefined: nothing may be lost, and nobody may read more than each file's own rules allow. */
export function whyNotMerge(facts: MergeFacts): RefusalCode | undefined {
  if (facts.gone) return 'merge.gone';
  if (facts.busy) return 'merge.busy';
  if (facts.survivor === 'closed' && facts.absorbed === 'active') return 'merge.survivor_closed';
  if (facts.opposedInOne) return 'merge.opposed_in_one';
  if (facts.handover || facts.lent) return 'merge.lead_moves';
  return undefined;
}

/** Why a merge can't be proposed, or undefined. A proposal that nobody could review would wait for ever. */
export function whyNotProposeMerge(facts: MergeFacts): Refusal | undefined {
  const no = facts.proposed ? 'merge.proposed_already' : whyNotMerge(facts);
  if (no) return { refused: no };
  return facts.reviewers === 0 ? { refused: 'merge.no_reviewer' } : undefined;
}

/** Why a proposal can't be answered by somebody, or undefined. Two pairs of eyes: never by whoever proposed it. */
export function whyNotReviewMerge(merge: MergeStanding, actor: Pick<Actor, 'role' | 'postId'>): Refusal | undefined {
  if (!may(actor.role, 'merge.review')) return { refused: 'permission.denied' };
  if (merge.proposedByPostId === actor.postId) return { refused: 'merge.own_proposal' };
  return merge.status === 'proposed' ? undefined : { refused: 'merge.not_in_this_state', params: { status: merge.status } };
}

/** Why a proposal can't be taken back by somebody, or undefined: it belongs to whoever made it, until it is answered. */
export function whyNotWithdrawMerge(merge: MergeStanding, actor: Pick<Actor, 'postId'>): Refusal | undefined {
  if (merge.proposedByPostId !== actor.postId) return { refused: 'permission.denied' };
  return merge.status === 'proposed' ? undefined : { refused: 'merge.not_in_this_state', params: { status: merge.status } };
}

/** Why a merge can't be undone, or undefined. A file that was merged on must come back first. */
export function whyNotUndoMerge(
  merge: MergeStanding,
  survivorGone: boolean,
  actor: Pick<Actor, 'role'>,
  now: Instant,
): Refusal | undefined {
  if (!may(actor.role, 'merge.review')) return { refused: 'permission.denied' };
  if (merge.status !== 'merged') return { refused: 'merge.not_in_this_state', params: { status: merge.status } };
  if (merge.undoUntil === null || merge.undoUntil <= now) return { refused: 'merge.too_late_to_undo' };
  return survivorGone ? { refused: 'merge.gone' } : undefined;
}

/** Until when files that were merged now can be parted again. */
export function mergeUndoUntil(mergedAt: Instant): Instant {
  return plusMinutes(mergedAt, MERGE_UNDO_DAYS * 24 * 60);
}

/** What both files say about reaching the person. */
export type ContactSafety = {
  readonly unsafeToContact: boolean;
  readonly interpreter: boolean;
  readonly contactRule: string;
};

/** What protects the person is kept from both files, whatever was chosen. */
export function saferOf(survivor: ContactSafety, absorbed: ContactSafety): ContactSafety {
  const rules = [survivor.contactRule, absorbed.contactRule].map((rule) => rule.trim()).filter((rule) => rule !== '');
  return {
    unsafeToContact: survivor.unsafeToContact || absorbed.unsafeToContact,
    interpreter: survivor.interpreter || absorbed.interpreter,
    contactRule: [...new Set(rules)].join('\n'),
  };
}

/** Fields whose value comes from the file that goes: those that were chosen, and those of which the other file says nothing; never nothing. */
export function takenFields(
  takes: readonly MergeField[],
  survivorSays: (field: MergeField) => boolean,
  absorbedSays: (field: MergeField) => boolean,
): readonly MergeField[] {
  return MERGE_FIELDS.filter((field) => absorbedSays(field) && (takes.includes(field) || !survivorSays(field)));
}
