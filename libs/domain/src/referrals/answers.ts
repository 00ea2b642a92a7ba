import type { Id } from '../operators/actor';
import type { Instant } from '../time/time';
import type { DeclineReason, Outcome } from './vocabulary';

/** What is known when a referral is sent; gathered by the server in the same transaction. */
export type SendFacts = {
  /** The person's position as recorded; null when nobody has asked. */
  readonly sharing: 'informed' | 'agreed' | 'opposed' | null;
  /** The unit is active and receives referrals. */
  readonly receiverLive: boolean;
  /** Another live referral exists for the same person, theme and receiver. */
  readonly twinOpen: boolean;
  /** This receiver refused this person for this need, and asked not to be asked again until then. */
  readonly refusedUntil: Instant | null;
};

/** A dated contact that proves a first meeting. */
export type ProvenContact = { readonly kind: 'appointment' | 'interview'; readonly id: Id; readonly at: Instant };

/**
 * What comes with a move. Each move reads its own fields; the guards of the table say which it can't do without.
 * `version`, where given, is the version that the actor saw: a mismatch means that the world moved.
 */
export type MoveAnswer = {
  readonly version?: number;
  readonly facts?: SendFacts;
  readonly packetId?: Id;
  readonly reason?: string;
  readonly question?: string;
  readonly info?: string;
  readonly accountablePostId?: Id;
  /** Whether a place is free; absent where capacity is not managed. */
  readonly placeFree?: boolean;
  readonly reviewAt?: Instant;
  readonly resumeAt?: Instant;
  readonly declineReason?: DeclineReason;
  /** Units that could serve the person instead. */
  readonly alternatives?: readonly Id[];
  readonly destinationUnitId?: Id;
  readonly contact?: ProvenContact;
  readonly outcome?: Outcome;
  readonly note?: string;
  /** Tries to reach the person, required with `unreachable`. */
  readonly attempts?: number;
  readonly successorId?: Id;
  /** Every reminder of the step was delivered or bounced. */
  readonly remindersSettled?: boolean;
};
