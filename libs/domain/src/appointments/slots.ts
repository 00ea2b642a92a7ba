import { isWorkingDay, minuteOfDay, weekdayOf, type WorkingCalendar } from '../clocks/working-calendar';
import type { Id } from '../operators/actor';
import { type CivilDate, civilDateIn, type Instant, millisOf, plusDays, plusMinutes } from '../time/time';
import type { WeekWindow } from './availability';

/** A stretch of time, its end not included. */
export type Stretch = { readonly from: Instant; readonly to: Instant };

/** The agenda of one professional as others may know it: when they meet people, and when they are taken; never by what. */
export type FreeBusy = { readonly postId: Id; readonly windows: readonly WeekWindow[]; readonly busy: readonly Stretch[] };

/**
 * What is looked for. `buffer` minutes stay free before and after, for the way and for notes; `until` is the last day; with a `place`,
 * only hours that the first professional keeps there.
 */
export type SlotWish = {
  readonly minutes: number;
  readonly buffer: number;
  readonly from: Instant;
  readonly until: CivilDate;
  readonly place?: string | undefined;
};

/** A moment that suits everybody: one professional of each party, in the order of the parties. */
export type SlotProposal = {
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly place: string;
  readonly postIds: readonly Id[];
};

/** Meetings begin on a quarter of an hour. */
const STEP = 15;
/** Days that one search may span. */
export const SLOT_DAYS = 62;
const NOON = 13 * 60;

type Candidate = SlotProposal & { readonly halfDay: string };

/**
 * The first moments that suit every party, at most `count`, in different half days where there are any: three choices that differ are
 * worth more than three in a row. A party is one professional, or a team of which any one will do. Working days of the region only.
 * Source: experience.md, interaction 7.
 */
export function proposeSlots(
  parties: readonly (readonly FreeBusy[])[],
  wish: SlotWish,
  calendar: WorkingCalendar,
  count = 3,
): readonly SlotProposal[] {
  const chosen: Candidate[] = [];
  const spare: Candidate[] = [];
  for (const candidate of candidates(parties, wish, calendar)) {
    if (chosen.every((other) => other.halfDay !== candidate.halfDay && apart(other, candidate))) chosen.push(candidate);
    else if ([...chosen, ...spare].every((other) => apart(other, candidate))) spare.push(candidate);
    if (chosen.length === count) break;
  }
  return [...chosen, ...spare.filter((one) => chosen.every((other) => apart(one, other)))]
    .slice(0, count)
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1))
    .map(({ startsAt, minutes, place, postIds }) => ({ startsAt, minutes, place, postIds }));
}

/** Whether two stretches of time have a moment in common. */
export function overlap(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to;
}

/** The stretch that a meeting takes. */
export function stretchOf({ startsAt, minutes }: { readonly startsAt: Instant; readonly minutes: number }): Stretch {
  return { from: startsAt, to: plusMinutes(startsAt, minutes) };
}

function* candidates(parties: readonly (readonly FreeBusy[])[], wish: SlotWish, calendar: WorkingCalendar): Generator<Candidate> {
  const first = civilDateIn(calendar.timeZone, wish.from);
  const last = [wish.until, plusDays(first, SLOT_DAYS)].sort()[0] as CivilDate;
  for (let day = first; day <= last; day = plusDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue;
    for (const minute of minutesOf(parties[0] ?? [], weekdayOf(day), wish)) {
      const startsAt = minuteOfDay(day, minute, calendar.timeZone);
      const found = startsAt < wish.from ? undefined : whoIsFree(parties, weekdayOf(day), minute, startsAt, wish);
      if (found) yield { startsAt, minutes: wish.minutes, ...found, halfDay: `${day} ${minute < NOON}` };
    }
  }
}

/** The quarters of an hour at which somebody of the first party could begin on such a weekday. */
function minutesOf(party: readonly FreeBusy[], weekday: number, { minutes }: SlotWish): readonly number[] {
  const begins = party.flatMap(({ windows }) =>
    windows
      .filter((window) => window.weekday === weekday)
      .flatMap(({ from, to }) => {
        const start = Math.ceil(from / STEP) * STEP;
        return Array.from({ length: Math.max(0, Math.floor((to - minutes - start) / STEP) + 1) }, (_, index) => start + index * STEP);
      }),
  );
  return [...new Set(begins)].sort((one, other) => one - other);
}

function whoIsFree(
  parties: readonly (readonly FreeBusy[])[],
  weekday: number,
  minute: number,
  startsAt: Instant,
  wish: SlotWish,
): { place: string; postIds: readonly Id[] } | undefined {
  const postIds: Id[] = [];
  let place = '';
  for (const [index, party] of parties.entries()) {
    const free = party.find(
      (agenda) =>
        !postIds.includes(agenda.postId) &&
        windowAt(agenda, weekday, minute, wish, index === 0 ? wish.place : undefined) &&
        !isTaken(agenda, startsAt, wish),
    );
    if (!free) return undefined;
    if (index === 0) place = windowAt(free, weekday, minute, wish, wish.place)?.place ?? '';
    postIds.push(free.postId);
  }
  return postIds.length > 0 ? { place, postIds } : undefined;
}

function windowAt({ windows }: FreeBusy, weekday: number, minute: number, { minutes }: SlotWish, place?: string): WeekWindow | undefined {
  return windows.find(
    (window) =>
      window.weekday === weekday &&
      window.from <= minute &&
      minute + minutes <= window.to &&
      (place === undefined || window.place === place),
  );
}

function isTaken({ busy }: FreeBusy, startsAt: Instant, { minutes, buffer }: SlotWish): boolean {
  const room = { from: plusMinutes(startsAt, -buffer), to: plusMinutes(startsAt, minutes + buffer) };
  return busy.some((span) => overlap(span, room));
}

function apart(one: SlotProposal, other: SlotProposal): boolean {
  return Math.abs(millisOf(one.startsAt) - millisOf(other.startsAt)) >= one.minutes * 60_000;
}
