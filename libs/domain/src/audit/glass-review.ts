import { addWorkingDays, type WorkingCalendar } from '../clocks/working-calendar';
import type { Id } from '../operators/actor';
import type { Refusal } from '../problems/refusals';
import type { Instant } from '../time/time';

/** What a review says of a file that was opened without a link. */
export const GLASS_VERDICTS = ['justified', 'unjustified'] as const;

/** What a review says of it. */
export type GlassVerdict = (typeof GLASS_VERDICTS)[number];

/** Working days within which somebody looks at a broken glass. Source: trust.md §4, break-the-glass. */
export const REVIEW_DAYS = 5;

/** When the review of a broken glass is due. */
export function reviewDue(openedAt: Instant, calendar: WorkingCalendar): Instant {
  return addWorkingDays(openedAt, REVIEW_DAYS, calendar);
}

/** Why a review can't be given: by the one who opened the file, twice, or without words for what was not justified. */
export function whyNotReview(
  glass: { readonly openedBy: Id; readonly reviewed: boolean },
  reviewer: Id,
  verdict: GlassVerdict,
  note: string,
): Refusal | undefined {
  if (glass.openedBy === reviewer) return { refused: 'glass.own_review' };
  if (glass.reviewed) return { refused: 'glass.reviewed' };
  return verdict === 'unjustified' && note.trim().length === 0 ? { refused: 'glass.note_missing', pointer: '/note' } : undefined;
}
