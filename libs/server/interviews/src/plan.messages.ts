import {
  ACTION_OWNERS,
  ACTION_STATUSES,
  type ActionOwner,
  type ActionStatus,
  type CivilDate,
  GOAL_STATUSES,
  type GoalStatus,
  type Id,
  type Instant,
  INTERVIEW_THEMES,
  type InterviewTheme,
} from '@relais/domain';
import { CivilDateField, IdField, InstantField, ListOf, OneOf, Text, Texts, Whole } from '@relais/server/kernel';

const WORDS = 500;

export class GoalView {
  @IdField()
  id!: Id;

  @Text({ max: WORDS, description: 'In the words of the person.' })
  words!: string;

  @OneOf(INTERVIEW_THEMES, { nullable: true })
  theme!: InterviewTheme | null;

  @OneOf(GOAL_STATUSES)
  status!: GoalStatus;

  @Text({ min: 0, max: WORDS, nullable: true })
  outcome!: string | null;

  @CivilDateField({ nullable: true, description: 'The day on which it is looked at again.' })
  reviewOn!: CivilDate | null;

  @Whole()
  version!: number;
}

export class ActionView {
  @IdField()
  id!: Id;

  @IdField({ nullable: true })
  goalId!: Id | null;

  @Text({ max: WORDS })
  words!: string;

  @OneOf(ACTION_OWNERS)
  owner!: ActionOwner;

  @Text({ nullable: true, description: 'The professional or the unit; nothing for the person.' })
  ownerName!: string | null;

  @IdField({ nullable: true })
  ownerPostId!: Id | null;

  @CivilDateField({ nullable: true })
  dueOn!: CivilDate | null;

  @OneOf(ACTION_STATUSES)
  status!: ActionStatus;

  @Text({ min: 0, max: WORDS, nullable: true })
  outcome!: string | null;

  @InstantField({ nullable: true })
  doneAt!: Instant | null;

  @CivilDateField({ nullable: true, description: 'The day it was first due, when it was postponed.' })
  postponedFrom!: CivilDate | null;

  @Text({ max: WORDS, nullable: true })
  postponedBecause!: string | null;

  @Whole()
  version!: number;
}

export class PlanView {
  @IdField()
  beneficiaryId!: Id;

  @Text()
  name!: string;

  @CivilDateField({ nullable: true, description: 'The earliest review of an open goal.' })
  reviewOn!: CivilDate | null;

  @ListOf(() => GoalView)
  goals!: GoalView[];

  @ListOf(() => ActionView)
  actions!: ActionView[];
}

export class NewGoalRequest {
  @IdField()
  beneficiaryId!: Id;

  @Text({ max: WORDS })
  words!: string;

  @OneOf(INTERVIEW_THEMES, { optional: true })
  theme?: InterviewTheme;
}

export class ChangeGoalRequest {
  @Text({ max: WORDS, optional: true })
  words?: string;

  @OneOf(INTERVIEW_THEMES, { optional: true, nullable: true })
  theme?: InterviewTheme | null;

  @CivilDateField({ optional: true })
  reviewOn?: CivilDate;
}

export class OutcomeRequest {
  @Text({ max: WORDS, optional: true })
  outcome?: string;
}

export class NewActionRequest {
  @IdField()
  beneficiaryId!: Id;

  @IdField({ optional: true })
  goalId?: Id;

  @Text({ max: WORDS })
  words!: string;

  @OneOf(ACTION_OWNERS)
  owner!: ActionOwner;

  @CivilDateField({ optional: true })
  dueOn?: CivilDate;
}

export class ChangeActionRequest {
  @Text({ max: WORDS, optional: true })
  words?: string;

  @IdField({ optional: true, nullable: true })
  goalId?: Id | null;

  @CivilDateField({ optional: true, nullable: true })
  dueOn?: CivilDate | null;
}

export class PostponeRequest {
  @CivilDateField()
  dueOn!: CivilDate;

  @Text({ max: WORDS, description: 'What stood in the way.' })
  reason!: string;
}

export class AssignRequest {
  @OneOf(ACTION_OWNERS)
  owner!: ActionOwner;

  @IdField({ optional: true, description: 'With `staff`: a colleague of the same operator; without one, the acting post.' })
  postId?: Id;
}

export class OrderRequest {
  @Texts({ max: 200, description: 'Identifiers of goals or actions, in their new order.' })
  order!: Id[];
}
