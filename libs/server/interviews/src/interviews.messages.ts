import {
  type Id,
  type Instant,
  INTERVIEW_MODES,
  INTERVIEW_THEMES,
  type InterviewMode,
  type InterviewTheme,
  NOTE_AUDIENCES,
  type NoteAudience,
} from '@relais/domain';
import { Flag, IdField, InstantField, ListOf, OneOf, PageQuery, SomeOf, Text, Whole } from '@relais/server/kernel';

/** Longest note, in characters: about eight printed pages. */
const NOTE = 20_000;

export class NewNote {
  @OneOf(NOTE_AUDIENCES)
  audience!: NoteAudience;

  @Text({ max: NOTE })
  body!: string;
}

export class KeptNote {
  @IdField({ optional: true })
  id?: Id;

  @OneOf(NOTE_AUDIENCES)
  audience!: NoteAudience;

  @Text({ min: 0, max: NOTE, description: 'An empty text takes the note out of the draft.' })
  body!: string;
}

export class LogInterviewRequest {
  @IdField()
  beneficiaryId!: Id;

  @OneOf(INTERVIEW_MODES)
  mode!: InterviewMode;

  @InstantField()
  happenedAt!: Instant;

  @Whole({ max: 600, optional: true })
  minutes?: number;

  @SomeOf(INTERVIEW_THEMES, { optional: true })
  themes?: InterviewTheme[];

  @Flag({ optional: true, description: 'The person was there and answered; without a word, as the mode suggests.' })
  twoWay?: boolean;

  @IdField({ optional: true })
  appointmentId?: Id;

  @InstantField({ optional: true })
  nextMeetingAt?: Instant;

  @ListOf(() => NewNote, { optional: true, max: 10 })
  notes?: NewNote[];

  @Flag({ optional: true, description: 'Logs and seals in one go: the quick trace of a call.' })
  seal?: boolean;
}

export class KeepInterviewRequest {
  @OneOf(INTERVIEW_MODES, { optional: true })
  mode?: InterviewMode;

  @InstantField({ optional: true })
  happenedAt?: Instant;

  @Whole({ max: 600, optional: true, nullable: true })
  minutes?: number | null;

  @SomeOf(INTERVIEW_THEMES, { optional: true })
  themes?: InterviewTheme[];

  @Flag({ optional: true })
  twoWay?: boolean;

  @InstantField({ optional: true, nullable: true })
  nextMeetingAt?: Instant | null;

  @ListOf(() => KeptNote, { optional: true, max: 10 })
  notes?: KeptNote[];
}

export class AudienceRequest {
  @OneOf(NOTE_AUDIENCES)
  audience!: NoteAudience;
}

export class DraftsQuery extends PageQuery {
  @OneOf(['drafts'])
  box!: 'drafts';
}
