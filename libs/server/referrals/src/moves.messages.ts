import { DECLINE_REASONS, type DeclineReason, type Id, type Instant, OUTCOMES, type Outcome } from '@relais/domain';
import { IdField, InstantField, Nested, OneOf, Text, Texts, Whole } from '@relais/server/kernel';

/** What every move may carry: the version on the screen, so that a referral that moved on is noticed. */
export class MoveRequest {
  @Whole({ optional: true, min: 1 })
  version?: number;
}

/** What the person said about being referred. */
export class AgreementAnswer {
  @OneOf(['informed', 'agreed'])
  status!: 'informed' | 'agreed';

  @OneOf(['said', 'signed', 'own_space'])
  how!: 'said' | 'signed' | 'own_space';
}

/** Sending: what the person said, and the hash of the pack as it was previewed. */
export class SendRequest extends MoveRequest {
  @Nested(() => AgreementAnswer, { optional: true })
  agreement?: AgreementAnswer;

  @Text({ min: 64, max: 64, optional: true })
  hash?: string;
}

/** Letting a held referral go: what the person has said meanwhile. */
export class ReleaseRequest extends MoveRequest {
  @Nested(() => AgreementAnswer, { optional: true })
  agreement?: AgreementAnswer;
}

/** The first meeting, when it is already known. */
export class FirstAppointment {
  @InstantField()
  startsAt!: Instant;

  @Whole({ min: 5, max: 480 })
  minutes!: number;

  @Text({ min: 0, max: 200, optional: true })
  place?: string;
}

/** Accepting: who answers for the person, oneself when not said. */
export class AcceptRequest extends MoveRequest {
  @IdField({ optional: true })
  accountablePostId?: Id;

  @Nested(() => FirstAppointment, { optional: true })
  appointment?: FirstAppointment;
}

/** Declining: why, and who could serve the person instead. */
export class DeclineRequest extends MoveRequest {
  @OneOf(Object.keys(DECLINE_REASONS))
  reason!: DeclineReason;

  @Text({ max: 2000, optional: true })
  note?: string;

  @Texts({ max: 5, length: 36, optional: true })
  alternatives?: Id[];

  @IdField({ optional: true })
  destinationUnitId?: Id;

  @Whole({ optional: true })
  attempts?: number;
}

/** A move with an optional reason. */
export class OptionalReasonRequest extends MoveRequest {
  @Text({ max: 2000, optional: true })
  reason?: string;
}

/** A move that needs its reason. */
export class ReasonRequest extends MoveRequest {
  @Text({ max: 2000 })
  reason!: string;
}

/** The contact that proves a first meeting; without one the latest is looked for. */
export class RecordContactRequest extends MoveRequest {
  @IdField({ optional: true })
  appointmentId?: Id;

  @IdField({ optional: true })
  interviewId?: Id;
}

/** What came of it. */
export class ResultRequest extends MoveRequest {
  @OneOf(OUTCOMES)
  outcome!: Outcome;

  @Text({ max: 2000, optional: true })
  note?: string;

  @Whole({ optional: true })
  attempts?: number;
}

/** Asking to stop after acceptance. */
export class RequestCancelRequest extends ResultRequest {
  @Text({ max: 2000 })
  reason!: string;
}

/** A question to the sender. */
export class AskInfoRequest extends MoveRequest {
  @Text({ max: 2000 })
  question!: string;
}

/** The sender's answer. */
export class AnswerInfoRequest extends MoveRequest {
  @Text({ max: 4000 })
  info!: string;

  /** Notes of the timeline that go with it, as a new version of the packet. */
  @Texts({ optional: true, max: 50, length: 36 })
  included?: Id[];
}

/** What the sender adds to the packet: a message, and notes ticked in the timeline. */
export class AddendumRequest extends MoveRequest {
  @Text({ max: 4000 })
  message!: string;

  @Texts({ optional: true, max: 50, length: 36 })
  included?: Id[];
}

/** No place yet: when the receiver looks at it again. */
export class WaitlistRequest extends OptionalReasonRequest {
  @InstantField()
  reviewAt!: Instant;
}

/** A pause with its end. */
export class HoldRequest extends ReasonRequest {
  @InstantField()
  resumeAt!: Instant;
}
