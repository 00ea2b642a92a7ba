import { type Id, type Instant, INTERVIEW_MODES, type InterviewMode, NOTE_AUDIENCES, type NoteAudience } from '@relais/domain';
import { Flag, IdField, InstantField, ListOf, OneOf, Text } from '@relais/server/kernel';
import { ActionView, GoalView } from './plan.messages';

export class EarlierNote {
  @OneOf(NOTE_AUDIENCES)
  audience!: NoteAudience;

  @Text({ min: 0, max: 20_000 })
  body!: string;
}

export class EarlierInterview {
  @IdField()
  id!: Id;

  @OneOf(INTERVIEW_MODES)
  mode!: InterviewMode;

  @InstantField()
  happenedAt!: Instant;

  @Text()
  authorName!: string;

  @Text()
  operatorName!: string;

  @Flag()
  mine!: boolean;

  @ListOf(() => EarlierNote)
  notes!: EarlierNote[];
}

export class RecapView {
  @IdField()
  beneficiaryId!: Id;

  @Text()
  name!: string;

  @ListOf(() => EarlierInterview, { description: 'The last sealed interviews that one may read, latest first.' })
  interviews!: EarlierInterview[];

  @ListOf(() => GoalView)
  goals!: GoalView[];

  @ListOf(() => ActionView, { description: 'What was promised and is still open.' })
  actions!: ActionView[];
}
