import type { Id } from '../operators/actor';
import { toInstant, type Instant } from '../time/time';
import { draftReferral, type Referral } from './record';
import type { Standing } from './standing';
import type { ReferralState } from './vocabulary';

/** Ids of the example: a mission locale (sender) refers to a CIO (receiver). For specs only; not exported from the domain. */
export const EXAMPLE = {
  senderOperator: 'operator-mission-locale',
  senderUnit: 'unit-mission-locale',
  senderPost: 'post-sender',
  receiverOperator: 'operator-cio',
  receiverUnit: 'unit-cio',
  receiverPost: 'post-receiver',
  /** Monday 23 November 2026, 9:00 in Rennes. */
  monday: toInstant('2026-11-23T09:00:00+01:00'),
} as const satisfies Record<string, Id | Instant>;

/** The sides of the example. */
export const SENDER: Standing = { side: 'sender', postId: EXAMPLE.senderPost, operatorId: EXAMPLE.senderOperator };
export const RECEIVER: Standing = { side: 'receiver', postId: EXAMPLE.receiverPost, operatorId: EXAMPLE.receiverOperator };
export const COORDINATOR: Standing = { side: 'coordinator', postId: 'post-coordinator', operatorId: 'operator-region' };
export const NOBODY: Standing = { side: 'none', postId: 'post-elsewhere', operatorId: 'operator-elsewhere' };

/** A referral for specs: an `add` draft of Monday morning, with overrides. */
export function anExample(overrides: Partial<Referral> = {}): Referral {
  const draft = draftReferral(
    {
      region: '53',
      id: 'referral-1',
      beneficiaryId: 'person-1',
      kind: 'add',
      need: 'Choose a training course',
      theme: 'training',
      urgent: false,
      senderOperatorId: EXAMPLE.senderOperator,
      senderUnitId: EXAMPLE.senderUnit,
      senderPostId: EXAMPLE.senderPost,
      receiverOperatorId: EXAMPLE.receiverOperator,
      receiverUnitId: EXAMPLE.receiverUnit,
      parentId: null,
    },
    EXAMPLE.monday,
  );
  if ('refused' in draft) throw new RangeError(draft.refused);
  return { ...draft, ...overrides };
}

/** A referral that has been in a state since Monday morning, as consistent as the machine would have left it. */
export function inState(status: ReferralState, overrides: Partial<Referral> = {}): Referral {
  const { monday, receiverPost } = EXAMPLE;
  const sent = { sentAt: monday, packetId: 'packet-1' };
  const claimed = { ...sent, claimedByPostId: receiverPost };
  const accepted = { ...claimed, accountablePostId: receiverPost, acceptedAt: monday };
  const met = { ...accepted, firstContactAt: monday, lastContactAt: monday };
  const fields: Record<ReferralState, Partial<Referral>> = {
    draft: {},
    held: { packetId: 'packet-1', heldFor: 'agreement' },
    sent: { ...sent, decideSince: monday },
    received: { ...claimed, decideSince: monday },
    info_needed: claimed,
    waitlisted: { ...claimed, reviewAt: toInstant('2026-12-14T09:00:00+01:00') },
    accepted: { ...accepted, contactSince: monday },
    in_progress: met,
    on_hold: { ...met, resumeAt: toInstant('2026-12-14T09:00:00+01:00') },
    cancel_requested: { ...met, previousStatus: 'in_progress', outcome: 'moved' },
    decline_pending: { ...claimed, declineReason: 'no_place', outcome: 'no_capacity' },
    result_posted: { ...met, outcome: 'met' },
    closed: { ...met, outcome: 'met', closure: 'completed', closedAt: monday, closedByKind: 'sender', closedByPostId: EXAMPLE.senderPost },
  };
  return anExample({ status, ...fields[status], ...overrides });
}
