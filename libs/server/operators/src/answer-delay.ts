import { type Instant, type WorkingCalendar, workingDaysBetween } from '@relais/domain';

/** Days looked back, and answers below which nothing is said: a figure must not tell of one person. Source: domain.md §6. */
export const DELAY_DAYS = 180;
export const FEWEST_ANSWERS = 5;

/** One answered referral. */
export type Answered = { readonly sentAt: Instant; readonly answeredAt: Instant };

/** Median of the working days from sending to the first answer, to half a day; undefined below five answers. */
export function usualAnswerDays(answers: readonly Answered[], calendar: WorkingCalendar): number | undefined {
  if (answers.length < FEWEST_ANSWERS) return undefined;
  const days = answers
    .map(({ sentAt, answeredAt }) => workingDaysBetween(sentAt, answeredAt, calendar))
    .sort((left, right) => left - right);
  const middle = Math.floor(days.length / 2);
  const median = days.length % 2 === 1 ? days[middle] : ((days[middle - 1] ?? 0) + (days[middle] ?? 0)) / 2;
  return median === undefined ? undefined : Math.round(median * 2) / 2;
}
