import { type Id, type Instant, INTERVIEW_THEMES, type InterviewTheme } from '@relais/domain';
import { Flag, IdField, InstantField, ListOf, OneOf, SomeOf, Text, Whole } from '@relais/server/kernel';

/** What a timeline is made of. */
export const TIMELINE_KINDS = ['interview', 'appointment', 'referral', 'situation', 'support_opened', 'support_closed', 'merged'] as const;

/** A code of {@link TIMELINE_KINDS}. */
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** A note that the reader may read. */
export class NoteOfTimeline {
  @IdField()
  id!: Id;

  @Text()
  audience!: string;

  @Text({ min: 0, max: 20_000 })
  body!: string;

  @Flag()
  addendum!: boolean;
}

/** One thing that happened, with its source and why the reader sees it. */
export class TimelineItem {
  @IdField()
  id!: Id;

  @OneOf(TIMELINE_KINDS)
  kind!: TimelineKind;

  @InstantField()
  at!: Instant;

  @Text({ nullable: true, description: 'Support that it belongs to: a strand of the thread.' })
  strand!: string | null;

  @Text({ min: 0, max: 2000, description: 'Mode, state, kind or need: a code or the words of the person.' })
  words!: string;

  @Text({ nullable: true, description: 'Null when the operator is sensitive and not the reader’s own.' })
  operatorName!: string | null;

  @Text({ nullable: true })
  authorName!: string | null;

  @Text({ nullable: true })
  status!: string | null;

  @ListOf(() => NoteOfTimeline)
  notes!: NoteOfTimeline[];

  @SomeOf(INTERVIEW_THEMES)
  themes!: InterviewTheme[];

  @Text({ description: 'Why the reader sees it: a code.' })
  why!: string;

  @Whole({ nullable: true })
  minutes!: number | null;
}

export class TimelinePage {
  @ListOf(() => TimelineItem)
  items!: TimelineItem[];

  @Text({ nullable: true, max: 400 })
  next!: string | null;
}

/** One reading or change of a file. */
export class JournalLine {
  @IdField()
  id!: Id;

  @InstantField()
  at!: Instant;

  @Text()
  action!: string;

  @Text({ nullable: true })
  name!: string | null;

  @Text({ nullable: true })
  unitName!: string | null;

  @Text({ nullable: true })
  operatorName!: string | null;

  @Text({ nullable: true, max: 2000, description: 'A code.' })
  reason!: string | null;

  @Text({ nullable: true, max: 2000, description: 'What was typed to open the file in an emergency.' })
  words!: string | null;
}

export class JournalPage {
  @ListOf(() => JournalLine)
  items!: JournalLine[];

  @Text({ nullable: true, max: 400 })
  next!: string | null;
}
