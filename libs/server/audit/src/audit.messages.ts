import {
  GLASS_REASONS,
  GLASS_VERDICTS,
  type GlassVerdict,
  type Id,
  type Instant,
  SUSPICION_ENDS,
  SUSPICION_KINDS,
  type SuspicionEnd,
  type SuspicionKind,
} from '@relais/domain';
import { Flag, IdField, InstantField, ListOf, OneOf, PageQuery, Text, Whole } from '@relais/server/kernel';

const BOXES = ['waiting', 'done'] as const;

/** What waits to be looked at, or what was. */
export class WatchQuery extends PageQuery {
  @OneOf(BOXES, { optional: true })
  box?: (typeof BOXES)[number];
}

/** A file opened in an emergency, as a reviewer sees it: who, when, why, and a file number. */
export class GlassLine {
  @IdField()
  id!: Id;

  @Text({ nullable: true })
  fileNumber!: string | null;

  @OneOf(GLASS_REASONS)
  reasonCode!: string;

  @Text({ max: 2_000 })
  reason!: string;

  @InstantField()
  openedAt!: Instant;

  @InstantField()
  expiresAt!: Instant;

  @InstantField({ nullable: true })
  dueAt!: Instant | null;

  @Flag()
  overdue!: boolean;

  @Flag({ description: 'Opened by the acting post, which can’t review it' })
  mine!: boolean;

  @Text()
  openedBy!: string;

  @Text()
  unitName!: string;

  @Text()
  operatorName!: string;

  @OneOf(GLASS_VERDICTS, { nullable: true })
  verdict!: GlassVerdict | null;

  @Text({ min: 0, max: 2_000, nullable: true })
  note!: string | null;

  @InstantField({ nullable: true })
  reviewedAt!: Instant | null;

  @Text({ nullable: true })
  reviewedBy!: string | null;
}

export class GlassPage {
  @ListOf(() => GlassLine, { max: 200 })
  items!: GlassLine[];

  @Text({ nullable: true })
  next!: string | null;
}

export class ReviewRequest {
  @OneOf(GLASS_VERDICTS)
  verdict!: GlassVerdict;

  @Text({ optional: true, min: 0, max: 2_000 })
  note?: string;
}

/** Reading that looks like curiosity. */
export class SuspicionLine {
  @IdField()
  id!: Id;

  @OneOf(SUSPICION_KINDS)
  kind!: SuspicionKind;

  @Text()
  readerName!: string;

  @Text()
  unitName!: string;

  @Text()
  operatorName!: string;

  @Text({ nullable: true })
  fileNumber!: string | null;

  @Whole({ description: 'Readings, or files when it is about many' })
  count!: number;

  @InstantField()
  firstAt!: Instant;

  @InstantField()
  lastAt!: Instant;

  @OneOf(SUSPICION_ENDS, { nullable: true })
  endedAs!: SuspicionEnd | null;

  @Text({ min: 0, max: 2_000 })
  note!: string;

  @InstantField({ nullable: true })
  settledAt!: Instant | null;
}

export class SuspicionPage {
  @ListOf(() => SuspicionLine, { max: 200 })
  items!: SuspicionLine[];

  @Text({ nullable: true })
  next!: string | null;
}

export class SettleRequest {
  @OneOf(SUSPICION_ENDS)
  endedAs!: SuspicionEnd;

  @Text({ max: 2_000 })
  note!: string;
}

/** What the journal is asked for. */
export class JournalQuery extends PageQuery {
  @Text({ optional: true, max: 40, description: 'Number of a file' })
  fileNumber?: string;

  @Text({ optional: true, max: 100, description: 'Letters of the name of a professional' })
  reader?: string;

  @InstantField({ optional: true })
  from?: Instant;

  @InstantField({ optional: true })
  until?: Instant;
}

/** One line of the journal: who did or read what. */
export class ReadLine {
  @IdField()
  id!: Id;

  @InstantField()
  at!: Instant;

  @Text()
  action!: string;

  @Text({ nullable: true, max: 200 })
  reason!: string | null;

  @Text({ nullable: true })
  readerName!: string | null;

  @Text({ nullable: true })
  unitName!: string | null;

  @Text({ nullable: true })
  operatorName!: string | null;

  @Text({ nullable: true })
  fileNumber!: string | null;
}

export class ReadPage {
  @ListOf(() => ReadLine, { max: 200 })
  items!: ReadLine[];

  @Text({ nullable: true })
  next!: string | null;
}
