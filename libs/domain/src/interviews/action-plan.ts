import type { Refusal } from '../problems/refusals';
import { type CivilDate, plusDays, plusMonths } from '../time/time';

/** Goals are looked at again after this many months. Source: domain.md §4, clocks. */
export const REVIEW_MONTHS = 6;

/** More goals than these at a time are nobody's: a plan of one to three is kept. Shown as advice, never refused. */
export const FEW_GOALS = 3;

/** What became of a goal. */
export const GOAL_STATUSES = ['open', 'met', 'dropped'] as const;

/** What became of a goal. */
export type GoalStatus = (typeof GOAL_STATUSES)[number];

/** Who does an action: the person, a named professional, a whole unit. */
export const ACTION_OWNERS = ['person', 'staff', 'unit'] as const;

/** Who does an action. */
export type ActionOwner = (typeof ACTION_OWNERS)[number];

/** What became of an action. */
export const ACTION_STATUSES = ['open', 'done', 'dropped'] as const;

/** What became of an action. */
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** The day of the next review of goals that were set or reviewed on `day`; the last day of a shorter month stands in. */
export function reviewAfter(day: CivilDate): CivilDate {
  return plusMonths(day, REVIEW_MONTHS);
}

/** Why an action can't be postponed: settled, or the new day is not after both today and the day it was due. */
export function whyNotPostpone(
  action: { readonly status: ActionStatus; readonly dueOn: CivilDate | null },
  dueOn: CivilDate,
  today: CivilDate,
): Refusal | undefined {
  if (action.status !== 'open') return { refused: 'action.settled' };
  return dueOn < today || (action.dueOn !== null && dueOn <= action.dueOn) ? { refused: 'action.not_later', pointer: '/dueOn' } : undefined;
}

/** How a step stands towards its day. A late one is something to talk about again, never a fault. Source: experience.md, screen 6. */
export function standingOfStep(
  action: { readonly status: ActionStatus; readonly dueOn: CivilDate | null },
  today: CivilDate,
): 'settled' | 'ahead' | 'soon' | 'talk_again' {
  if (action.status !== 'open') return 'settled';
  if (action.dueOn !== null && action.dueOn < today) return 'talk_again';
  return action.dueOn !== null && action.dueOn <= plusDays(today, 7) ? 'soon' : 'ahead';
}
