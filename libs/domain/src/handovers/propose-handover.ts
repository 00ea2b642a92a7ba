import type { Actor, Id } from '../operators/actor';
import type { Refusal } from '../problems/refusals';
import { type Lines, standsBy } from '../referrals/standing';
import type { Instant } from '../time/time';
import type { Handover } from './handover';

/** The two sides of a handover. */
export const HANDOVER_PARTIES = ['giver', 'taker'] as const;

/** A side of a handover on which somebody may stand. */
export type HandoverParty = (typeof HANDOVER_PARTIES)[number];

type Who = Pick<Actor, 'postId' | 'unitId' | 'role'>;
type Between = Pick<Handover, 'fromPostId' | 'fromUnitId' | 'toPostId' | 'toUnitId'>;

/**
 * On which sides a post stands. Between two units the whole team of either speaks for it, and the leads above; within one unit the post
 * that gives and the post that takes, each for itself, and its lead for whichever is away.
 */
export function handoverParties(who: Who, { fromPostId, fromUnitId, toPostId, toUnitId }: Between, lines: Lines): readonly HandoverParty[] {
  const { postId } = who;
  const [from, to] = [standsBy(who, fromUnitId, lines.actor, lines.sender), standsBy(who, toUnitId, lines.actor, lines.receiver)];
  const within = fromUnitId === toUnitId && who.role !== 'unit_lead';
  const gives = from && (!within || postId === fromPostId || (fromPostId === null && postId !== toPostId));
  const takes = to && (!within || postId === toPostId || (toPostId === null && postId !== fromPostId));
  return HANDOVER_PARTIES.filter((party) => (party === 'giver' ? gives : takes));
}

/** What a proposal finds: who leads, whether a handover is under way, whether the unit that would take accompanies the person. */
export type ProposalFacts = {
  readonly lead: { readonly postId: Id | null; readonly unitId: Id } | null;
  /** The one who leads can't give: its post or its unit is no more, or away today. */
  readonly giverGone: boolean;
  /** Who proposes is a unit lead. */
  readonly byLead: boolean;
  readonly underWay: boolean;
  readonly takerAccompanies: boolean;
};

/** What is proposed: a unit that takes, somebody of it when already agreed, a later date. */
export type ProposalAnswer = { readonly toUnitId: Id; readonly toPostId: Id | null; readonly effectiveOn: Instant | null };

/**
 * Why a referent can't be changed in this way, or undefined. Who gives proposes; of a giver that is gone, a lead of the side that takes. A unit that does not accompany the person yet is reached by a referral of kind `redirect`, with the person's word on what is told.
 */
export function whyNotPropose(
  facts: ProposalFacts,
  parties: readonly HandoverParty[],
  { toUnitId, toPostId, effectiveOn }: ProposalAnswer,
  now: Instant,
): Refusal | undefined {
  const { lead, giverGone, byLead, underWay, takerAccompanies } = facts;
  if (!lead || !(parties.includes('giver') || (giverGone && byLead && parties.includes('taker'))))
    return { refused: 'referral.not_your_move' };
  if (underWay) return { refused: 'handover.under_way' };
  if (toPostId === null ? lead.postId === null && toUnitId === lead.unitId : toPostId === lead.postId)
    return { refused: 'handover.leads_already', pointer: '/toUnitId' };
  if (!takerAccompanies) return { refused: 'handover.not_accompanying', pointer: '/toUnitId' };
  return effectiveOn !== null && effectiveOn <= now
    ? { refused: 'referral.date_out_of_range', pointer: '/effectiveOn', params: { from: now } }
    : undefined;
}
