import {
  type Id,
  type Instant,
  INTERVIEW_MODES,
  INTERVIEW_THEMES,
  type InterviewMode,
  type InterviewTheme,
  NOTE_AUDIENCES,
  type NoteAudience,
  WHY_CODES,
  type WhyCode,
} from '@relais/domain';
import { Flag, IdField, InstantField, ListOf, Nested, OneOf, SomeOf, Text, Whole } from '@relais/server/kernel';

import { ActionView, GoalView } from './plan.messages';
import { INTERVIEW_STATUSES, type InterviewStatus } from './statuses';

const NOTE = 20_000;

export class InterviewAuthor {
  @IdField()
  postId!: Id;

  @Text()
  name!: string;

  @Text()
  unitName!: string;

  @Text()
  operatorName!: string;
}

export class NoteView {
  @IdField()
  id!: Id;

  @OneOf(NOTE_AUDIENCES)
  audience!: NoteAudience;

  @Text({ min: 0, max: NOTE })
  body!: string;

  @Flag({ description: 'Written after sealing.' })
  addendum!: boolean;

  @InstantField()
  createdAt!: Instant;

  @Text()
  authorName!: string;

  @Flag()
  mine!: boolean;

  @OneOf(WHY_CODES, { description: 'Why the reader may read it.' })
  why!: WhyCode;

  @Whole()
  version!: number;
}

export class InterviewView {
  @IdField()
  id!: Id;

  @IdField()
  beneficiaryId!: Id;

  @Text()
  name!: string;

  @IdField({ nullable: true })
  appointmentId!: Id | null;

  @OneOf(INTERVIEW_MODES)
  mode!: InterviewMode;

  @InstantField()
  happenedAt!: Instant;

  @Whole({ nullable: true })
  minutes!: number | null;

  @SomeOf(INTERVIEW_THEMES)
  themes!: InterviewTheme[];

  @OneOf(INTERVIEW_STATUSES)
  status!: InterviewStatus;

  @InstantField({ nullable: true })
  nextMeetingAt!: Instant | null;

  @Flag({ description: 'The person took part: a contact in both directions.' })
  twoWay!: boolean;

  @InstantField({ nullable: true })
  sealedAt!: Instant | null;

  @Nested(() => InterviewAuthor)
  author!: InterviewAuthor;

  @Flag()
  mine!: boolean;

  @OneOf(WHY_CODES, { description: 'Why the reader may read this interview.' })
  why!: WhyCode;

  @ListOf(() => NoteView)
  notes!: NoteView[];

  @ListOf(() => GoalView)
  goals!: GoalView[];

  @ListOf(() => ActionView)
  actions!: ActionView[];

  @InstantField()
  createdAt!: Instant;

  @InstantField()
  updatedAt!: Instant;

  @Whole()
  version!: number;
}

export class DraftCard {
  @IdField()
  id!: Id;

  @IdField()
  beneficiaryId!: Id;

  @Text()
  name!: string;

  @OneOf(INTERVIEW_MODES)
  mode!: InterviewMode;

  @InstantField()
  happenedAt!: Instant;

  @InstantField()
  updatedAt!: Instant;

  @Text({ min: 0, description: 'The first words of the note.' })
  words!: string;

  @Whole()
  version!: number;
}

export class DraftsPage {
  @ListOf(() => DraftCard)
  items!: DraftCard[];

  @Text({ max: 400, nullable: true })
  next!: string | null;
}
