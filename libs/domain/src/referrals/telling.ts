import type { Id } from '../operators/actor';
import type { Instant } from '../time/time';
import type { ReferralEffect } from './effects';
import type { EffectCode } from './vocabulary';
import type { Milestone } from './waits';

/**
 * Whom an event of a referral is for, as identifiers: a post when one answers for that side, else the team of the unit. `yes` asks for
 * the region's coordinators.
 */
export type Telling = {
  readonly tellSenderUnitId?: Id;
  readonly tellSenderPostId?: Id;
  readonly tellReceiverUnitId?: Id;
  readonly tellReceiverPostId?: Id;
  /** The unit whose leads, in it or above it, are asked to step in. */
  readonly tellReceiverLeadUnitId?: Id;
  readonly tellCoordinator?: 'yes';
  /** The person should know, if it is safe to write to them. */
  readonly tellPerson?: 'yes';
};

/** What `referral.reminded` carries: which date of which step has come, and who is to be told. */
export type ReferralReminded = Telling & {
  readonly referralId: Id;
  /** When the referral entered its present state: with the milestone, the name of the reminder. */
  readonly step: Instant;
  readonly milestone: Milestone;
  readonly senderUnitId: Id;
  readonly receiverUnitId: Id;
};

/**
 * What `reminder.settled` carries back, once for a reminder, when each of its messages was delivered or bounced, or nobody was there to
 * be told. Delivered: accepted by the mail server, or written as a file where none is set. Source: referral.md, "Delivered".
 */
export type ReminderSettled = {
  readonly referralId: Id;
  readonly step: Instant;
  readonly milestone: Milestone;
};

/** The event that a date of a referral has come, and the one that its messages have arrived. */
export const REFERRAL_REMINDED = 'referral.reminded';
export const REMINDER_SETTLED = 'reminder.settled';

/** Whom the effects of a move or of a reminder are for. */
export function tellingOf(effects: readonly ReferralEffect[]): Telling {
  const of = (code: EffectCode): ReferralEffect | undefined => effects.find(({ effect }) => effect === code);
  const [sender, receiver, lead] = [of('notice.sender'), of('notice.receiver'), of('notice.receiver_lead')];
  return {
    ...(sender?.unitId !== undefined && { tellSenderUnitId: sender.unitId }),
    ...(sender?.postId !== undefined && { tellSenderPostId: sender.postId }),
    ...(receiver?.unitId !== undefined && { tellReceiverUnitId: receiver.unitId }),
    ...(receiver?.postId !== undefined && { tellReceiverPostId: receiver.postId }),
    ...(lead?.unitId !== undefined && { tellReceiverLeadUnitId: lead.unitId }),
    ...(of('notice.coordinator') !== undefined && { tellCoordinator: 'yes' }),
    ...(of('person.tell_if_safe') !== undefined && { tellPerson: 'yes' }),
  };
}
