import {
  type Id,
  type Instant,
  REFERRAL_KINDS,
  REFERRAL_MOVES,
  REFERRAL_STATES,
  type ReferralKind,
  type ReferralMove,
  type ReferralState,
  type Side,
  SIDES,
} from '@relais/domain';
import { Decimal, Flag, IdField, InstantField, ListOf, Nested, OneOf, PageQuery, Text, Whole } from '@relais/server/kernel';
import { MoveRequest } from './moves.messages';
import { Destination, MoveView } from './thread.messages';

/** Why a referral needs the region. */
export const NEEDS_REGION = ['check', 'decline', 'escalated', 'contested', 'expired', 'settled'] as const;

/** Why a referral needs the region; `settled`: the coordinator decided on it already. */
export type NeedsRegion = (typeof NEEDS_REGION)[number];

/** Which of them, and where to go on. */
export class CoordinationQuery extends PageQuery {
  @OneOf(NEEDS_REGION, { optional: true })
  why?: NeedsRegion;
}

/** A unit, its name masked when its operator is sensitive. */
export class CoordinatedUnit {
  @IdField()
  unitId!: Id;

  @Text({ max: 400, nullable: true })
  unitName!: string | null;

  @Text({ max: 400, nullable: true })
  operatorName!: string | null;
}

/** A referral as the region may know it: no identity, no packet, no note. */
export class CoordinatedReferral {
  @IdField()
  id!: Id;

  @Whole()
  version!: number;

  @Text({ max: 40 })
  fileNumber!: string;

  @OneOf(NEEDS_REGION)
  why!: NeedsRegion;

  @OneOf(REFERRAL_KINDS)
  kind!: ReferralKind;

  @Text({ max: 2000 })
  need!: string;

  @Text({ max: 400 })
  theme!: string;

  @Flag()
  urgent!: boolean;

  @OneOf(REFERRAL_STATES)
  status!: ReferralState;

  @InstantField()
  statusSince!: Instant;

  @Text({ max: 40, nullable: true })
  heldFor!: string | null;

  @Text({ max: 40, nullable: true })
  closure!: string | null;

  @Text({ max: 40, nullable: true })
  outcome!: string | null;

  @Text({ max: 40, nullable: true })
  declineReason!: string | null;

  @Nested(() => CoordinatedUnit)
  sender!: CoordinatedUnit;

  @Nested(() => CoordinatedUnit)
  receiver!: CoordinatedUnit;

  /** Who holds the ball. */
  @OneOf(SIDES, { nullable: true })
  waitSide!: Side | null;

  @InstantField({ nullable: true })
  dueAt!: Instant | null;

  @Text({ max: 60, nullable: true })
  dueMilestone!: string | null;

  @Flag()
  overdue!: boolean;

  @Decimal({ description: 'Working days since the ball is there, without the days off of the region.' })
  waitedDays!: number;

  @Decimal({ nullable: true, description: 'Working days until something happens; negative once overdue.' })
  leftDays!: number | null;

  @InstantField({ nullable: true })
  sentAt!: Instant | null;

  @InstantField({ nullable: true })
  acceptedAt!: Instant | null;

  @InstantField({ nullable: true })
  firstContactAt!: Instant | null;

  @InstantField({ nullable: true })
  closedAt!: Instant | null;

  @IdField({ nullable: true })
  successorId!: Id | null;
}

/** One line of what happened. */
export class CoordinatedTransition {
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

  @Text({ max: 400, nullable: true })
  unitName!: string | null;

  /** Words of a decision; those of questions, answers and results stay with the professionals. */
  @Text({ min: 0, max: 4000, nullable: true })
  reason!: string | null;

  @Text({ max: 40, nullable: true })
  declineReason!: string | null;

  @InstantField()
  at!: Instant;
}

/** A referral with what happened to it and what the coordinator may do. */
export class CoordinatedThread extends CoordinatedReferral {
  @ListOf(() => CoordinatedTransition)
  transitions!: CoordinatedTransition[];

  /** Other teams that the receiver named. */
  @ListOf(() => Destination)
  alternatives!: Destination[];

  @ListOf(() => MoveView)
  moves!: MoveView[];
}

/** How many referrals need the region for one reason. */
export class CoordinatedCount {
  @OneOf(NEEDS_REGION)
  why!: NeedsRegion;

  @Whole()
  count!: number;
}

/** A page, the longest waiting first, and how many there are for each reason. */
export class CoordinatedPage {
  @ListOf(() => CoordinatedReferral)
  items!: CoordinatedReferral[];

  @ListOf(() => CoordinatedCount)
  counts!: CoordinatedCount[];

  @Text({ max: 400, nullable: true })
  next!: string | null;
}

/** Sending a person's request to another team instead. */
export class RerouteRequest extends MoveRequest {
  @Text({ max: 2000 })
  reason!: string;

  @IdField()
  receiverUnitId!: Id;
}
