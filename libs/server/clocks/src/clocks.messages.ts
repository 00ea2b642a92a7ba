import {
  type CivilDate,
  CLOCK_DROPS,
  CLOCK_KINDS,
  CLOCK_STATUSES,
  CLOCK_WAYS,
  type ClockDrop,
  type ClockKind,
  CLOCKS_BY_HAND,
  type ClockStatus,
  type ClockWay,
  type Id,
  type Instant,
  PAUSE_PROOFS,
  type PauseProof,
} from '@relais/domain';
import { CivilDateField, Flag, IdField, InstantField, ListOf, OneOf, PageQuery, Text, Whole } from '@relais/server/kernel';

/** What stands in the dated list: a clock of the person, or the date of a referral. */
export const DATED_KINDS = [...CLOCK_KINDS, 'referral'] as const;
/** Whose dates: one's own, or those of one's unit (and of the units below for its lead). */
export const CLOCK_SCOPES = ['mine', 'unit'] as const;

export class StartClockRequest {
  @OneOf(CLOCKS_BY_HAND)
  kind!: ClockKind;

  @CivilDateField({ description: 'The day of what starts it: the request, the notification, the day it was known.' })
  startedOn!: CivilDate;

  @Text({ min: 0, max: 500, optional: true, description: 'What it was about, for whoever reads the file.' })
  detail?: string;
}

export class PauseClockRequest {
  @CivilDateField({ description: 'The day on which it runs on by itself.' })
  until!: CivilDate;

  @OneOf(PAUSE_PROOFS)
  proof!: PauseProof;

  @Text({ min: 0, max: 500, optional: true })
  detail?: string;
}

export class MeetClockRequest {
  @OneOf(CLOCK_WAYS)
  by!: ClockWay;

  @CivilDateField({ optional: true })
  on?: CivilDate;
}

export class DropClockRequest {
  @OneOf(CLOCK_DROPS)
  because!: ClockDrop;
}

export class ConveneRequest {
  @InstantField()
  startsAt!: Instant;

  @Whole({ min: 5, max: 480 })
  minutes!: number;

  @Text({ min: 0, optional: true })
  place?: string;

  @Text({ min: 0, optional: true })
  purpose?: string;

  @Flag({ optional: true, description: 'Planned although something else stands at that time; without it, that is refused.' })
  beside?: boolean;
}

export class DatedQuery extends PageQuery {
  @OneOf(CLOCK_SCOPES, { optional: true })
  scope?: (typeof CLOCK_SCOPES)[number];
}

export class DatedLine {
  @IdField({ description: 'The clock, or the referral.' })
  id!: Id;

  @OneOf(DATED_KINDS)
  kind!: (typeof DATED_KINDS)[number];

  @Text({ nullable: true, description: 'Of a referral: what comes on that date.' })
  milestone!: string | null;

  @OneOf(CLOCK_STATUSES)
  status!: ClockStatus;

  @IdField({ nullable: true })
  beneficiaryId!: Id | null;

  @Text({ max: 400, nullable: true, description: 'Null while the file is closed to the reader.' })
  name!: string | null;

  @CivilDateField()
  startedOn!: CivilDate;

  @InstantField()
  dueAt!: Instant;

  @Flag()
  overdue!: boolean;

  @CivilDateField({ nullable: true })
  pauseUntil!: CivilDate | null;

  @OneOf(PAUSE_PROOFS, { nullable: true })
  pauseProof!: PauseProof | null;

  @Whole()
  pausedDays!: number;

  @CivilDateField({ nullable: true })
  metOn!: CivilDate | null;

  @OneOf(CLOCK_WAYS, { nullable: true })
  metBy!: ClockWay | null;

  @OneOf(CLOCK_DROPS, { nullable: true })
  dropped!: ClockDrop | null;

  @Text({ min: 0, max: 2000, description: 'What was noted when it began, or the need of a referral.' })
  detail!: string;

  @Text({ max: 400, nullable: true, description: 'Who answers for it; null for a team.' })
  answersName!: string | null;

  @Text({ max: 400, nullable: true })
  unitName!: string | null;

  @InstantField({ nullable: true, description: 'The convocation that was planned.' })
  appointmentAt!: Instant | null;

  @OneOf(['law', 'agreement'], { description: 'Why this date: the law, or the agreement of the region.' })
  basis!: 'law' | 'agreement';

  @Text({ max: 400 })
  reference!: string;
}

export class DatedList {
  @ListOf(() => DatedLine)
  items!: DatedLine[];
}

export class DatedPage {
  @ListOf(() => DatedLine)
  items!: DatedLine[];

  @Text({ max: 400, nullable: true })
  next!: string | null;
}
