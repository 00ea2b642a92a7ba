import type { CivilDate, Instant, Quarter } from '@relais/domain';
import { CivilDateField, Decimal, IdField, InstantField, ListOf, Nested, Text, Texts, Whole } from '@relais/server/kernel';

const NOT_TOLD = 'null: too few people, or it would give a smaller number away';
const Count = (): PropertyDecorator => Whole({ nullable: true, description: NOT_TOLD });
const Delay = (): PropertyDecorator => Decimal({ nullable: true, description: NOT_TOLD });
const Of = (): PropertyDecorator => Text({ description: 'Key of an operator of the list' });

/** Which period the figures are asked of. */
export class FiguresQuery {
  @Text({ optional: true, min: 7, max: 7, pattern: /^\d{4}-Q[1-4]$/, description: 'A quarter; the latest when not said' })
  period?: Quarter;
}

/** An operator as the figures name it; those that keep their name to themselves stand together under one key without a name. */
export class FigureOperator {
  @Text()
  key!: string;

  @IdField({ nullable: true })
  id!: string | null;

  @Text({ nullable: true })
  name!: string | null;
}

/** People of one operator. */
export class PeopleLine {
  @Of()
  operator!: string;

  @Count()
  count!: number | null;

  @Whole({ nullable: true, description: 'Days since the oldest of them has waited; only for files without a referent' })
  oldestDays!: number | null;
}

/** People of the region, by operator. Who stands with several operators counts once in the total. */
export class PeopleFigureView {
  @Count()
  total!: number | null;

  @Whole({ nullable: true })
  oldestDays!: number | null;

  @ListOf(() => PeopleLine, { max: 2_000 })
  rows!: PeopleLine[];
}

/** Referrals by where they stand. */
export class StandingCounts {
  @Count()
  waiting!: number | null;

  @Count()
  waitlisted!: number | null;

  @Count()
  accepted!: number | null;

  @Count()
  in_progress!: number | null;

  @Count()
  completed!: number | null;

  @Count()
  declined!: number | null;

  @Count()
  ended!: number | null;
}

/** What one operator sent. */
export class SentLine {
  @Of()
  operator!: string;

  @Count()
  sent!: number | null;
}

/** What one operator received. */
export class ReceivedLine {
  @Of()
  operator!: string;

  @Count()
  received!: number | null;

  @Nested(() => StandingCounts)
  byStanding!: StandingCounts;
}

/** What one operator sent to another. */
export class PairLine {
  @Of()
  from!: string;

  @Of()
  to!: string;

  @Count()
  sent!: number | null;

  @Nested(() => StandingCounts)
  byStanding!: StandingCounts;
}

/** Referrals sent in the period. */
export class FlowView {
  @Count()
  sent!: number | null;

  @Nested(() => StandingCounts)
  byStanding!: StandingCounts;

  @ListOf(() => SentLine, { max: 2_000 })
  senders!: SentLine[];

  @ListOf(() => ReceivedLine, { max: 2_000 })
  receivers!: ReceivedLine[];

  @ListOf(() => PairLine, { max: 20_000 })
  pairs!: PairLine[];
}

/** Answers by their delay. */
export class AnswerBands {
  @Count()
  in_time!: number | null;

  @Count()
  late!: number | null;

  @Count()
  waiting!: number | null;
}

/** First contacts by their delay in days; `open`: not met yet. */
export class ContactBands {
  @Count()
  d15!: number | null;

  @Count()
  d30!: number | null;

  @Count()
  d45!: number | null;

  @Count()
  later!: number | null;

  @Count()
  open!: number | null;
}

/** How long one operator takes to answer, in working days; the operator `*` is the region. */
export class AnswerDelayLine {
  @Of()
  operator!: string;

  @Count()
  sent!: number | null;

  @Nested(() => AnswerBands)
  bands!: AnswerBands;

  @Delay()
  median!: number | null;

  @Delay()
  p90!: number | null;
}

/** How long until people are met by one operator, in days; the operator `*` is the region. */
export class ContactDelayLine {
  @Of()
  operator!: string;

  @Count()
  sent!: number | null;

  @Nested(() => ContactBands)
  bands!: ContactBands;

  @Delay()
  median!: number | null;

  @Delay()
  p90!: number | null;
}

/** The figures of the region, without any name of a person. */
export class FiguresView {
  @Text({ nullable: true, description: 'The quarter shown; null before the first figures are taken' })
  period!: Quarter | null;

  @Texts({ description: 'Quarters that have figures, newest first' })
  periods!: Quarter[];

  @CivilDateField({ nullable: true, description: 'The day on which the figures were taken' })
  takenOn!: CivilDate | null;

  @InstantField({ nullable: true })
  takenAt!: Instant | null;

  @Whole({ nullable: true, description: 'Numbers from 1 to one less are never told' })
  threshold!: number | null;

  @ListOf(() => FigureOperator, { max: 2_000 })
  operators!: FigureOperator[];

  @Nested(() => PeopleFigureView, { nullable: true })
  caseload!: PeopleFigureView | null;

  @Nested(() => PeopleFigureView, { nullable: true })
  unassigned!: PeopleFigureView | null;

  @Nested(() => FlowView, { nullable: true })
  flow!: FlowView | null;

  @ListOf(() => AnswerDelayLine, { max: 2_000 })
  answerDelays!: AnswerDelayLine[];

  @ListOf(() => ContactDelayLine, { max: 2_000 })
  contactDelays!: ContactDelayLine[];
}
