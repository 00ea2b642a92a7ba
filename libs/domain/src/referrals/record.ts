import { afterSpan, spanOf, type Agreement } from '../clocks/agreement-settings';
import type { Id } from '../operators/actor';
import type { Refusal } from '../problems/refusals';
import type { RegionCode } from '../regions/region';
import type { Instant } from '../time/time';
import type { Milestone } from './waits';
import type { Closure, DeclineReason, Outcome, ReferralKind, ReferralMove, ReferralState, Side } from './vocabulary';

/** One referral, column for column. Minutes are working minutes of the region's calendar (480 make one working day). */
export type Referral = {
  readonly region: RegionCode;
  readonly id: Id;
  readonly beneficiaryId: Id;
  readonly kind: ReferralKind;
  /** The need, in the words of the one who asks. */
  readonly need: string;
  readonly theme: string;
  readonly urgent: boolean;
  readonly status: ReferralState;
  readonly statusSince: Instant;
  /** The state to return to, only while `cancel_requested`. */
  readonly previousStatus: ReferralState | null;
  /** What a held referral waits for. */
  readonly heldFor: HeldFor | null;
  readonly closure: Closure | null;
  readonly outcome: Outcome | null;
  readonly outcomeNote: string | null;
  readonly declineReason: DeclineReason | null;
  readonly senderOperatorId: Id;
  readonly senderUnitId: Id;
  readonly senderPostId: Id;
  readonly receiverOperatorId: Id;
  readonly receiverUnitId: Id;
  readonly claimedByPostId: Id | null;
  /** The named post that answers for the person at the receiver's. */
  readonly accountablePostId: Id | null;
  /** The closed referral this one follows. */
  readonly parentId: Id | null;
  /** The referral that takes over when this one is rerouted or superseded. */
  readonly successorId: Id | null;
  readonly packetId: Id | null;
  readonly sentAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly firstContactAt: Instant | null;
  readonly lastContactAt: Instant | null;
  readonly closedAt: Instant | null;
  /** The decide clock and the first-contact clock: running since (null while paused), minutes spent before. */
  readonly decideSince: Instant | null;
  readonly decideSpentMinutes: number;
  readonly contactSince: Instant | null;
  readonly contactSpentMinutes: number;
  readonly holdMinutesUsed: number;
  readonly reviewAt: Instant | null;
  readonly resumeAt: Instant | null;
  /** The next thing a timer does; both are set in every live state, so that nobody waits for nothing. */
  readonly dueAt: Instant | null;
  readonly dueMilestone: Milestone | null;
  readonly declineReturned: boolean;
  readonly cancelObjected: boolean;
  readonly resultContested: boolean;
  /** The person opposes: the receiver can't object to stopping. */
  readonly opposed: boolean;
  readonly closedByKind: Side | null;
  readonly closedByPostId: Id | null;
  /** Transitions made so far, which is the number of the last one. */
  readonly sequence: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
};

/** What a held referral waits for: the agreement of the person, or the check that the region's agreement asks for. */
export type HeldFor = 'agreement' | 'check';

/** One row of the append-only log: one per change of state. */
export type ReferralTransition = {
  readonly region: RegionCode;
  readonly referralId: Id;
  /** 1 for the first move, without gaps. */
  readonly sequence: number;
  readonly move: ReferralMove;
  readonly fromStatus: ReferralState;
  readonly toStatus: ReferralState;
  readonly actorPostId: Id | null;
  readonly actorKind: Side;
  readonly reason: string | null;
  readonly detail: TransitionDetail;
  readonly at: Instant;
};

/** What a transition adds to its two states; ids, codes and dates, and never a note about the person. */
export type TransitionDetail = {
  readonly closure?: Closure;
  readonly outcome?: Outcome;
  readonly heldFor?: HeldFor;
  readonly declineReason?: DeclineReason;
  readonly accountablePostId?: Id;
  readonly alternatives?: readonly Id[];
  readonly destinationUnitId?: Id;
  readonly successorId?: Id;
  readonly contactId?: Id;
  readonly contactKind?: 'appointment' | 'interview';
  readonly contactAt?: Instant;
  readonly reviewAt?: Instant;
  readonly resumeAt?: Instant;
  readonly attempts?: number;
  readonly packetId?: Id;
};

/** What a new referral is made of. */
export type ReferralDraft = Pick<
  Referral,
  | 'region'
  | 'id'
  | 'beneficiaryId'
  | 'kind'
  | 'need'
  | 'theme'
  | 'urgent'
  | 'senderOperatorId'
  | 'senderUnitId'
  | 'senderPostId'
  | 'receiverOperatorId'
  | 'receiverUnitId'
  | 'parentId'
>;

/** A new draft; refused between a unit and itself, which has nothing to send. */
export function draftReferral(draft: ReferralDraft, now: Instant): Referral | Refusal {
  if (draft.senderUnitId === draft.receiverUnitId) return { refused: 'referral.same_unit', pointer: '/receiverUnitId' };
  return {
    ...draft,
    status: 'draft',
    statusSince: now,
    previousStatus: null,
    heldFor: null,
    closure: null,
    outcome: null,
    outcomeNote: null,
    declineReason: null,
    claimedByPostId: null,
    accountablePostId: null,
    successorId: null,
    packetId: null,
    sentAt: null,
    acceptedAt: null,
    firstContactAt: null,
    lastContactAt: null,
    closedAt: null,
    decideSince: null,
    decideSpentMinutes: 0,
    contactSince: null,
    contactSpentMinutes: 0,
    holdMinutesUsed: 0,
    reviewAt: null,
    resumeAt: null,
    dueAt: null,
    dueMilestone: null,
    declineReturned: false,
    cancelObjected: false,
    resultContested: false,
    opposed: false,
    closedByKind: null,
    closedByPostId: null,
    sequence: 0,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}

/** Whether a referral waits for somebody: written and not closed. */
export function isLive(referral: Pick<Referral, 'status'>): boolean {
  return referral.status !== 'draft' && referral.status !== 'closed';
}

/** Whether a new referral about the same person may point to a closed one and show its story: for 90 days by default. Source: referral.md, "Moves". */
export function mayFollow(closed: Pick<Referral, 'closedAt' | 'urgent'>, now: Instant, { settings, calendar }: Agreement): boolean {
  return closed.closedAt !== null && now <= afterSpan(closed.closedAt, spanOf('reopen_story', closed.urgent, settings), calendar);
}
