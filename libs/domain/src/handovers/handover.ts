import type { Id } from '../operators/actor';
import type { RegionCode } from '../regions/region';
import type { Instant } from '../time/time';

/** States of a handover of the referent. Source: referral.md, "Handover of the referent". */
export const HANDOVER_STATES = [
  'proposed',
  'agreed',
  'overlap',
  'effective',
  'warm',
  'ended',
  'refused',
  'lapsed',
  'recalled',
  'forced',
] as const;

/** The state of a handover. `overlap`: both may act, the lead is still the old one. `warm`: the old lead reads and may add. */
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** Why the referent changes. */
export const HANDOVER_KINDS = ['redirect', 'absence', 'departure', 'decision'] as const;

/** Why the referent changes: a `redirect` waits for the first contact, the others for the agreement of the receiver alone. */
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/** Moves of a handover: the words of its log. */
export const HANDOVER_MOVES = [
  'agree',
  'refuse',
  'lapse',
  'open_overlap',
  'agree_date',
  'record_contact',
  'take_effect',
  'warm_up',
  'end',
  'recall',
  'force',
] as const;

/** A move of a handover. */
export type HandoverMove = (typeof HANDOVER_MOVES)[number];

/** Who moves it: the side that gives, the side that takes, or the system (a date, a referral that moved). */
export type HandoverSide = 'giver' | 'taker' | 'system';

/** One handover, column for column. */
export type Handover = {
  readonly region: RegionCode;
  readonly id: Id;
  readonly beneficiaryId: Id;
  /** The `redirect` that opened it. */
  readonly referralId: Id | null;
  readonly kind: HandoverKind;
  readonly status: HandoverState;
  readonly statusSince: Instant;
  /** The lead who gives: a post, or the queue of a unit. */
  readonly fromPostId: Id | null;
  readonly fromUnitId: Id;
  /** The post that takes; null while the unit that receives has not named it. */
  readonly toPostId: Id | null;
  readonly toUnitId: Id;
  /** A later date on which both agreed; null: as soon as it may be. */
  readonly effectiveOn: Instant | null;
  readonly firstContactAt: Instant | null;
  readonly effectiveAt: Instant | null;
  /** Until when the former lead reads and may add. */
  readonly warmUntil: Instant | null;
  readonly dueAt: Instant | null;
  readonly reason: string | null;
  readonly proposedByPostId: Id | null;
  readonly sequence: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
};

/** One row of its append-only log. */
export type HandoverTransition = {
  readonly handoverId: Id;
  readonly sequence: number;
  readonly move: HandoverMove;
  readonly fromStatus: HandoverState;
  readonly toStatus: HandoverState;
  readonly actorPostId: Id | null;
  readonly actorSide: HandoverSide;
  readonly reason: string | null;
  readonly at: Instant;
};

/** What changes hands with the lead: nobody is ever without one. */
export type LeadChange = { readonly toPostId: Id | null; readonly toUnitId: Id | null };

/** A handover that moved, and the lead when it changes in the same transaction. */
export type HandedOver = {
  readonly handover: Handover;
  readonly transitions: readonly HandoverTransition[];
  readonly lead: LeadChange | undefined;
};

/** What a new handover is made of. */
export type HandoverProposal = Pick<
  Handover,
  | 'region'
  | 'id'
  | 'beneficiaryId'
  | 'referralId'
  | 'kind'
  | 'fromPostId'
  | 'fromUnitId'
  | 'toPostId'
  | 'toUnitId'
  | 'effectiveOn'
  | 'reason'
  | 'proposedByPostId'
>;

/** A handover as it is proposed; `dueAt` is when it lapses without an answer. */
export function proposeHandover(proposal: HandoverProposal, now: Instant, lapsesAt: Instant): Handover {
  return {
    ...proposal,
    status: 'proposed',
    statusSince: now,
    firstContactAt: null,
    effectiveAt: null,
    warmUntil: null,
    dueAt: lapsesAt,
    sequence: 0,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}
