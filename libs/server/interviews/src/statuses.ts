/** An interview is written until it is sealed. Source: domain.md §1. */
export const INTERVIEW_STATUSES = ['draft', 'sealed'] as const;

/** Status of an interview. */
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number];

/** Who does an action. */
export const ACTION_OWNERS = ['person', 'staff', 'unit'] as const;

/** Who does an action. */
export type ActionOwner = (typeof ACTION_OWNERS)[number];

/** What became of an action. */
export const ACTION_STATUSES = ['open', 'done', 'dropped'] as const;

/** What became of an action. */
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** What became of a goal. */
export const GOAL_STATUSES = ['open', 'met', 'dropped'] as const;

/** What became of a goal. */
export type GoalStatus = (typeof GOAL_STATUSES)[number];
