import {
  type Id,
  type Instant,
  NOTICE_AUDIENCES,
  NOTICE_KINDS,
  NOTICE_TOPICS,
  NOTICE_WAYS,
  type NoticeAudience,
  type NoticeKind,
  type NoticeTopic,
  type NoticeWay,
} from '@relais/domain';
import { Flag, IdField, InstantField, type Language, ListOf, Nested, OneOf, PageQuery, Text, Whole } from '@relais/server/kernel';

/** Which notices, latest first. */
export class NoticesQuery extends PageQuery {
  @OneOf(['all', 'unread'], { optional: true })
  only?: 'all' | 'unread';
}

/** Something that a professional should know now. */
export class NoticeView {
  @IdField()
  id!: Id;

  @OneOf(NOTICE_KINDS)
  kind!: NoticeKind;

  @OneOf(NOTICE_TOPICS)
  topic!: NoticeTopic;

  @OneOf(NOTICE_AUDIENCES, { description: 'Why this post is told.' })
  audience!: NoticeAudience;

  @Text({ nullable: true, description: 'The date that has come, or why a message could not leave: a code.' })
  detail!: string | null;

  @IdField({ nullable: true })
  referralId!: Id | null;

  @IdField({ nullable: true })
  beneficiaryId!: Id | null;

  @Text({ max: 400, nullable: true })
  personName!: string | null;

  @Text({ nullable: true })
  fileNumber!: string | null;

  @Text({ max: 2000, nullable: true })
  need!: string | null;

  @Text({ nullable: true })
  theme!: string | null;

  @Text({ max: 400, nullable: true })
  senderUnitName!: string | null;

  @Text({ max: 400, nullable: true })
  receiverUnitName!: string | null;

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

/** How one group of notices reaches the acting post. */
export class TopicWay {
  @OneOf(NOTICE_TOPICS)
  topic!: NoticeTopic;

  @OneOf(NOTICE_WAYS)
  way!: NoticeWay;

  @Flag({ description: 'Nobody can silence this group.' })
  locked!: boolean;
}

/** How the acting post is told of what. */
export class NoticePreferences {
  @OneOf(['fr', 'en'], { description: 'Language of the e-mails.' })
  language!: Language;

  @ListOf(() => TopicWay)
  topics!: TopicWay[];
}

/** A way for each group that has a choice; one left out has its usual way. */
export class ChosenWays {
  @OneOf(NOTICE_WAYS, { optional: true })
  arrival?: NoticeWay;

  @OneOf(NOTICE_WAYS, { optional: true })
  answer?: NoticeWay;

  @OneOf(NOTICE_WAYS, { optional: true })
  course?: NoticeWay;

  @OneOf(NOTICE_WAYS, { optional: true })
  watch?: NoticeWay;
}

export class ChooseWaysRequest {
  @OneOf(['fr', 'en'])
  language!: Language;

  @Nested(() => ChosenWays)
  ways!: ChosenWays;
}
