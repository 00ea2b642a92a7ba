import {
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  type CivilDate,
  CLOCK_KINDS,
  type ClockKind,
  type Id,
  type Instant,
  INTERVIEW_THEMES,
  type InterviewTheme,
} from '@relais/domain';
import { CivilDateField, Flag, IdField, InstantField, ListOf, Nested, OneOf, SomeOf, Text, Whole } from '@relais/server/kernel';
import { DAY_REASONS, type DayReason } from './rank-day';
import { INTERVIEW_STATUSES, type InterviewStatus } from './statuses';

/** What one needs to know before the person comes in, in one line. */
export class MeetingContext {
  @InstantField({ nullable: true })
  lastContactAt!: Instant | null;

  @SomeOf(INTERVIEW_THEMES)
  lastThemes!: InterviewTheme[];

  @Text({ max: 500, nullable: true })
  nextAction!: string | null;

  @Whole()
  openActions!: number;

  @Text({ nullable: true, description: 'The operator that referred the person for this meeting.' })
  referralFrom!: string | null;

  @Flag()
  interpreter!: boolean;

  @Flag()
  unsafeToContact!: boolean;

  @Text({ min: 0, max: 1000, description: 'In words, how to reach the person safely; empty when there is nothing to heed.' })
  contactRule!: string;
}

export class MeetingOfDay {
  @IdField()
  appointmentId!: Id;

  @IdField()
  beneficiaryId!: Id;

  @Text()
  name!: string;

  @IdField({ description: 'Who holds it: nobody else changes it.' })
  operatorId!: Id;

  @InstantField()
  startsAt!: Instant;

  @Whole()
  minutes!: number;

  @Text({ min: 0 })
  place!: string;

  @Text({ min: 0 })
  purpose!: string;

  @OneOf(APPOINTMENT_STATUSES)
  status!: AppointmentStatus;

  @IdField({ nullable: true })
  interviewId!: Id | null;

  @OneOf(INTERVIEW_STATUSES, { nullable: true })
  interviewStatus!: InterviewStatus | null;

  @Nested(() => MeetingContext)
  context!: MeetingContext;

  @Whole()
  version!: number;
}

export class TodoOfDay {
  @OneOf(DAY_REASONS)
  reason!: DayReason;

  @IdField({ description: 'The referral, the interview, the action or the beneficiary.' })
  objectId!: Id;

  @IdField({ nullable: true })
  beneficiaryId!: Id | null;

  @Text({ nullable: true })
  name!: string | null;

  @Text({ min: 0, max: 500, nullable: true })
  words!: string | null;

  @InstantField()
  since!: Instant;

  @InstantField({ nullable: true })
  dueAt!: Instant | null;

  @Flag()
  urgent!: boolean;

  @Whole({ nullable: true })
  version!: number | null;

  @OneOf(CLOCK_KINDS, { optional: true, description: 'Of a dated obligation: which one.' })
  clock?: ClockKind;
}

export class UntracedMeeting {
  @IdField()
  appointmentId!: Id;

  @IdField()
  beneficiaryId!: Id;

  @Text()
  name!: string;

  @InstantField()
  startsAt!: Instant;

  @Whole()
  minutes!: number;

  @Text({ min: 0 })
  purpose!: string;
}

export class NextMeeting {
  @IdField()
  appointmentId!: Id;

  @IdField()
  beneficiaryId!: Id;

  @Text()
  name!: string;

  @InstantField()
  startsAt!: Instant;
}

export class UnseenPerson {
  @IdField()
  beneficiaryId!: Id;

  @Text()
  name!: string;

  @InstantField({ nullable: true })
  lastContactAt!: Instant | null;
}

export class DayCounts {
  @Whole()
  meetings!: number;

  @Whole()
  referralsWaiting!: number;

  @Whole()
  notesToFinish!: number;

  @Whole()
  overdueActions!: number;

  @Whole()
  silent!: number;

  @Whole()
  untraced!: number;
}

export class DayView {
  @CivilDateField()
  today!: CivilDate;

  @Text()
  timeZone!: string;

  @InstantField()
  now!: Instant;

  @ListOf(() => MeetingOfDay)
  meetings!: MeetingOfDay[];

  @ListOf(() => TodoOfDay)
  todo!: TodoOfDay[];

  @ListOf(() => UntracedMeeting)
  untraced!: UntracedMeeting[];

  @Nested(() => NextMeeting, { nullable: true })
  nextMeeting!: NextMeeting | null;

  @ListOf(() => UnseenPerson)
  longestUnseen!: UnseenPerson[];

  @Nested(() => DayCounts)
  counts!: DayCounts;
}

export class PutOffRequest {
  @IdField({ description: 'The `objectId` of the matter.' })
  objectId!: Id;

  @CivilDateField({ description: 'The day on which it comes back; today or before takes it back now.' })
  until!: CivilDate;
}

export class PutOffView {
  @IdField()
  objectId!: Id;

  @CivilDateField()
  until!: CivilDate;
}
