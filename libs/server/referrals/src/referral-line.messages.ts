import { type Id, type Instant, REFERRAL_KINDS, REFERRAL_STATES, type ReferralKind, type ReferralState } from '@relais/domain';
import { Decimal, Flag, IdField, InstantField, OneOf, Text, Whole } from '@relais/server/kernel';

/** One line of a queue. */
export class ReferralLine {
  @IdField()
  id!: Id;

  @Whole()
  version!: number;

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

  @Text({ min: 0, max: 400, nullable: true })
  closure!: string | null;

  @Text({ min: 0, max: 400, nullable: true })
  outcome!: string | null;

  @OneOf(['sender', 'receiver'])
  side!: 'sender' | 'receiver';

  @IdField({ nullable: true })
  beneficiaryId!: Id | null;

  @Text({ max: 400 })
  name!: string;

  @Flag()
  masked!: boolean;

  @Whole({ nullable: true })
  birthYear!: number | null;

  @Text({ max: 400 })
  senderOperatorName!: string;

  @Text({ max: 400 })
  senderUnitName!: string;

  @Text({ max: 400 })
  receiverOperatorName!: string;

  @IdField()
  receiverUnitId!: Id;

  @Text({ max: 400 })
  receiverUnitName!: string;

  @Text({ min: 0, max: 400, nullable: true })
  claimedByName!: string | null;

  @Text({ min: 0, max: 400, nullable: true })
  accountableName!: string | null;

  @Flag()
  mine!: boolean;

  @Text({ min: 0, max: 400, nullable: true })
  waitSide!: string | null;

  @InstantField({ nullable: true })
  dueAt!: Instant | null;

  @Text({ min: 0, max: 400, nullable: true })
  dueMilestone!: string | null;

  @Flag()
  overdue!: boolean;

  @Decimal({ description: 'Working days since it entered its state.' })
  waitedDays!: number;

  @Decimal({ nullable: true, description: 'Working days until something happens; negative once overdue.' })
  leftDays!: number | null;

  @InstantField({ nullable: true, description: 'Put off by the reader until then; its clock runs on.' })
  snoozedUntil!: Instant | null;

  @InstantField({ nullable: true })
  sentAt!: Instant | null;

  @InstantField({ nullable: true })
  closedAt!: Instant | null;

  @InstantField()
  updatedAt!: Instant;
}
