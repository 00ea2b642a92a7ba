import {
  ATTEMPT_CHANNELS,
  ATTEMPT_RESULTS,
  type AttemptChannel,
  type AttemptResult,
  type CivilDate,
  CLOCK_KINDS,
  type ClockKind,
  type Id,
  type Instant,
  type Risk,
  RISKS,
} from '@relais/domain';
import { CivilDateField, Flag, IdField, InstantField, ListOf, OneOf, SomeOf, Text, Whole } from '@relais/server/kernel';

/** The columns of the board, in the order of the screen. Source: experience.md, screen 9. */
export const BOARD_COLUMNS = ['unassigned', 'absent', 'silent', 'quiet_referral', 'exit'] as const;
/** A column of the board. */
export type BoardColumnName = (typeof BOARD_COLUMNS)[number];

const STANDINGS = ['next', 'open', 'tried', 'barred'] as const;
const OBJECTIONS = [
  'unsafe_to_contact',
  'asked_not_to_be_contacted',
  'read_the_rule_first',
  'other_channel_preferred',
  'no_contact_known',
] as const;

export class AttemptRequest {
  @OneOf(ATTEMPT_CHANNELS)
  channel!: AttemptChannel;

  @OneOf(ATTEMPT_RESULTS)
  result!: AttemptResult;

  @InstantField({ optional: true, description: 'Now when not said.' })
  at?: Instant;
}

export class AttemptView {
  @IdField()
  id!: Id;

  @OneOf(ATTEMPT_CHANNELS)
  channel!: AttemptChannel;

  @OneOf(ATTEMPT_RESULTS)
  result!: AttemptResult;

  @InstantField()
  at!: Instant;

  @Text({ max: 400 })
  byName!: string;
}

export class ChannelOfferView {
  @OneOf(ATTEMPT_CHANNELS)
  channel!: AttemptChannel;

  @Whole()
  tried!: number;

  @OneOf(STANDINGS)
  standing!: (typeof STANDINGS)[number];

  @OneOf(OBJECTIONS, { nullable: true, description: 'Why the channel is barred, or what must be read first.' })
  because!: (typeof OBJECTIONS)[number] | null;
}

export class SightingView {
  @IdField()
  id!: Id;

  @IdField()
  beneficiaryId!: Id;

  @Text({ max: 400, nullable: true })
  name!: string | null;

  @Text({ max: 400, nullable: true, description: 'The unit that is asked; null when its operator is masked.' })
  askedUnitName!: string | null;

  @Text({ max: 400, nullable: true, description: 'The unit that asks; null when its operator is masked.' })
  askerUnitName!: string | null;

  @InstantField()
  askedAt!: Instant;

  @InstantField({ nullable: true })
  answeredAt!: Instant | null;

  @Flag({ nullable: true })
  seen!: boolean | null;

  @CivilDateField({ nullable: true })
  seenOn!: CivilDate | null;
}

export class SightingList {
  @ListOf(() => SightingView)
  items!: SightingView[];
}

export class SightingAnswer {
  @Flag()
  seen!: boolean;

  @CivilDateField({ optional: true, description: 'The day of the last meeting; needed with yes.' })
  on?: CivilDate;
}

/** How one may look for somebody: channels, what was tried since the last contact, what the others answered. */
export class RoundView {
  @ListOf(() => ChannelOfferView)
  channels!: ChannelOfferView[];

  @ListOf(() => AttemptView)
  attempts!: AttemptView[];

  @ListOf(() => SightingView)
  sightings!: SightingView[];

  @Text({ min: 0, max: 1000 })
  contactRule!: string;

  @InstantField({ nullable: true })
  lastContactAt!: Instant | null;

  @Flag({ description: 'The last contact was with another operator: only its date is known here.' })
  byNetwork!: boolean;

  @Whole({ description: 'Other units that accompany the person and can be asked.' })
  others!: number;

  @Flag({ description: 'Enough was tried to close the file for a lost contact.' })
  lostEnough!: boolean;
}

export class BoardCard {
  @IdField({ description: 'What is put off: the file, the referral or the clock.' })
  objectId!: Id;

  @IdField()
  beneficiaryId!: Id;

  @Text({ max: 400 })
  name!: string;

  @InstantField({ description: 'Since when the file stands in this column.' })
  since!: Instant;

  @Whole()
  days!: number;

  @InstantField({ nullable: true })
  lastContactAt!: Instant | null;

  @SomeOf(Object.keys(RISKS))
  reasons!: Risk[];

  @OneOf(['high', 'medium', 'low'])
  pressure!: 'high' | 'medium' | 'low';

  @ListOf(() => AttemptView)
  tried!: AttemptView[];

  @Text({ max: 400, nullable: true })
  leadName!: string | null;

  @Text({ max: 400 })
  unitName!: string;

  @IdField()
  unitId!: Id;

  @Flag({ description: 'The file is led by the acting post.' })
  mine!: boolean;

  @Flag()
  unsafeToContact!: boolean;

  @IdField({ nullable: true })
  referralId!: Id | null;

  @Text({ max: 400, nullable: true, description: 'Where the referral went, or until when the lead is away.' })
  detail!: string | null;

  @OneOf(CLOCK_KINDS, { nullable: true })
  clockKind!: ClockKind | null;

  @InstantField({ nullable: true })
  dueAt!: Instant | null;
}

export class BoardColumn {
  @OneOf(BOARD_COLUMNS)
  name!: BoardColumnName;

  @Whole()
  total!: number;

  @ListOf(() => BoardCard)
  cards!: BoardCard[];
}

export class BoardView {
  @InstantField({ description: 'When this was looked at.' })
  checkedAt!: Instant;

  @ListOf(() => BoardColumn)
  columns!: BoardColumn[];

  @ListOf(() => SightingView, { description: 'What other units ask one’s own.' })
  questions!: SightingView[];
}
