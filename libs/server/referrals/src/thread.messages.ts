import {
  type Id,
  type Instant,
  REFERRAL_MOVES,
  REFERRAL_STATES,
  type ReferralMove,
  type ReferralState,
  type Side,
  SIDES,
} from '@relais/domain';
import { Decimal, Flag, IdField, InstantField, OneOf, Text, Whole } from '@relais/server/kernel';

/** The person as far as the reader may know; `beneficiaryId` only when the file is open to them. */
export class PersonOfReferral {
  @IdField({ nullable: true })
  beneficiaryId!: Id | null;

  @Text({ max: 400 })
  name!: string;

  @Whole({ nullable: true })
  birthYear!: number | null;

  @Flag()
  masked!: boolean;
}

/** One of the two sides, with the post that answers for it. */
export class PartyOfReferral {
  @IdField()
  operatorId!: Id;

  @Text({ max: 400 })
  operatorName!: string;

  @IdField()
  unitId!: Id;

  @Text({ max: 400 })
  unitName!: string;

  @IdField({ nullable: true })
  postId!: Id | null;

  @Text({ min: 0, max: 400, nullable: true })
  postName!: string | null;
}

/** Who holds the ball, since when, until when. */
export class WaitOfReferral {
  @Text({ max: 400 })
  side!: string;

  @Text({ min: 0, max: 400, nullable: true })
  unitName!: string | null;

  @Text({ min: 0, max: 400, nullable: true })
  postName!: string | null;

  @InstantField()
  since!: Instant;

  @InstantField({ nullable: true })
  until!: Instant | null;

  @Text({ min: 0, max: 400, nullable: true })
  milestone!: string | null;

  @Flag()
  overdue!: boolean;

  @Decimal({ description: 'Working days since the ball is there.' })
  waitedDays!: number;

  @Decimal({ nullable: true, description: 'Working days until something happens; negative once overdue.' })
  leftDays!: number | null;
}

/** A date that came, or will come if nobody moves. */
export class DateAhead {
  @Text({ max: 400 })
  milestone!: string;

  @InstantField()
  at!: Instant;
}

/** Another referral of the same chain: the one this follows, or one that follows it. */
export class LinkOfChain {
  @IdField()
  id!: Id;

  @OneOf(['before', 'after'])
  place!: 'before' | 'after';

  @Text({ max: 400 })
  operatorName!: string;

  @Text({ max: 400 })
  unitName!: string;

  @OneOf(REFERRAL_STATES)
  status!: ReferralState;

  @Text({ min: 0, max: 400, nullable: true })
  closure!: string | null;

  @Text({ min: 0, max: 400, nullable: true })
  outcome!: string | null;

  @Text({ min: 0, max: 400, nullable: true })
  declineReason!: string | null;

  @InstantField()
  since!: Instant;
}

/** One line of the thread. */
export class TransitionView {
  @Whole()
  sequence!: number;

  @OneOf(REFERRAL_MOVES)
  move!: ReferralMove;

  @OneOf(REFERRAL_STATES)
  fromStatus!: ReferralState;

  @OneOf(REFERRAL_STATES)
  toStatus!: ReferralState;

  @OneOf(SIDES)
  actorKind!: Side;

  @Text({ min: 0, max: 400, nullable: true })
  actorName!: string | null;

  @Text({ min: 0, max: 400, nullable: true })
  unitName!: string | null;

  @Text({ min: 0, max: 4000, nullable: true })
  reason!: string | null;

  @InstantField()
  at!: Instant;

  @OneOf(SIDES, { nullable: true, description: 'Whose the ball was from here on; null once closed.' })
  then!: Side | null;

  @Decimal({ description: 'Working days until the next step, or until now.' })
  days!: number;

  @Text({ min: 0, max: 400, nullable: true })
  outcome!: string | null;

  @Text({ min: 0, max: 400, nullable: true })
  declineReason!: string | null;

  @InstantField({ nullable: true })
  contactAt!: Instant | null;

  @InstantField({ nullable: true })
  reviewAt!: Instant | null;

  @InstantField({ nullable: true })
  resumeAt!: Instant | null;
}

/** The meeting planned for a referral. */
export class AppointmentOfReferral {
  @IdField()
  id!: Id;

  @InstantField()
  startsAt!: Instant;

  @Whole()
  minutes!: number;

  @Text({ min: 0, max: 400 })
  place!: string;

  @Text({ max: 400 })
  status!: string;
}

/** Another unit that could serve the person. */
export class Destination {
  @IdField()
  unitId!: Id;

  @Text({ max: 400 })
  unitName!: string;

  @Text({ max: 400 })
  operatorName!: string;
}

/** A move of the reader's side, and why it can't be made now. */
export class MoveView {
  @OneOf(REFERRAL_MOVES)
  move!: ReferralMove;

  @Flag()
  allowed!: boolean;

  @Text({ min: 0, max: 400, nullable: true })
  whyNot!: string | null;
}
