import type { Refusal } from '../problems/refusals';
import type { WorkingCalendar } from '../clocks/working-calendar';

/** Hours of one weekday at which a professional meets people, as minutes after local midnight, and where. */
export type WeekWindow = {
  /** ISO number: 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly from: number;
  readonly to: number;
  readonly place: string;
};

/** Minutes of the break that is supposed where nobody said their hours. */
const BREAK = { from: 12 * 60, to: 13 * 60 + 30 } as const;

/** What is supposed of a professional who has not said their hours: the opening hours of the region, without the break at noon. */
export function usualWindows({ opens, closes, weekend }: WorkingCalendar): readonly WeekWindow[] {
  return [1, 2, 3, 4, 5, 6, 7]
    .filter((weekday) => !weekend.includes(weekday))
    .flatMap((weekday) => [
      { weekday, from: opens, to: BREAK.from, place: '' },
      { weekday, from: BREAK.to, to: closes, place: '' },
    ]);
}

/** Why a week can't be kept: a period ends before it begins, or two of one day overlap. The pointer names the first at fault. */
export function whyNotWeek(windows: readonly WeekWindow[]): Refusal | undefined {
  const wrong = windows.findIndex(
    (one, index) =>
      one.to <= one.from ||
      windows.slice(0, index).some((other) => other.weekday === one.weekday && other.from < one.to && one.from < other.to),
  );
  return wrong < 0 ? undefined : { refused: 'availability.overlap', pointer: `/windows/${wrong}/to` };
}
