import type { CivilDate, Id, Instant } from '@relais/domain';
import { CivilDateField, Flag, IdField, InstantField, ListOf, Nested, Text, Whole } from '@relais/server/kernel';

/** Who the person is, in a pack. */
export class PacketIdentity {
  @Text({ max: 400 })
  name!: string;

  @Text()
  familyName!: string;

  @Text()
  givenName!: string;

  @CivilDateField()
  birthDate!: CivilDate;

  @Text({ nullable: true })
  pronoun!: string | null;

  @Text({ nullable: true })
  communeName!: string | null;

  @Text()
  language!: string;

  @Flag()
  interpreter!: boolean;

  @Text()
  fileNumber!: string;
}

/** How the person may be reached without harm. */
export class PacketContact {
  @Text()
  preference!: string;

  @Text({ min: 0, max: 4000 })
  rule!: string;

  @Flag()
  unsafe!: boolean;
}

/** Where the person stands. */
export class PacketSituation {
  @Text()
  kind!: string;

  @Text({ min: 0, max: 4000 })
  detail!: string;

  @CivilDateField()
  validFrom!: CivilDate;
}

/** What the person wants. */
export class PacketGoal {
  @Text({ max: 4000 })
  words!: string;

  @Text({ nullable: true })
  theme!: string | null;
}

/** What is under way. */
export class PacketAction {
  @Text({ max: 4000 })
  words!: string;

  @CivilDateField({ nullable: true })
  dueOn!: CivilDate | null;

  @Text()
  owner!: string;
}

/** A note that the sender ticked. */
export class PacketNote {
  @InstantField()
  happenedAt!: Instant;

  @Text()
  mode!: string;

  @Text()
  audience!: string;

  @Text({ min: 0, max: 20_000 })
  body!: string;

  @Text({ max: 400 })
  authorName!: string;

  @Text({ max: 400 })
  operatorName!: string;
}

/** Who sends. */
export class PacketSender {
  @Text({ max: 400 })
  operatorName!: string;

  @Text({ max: 400 })
  unitName!: string;

  @Text({ max: 400 })
  postName!: string;
}

/** What is handed over, whole. */
export class PacketContent {
  @Text({ max: 2000 })
  need!: string;

  @Text()
  theme!: string;

  @Flag()
  urgent!: boolean;

  @Text()
  kind!: string;

  @Text({ min: 0, max: 20000 })
  message!: string;

  @Nested(() => PacketIdentity)
  identity!: PacketIdentity;

  @Nested(() => PacketContact)
  contact!: PacketContact;

  @ListOf(() => PacketSituation)
  situations!: PacketSituation[];

  @ListOf(() => PacketGoal)
  goals!: PacketGoal[];

  @ListOf(() => PacketAction)
  actions!: PacketAction[];

  @ListOf(() => PacketNote)
  notes!: PacketNote[];

  @Nested(() => PacketSender)
  sender!: PacketSender;

  @Text({ max: 400 })
  audienceUnitName!: string;

  @Text({ max: 400 })
  audienceOperatorName!: string;
}

/** What a receiver reads before anybody claimed the referral. */
export class PacketSummary {
  @Text({ max: 400 })
  name!: string;

  @Flag()
  masked!: boolean;

  @Whole({ nullable: true })
  birthYear!: number | null;

  @Text({ nullable: true })
  communeName!: string | null;

  @Text()
  language!: string;

  @Flag()
  interpreter!: boolean;

  @Text({ max: 2000 })
  need!: string;

  @Text()
  theme!: string;

  @Flag()
  urgent!: boolean;

  @Text()
  kind!: string;
}

/** A pack, previewed or frozen. */
export class PacketView {
  @IdField({ nullable: true })
  id!: Id | null;

  @Whole()
  number!: number;

  @Text({ min: 64, max: 64 })
  hash!: string;

  @InstantField({ nullable: true })
  frozenAt!: Instant | null;

  @Nested(() => PacketContent)
  content!: PacketContent;
}
