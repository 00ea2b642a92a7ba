import { type Id, type Instant, REFERRAL_EVENTS, type ReferralEvent } from '@relais/domain';
import { IdField, InstantField, ListOf, OneOf, Text, Whole } from '@relais/server/kernel';

/** Something that a professional should know now. */
export class NoticeView {
  @IdField()
  id!: Id;

  @OneOf(Object.values(REFERRAL_EVENTS))
  kind!: ReferralEvent;

  @IdField({ nullable: true })
  referralId!: Id | null;

  @IdField({ nullable: true })
  beneficiaryId!: Id | null;

  @Text({ max: 400, nullable: true })
  personName!: string | null;

  @Text({ max: 2000, nullable: true })
  need!: string | null;

  @Text({ max: 400, nullable: true })
  senderUnitName!: string | null;

  @Text({ max: 400, nullable: true })
  receiverUnitName!: string | null;

  @Text({ nullable: true })
  side!: 'sender' | 'receiver' | null;

  @InstantField()
  createdAt!: Instant;

  @InstantField({ nullable: true })
  readAt!: Instant | null;
}

/** A page of notices, latest first, with how many are unread (at most 1000). */
export class NoticesPage {
  @ListOf(() => NoticeView)
  items!: NoticeView[];

  @Text({ max: 400, nullable: true })
  next!: string | null;

  @Whole()
  unread!: number;
}
