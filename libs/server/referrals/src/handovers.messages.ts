import {
  type CivilDate,
  HANDOVER_KINDS,
  HANDOVER_PARTIES,
  HANDOVER_STATES,
  type HandoverKind,
  type HandoverParty,
  type HandoverState,
  type Id,
  type Instant,
} from '@relais/domain';
import { CivilDateField, Flag, IdField, InstantField, ListOf, Nested, OneOf, SomeOf, Text, Texts, Whole } from '@relais/server/kernel';

/** Of whom. */
export class HandoverQuery {
  @IdField()
  beneficiaryId!: Id;
}

/** A handover with the names around it. */
export class HandoverView {
  @IdField()
  id!: Id;

  @Whole()
  version!: number;

  @IdField()
  beneficiaryId!: Id;

  @IdField({ nullable: true })
  referralId!: Id | null;

  @OneOf(HANDOVER_KINDS)
  kind!: HandoverKind;

  @OneOf(HANDOVER_STATES)
  status!: HandoverState;

  @InstantField()
  statusSince!: Instant;

  @Text({ max: 400 })
  fromUnitName!: string;

  @Text({ max: 400, nullable: true })
  fromPostName!: string | null;

  @Text({ max: 400 })
  toUnitName!: string;

  @Text({ max: 400, nullable: true })
  toPostName!: string | null;

  @InstantField({ nullable: true })
  effectiveOn!: Instant | null;

  @InstantField({ nullable: true })
  firstContactAt!: Instant | null;

  @InstantField({ nullable: true })
  effectiveAt!: Instant | null;

  @InstantField({ nullable: true })
  warmUntil!: Instant | null;

  /** When the clock acts on it. */
  @InstantField({ nullable: true })
  dueAt!: Instant | null;

  @IdField()
  toUnitId!: Id;

  @IdField({ nullable: true })
  toPostId!: Id | null;

  @Text({ max: 2000, nullable: true })
  reason!: string | null;

  /** The one who gives can't act: gone, or their unit closed. */
  @Flag()
  giverGone!: boolean;

  /** On which sides the reader stands, as long as something can still be done. */
  @SomeOf(HANDOVER_PARTIES)
  sides!: HandoverParty[];
}

/** Who leads an active file today, and what the reader may do about it. */
export class LeadToday {
  @IdField({ nullable: true })
  postId!: Id | null;

  @Text({ max: 400, nullable: true })
  postName!: string | null;

  @IdField()
  unitId!: Id;

  @Text({ max: 400 })
  unitName!: string;

  /** The one who leads can't act: gone, or their unit closed. */
  @Flag()
  gone!: boolean;

  /** Whether the reader speaks for the one who leads. */
  @Flag()
  mine!: boolean;
}

/** The handovers of a file, latest first, and who leads it. */
export class HandoverList {
  @ListOf(() => HandoverView)
  items!: HandoverView[];

  /** Null for a file that is closed, or whose lead the reader does not see. */
  @Nested(() => LeadToday, { nullable: true })
  lead!: LeadToday | null;
}

/** A unit that accompanies the person and may take the lead. */
export class TakerLine {
  @IdField()
  unitId!: Id;

  @Text({ max: 400 })
  unitName!: string;

  @Text({ max: 400 })
  operatorName!: string;

  /** Of one's own operator: a colleague may be named. */
  @Flag()
  own!: boolean;
}

/** Who may take the lead of a file. */
export class TakerList {
  @ListOf(() => TakerLine)
  items!: TakerLine[];
}

/** Somebody else should lead a file: a unit that accompanies the person, one of its professionals when already agreed, a later date. */
export class ProposeHandoverRequest {
  @IdField()
  beneficiaryId!: Id;

  @IdField()
  toUnitId!: Id;

  @IdField({ optional: true })
  toPostId?: Id;

  @InstantField({ optional: true })
  effectiveOn?: Instant;

  @Text({ max: 2000 })
  reason!: string;
}

/** The one who takes agrees, and says who will lead where nobody was named. */
export class AgreeHandoverRequest {
  @IdField({ optional: true })
  toPostId?: Id;
}

/** The date on which both agree. */
export class AgreeDateRequest {
  @InstantField()
  effectiveOn!: Instant;
}

/** Why. */
export class HandoverReasonRequest {
  @Text({ max: 2000 })
  reason!: string;
}

/** A contact of the last weeks. */
export class NoteContact {
  @InstantField()
  at!: Instant;

  @Text()
  mode!: string;

  @Texts({ max: 20 })
  themes!: string[];

  @Text({ max: 400 })
  byName!: string;
}

/** Something that somebody said they would do. */
export class NoteAction {
  @Text({ max: 4000 })
  words!: string;

  @CivilDateField({ nullable: true })
  dueOn!: CivilDate | null;
}

/** The next meeting. */
export class NoteMeeting {
  @InstantField()
  at!: Instant;

  @Text({ min: 0, max: 400 })
  place!: string;

  @Text({ max: 400 })
  unitName!: string;
}

/** The draft of the handover note for the one who takes, and the words for the person. */
export class HandoverNote {
  @Nested(() => HandoverView)
  handover!: HandoverView;

  @Text({ max: 400 })
  personName!: string;

  @ListOf(() => NoteContact)
  lastContacts!: NoteContact[];

  /** What the person does. */
  @ListOf(() => NoteAction)
  openActions!: NoteAction[];

  /** What professionals promised to the person. */
  @ListOf(() => NoteAction)
  promises!: NoteAction[];

  @Nested(() => NoteMeeting, { nullable: true })
  nextMeeting!: NoteMeeting | null;

  @Text({ min: 0, max: 4000 })
  contactRule!: string;

  @Flag()
  unsafeToContact!: boolean;

  /** Plain French for the person: what is passed on, what stays private, whom to call until when. */
  @Texts({ max: 20, length: 1000 })
  sheet!: string[];
}
