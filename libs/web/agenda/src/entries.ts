import type { AppointmentView, AvailabilityWindow, BusySpan, GroupSessionLine } from '@relais/api-client';
import { type CivilDate, millisOf, plusDays, toCivilDate, toInstant, weekdayOf } from '@relais/domain';
import { localOf } from '@relais/web/kernel';

/** How the agenda is looked at. */
export const VIEWS = ['semaine', 'jour', 'liste'] as const;

/** One of them, as the address says it. */
export type View = (typeof VIEWS)[number];

/** Something in an agenda: a meeting, a session that one holds, or the time of somebody else, seen as taken alone. */
export type Entry = {
  readonly key: string;
  readonly day: string;
  /** Minutes after midnight in the region. */
  readonly minute: number;
  readonly minutes: number;
  readonly startsAt: string;
  readonly meeting?: AppointmentView;
  readonly session?: GroupSessionLine;
  /** Which of how many columns it takes beside others of the same time. */
  readonly lane: number;
  readonly lanes: number;
};

/** Minutes of one row of the grid. */
export const ROW = 30;

/** What fills an agenda, in the order of time, each beside the others of its time. */
export function entriesOf(
  meetings: readonly AppointmentView[],
  sessions: readonly GroupSessionLine[],
  busy: readonly BusySpan[],
  timeZone: string,
): readonly Entry[] {
  const bare = (key: string, startsAt: string, minutes: number): Entry => {
    const [day = '', hour = ''] = localOf(startsAt, timeZone).split('T');
    const [hours = 0, rest = 0] = hour.split(':').map(Number);
    return { key, day, minute: hours * 60 + rest, minutes, startsAt, lane: 0, lanes: 1 };
  };
  const all = [
    ...meetings
      .filter(({ status }) => status !== 'cancelled')
      .map((meeting) => ({ ...bare(meeting.id, meeting.startsAt, meeting.minutes), meeting })),
    ...sessions
      .filter(({ mine, status }) => mine && status === 'planned')
      .map((session) => ({ ...bare(session.id, session.startsAt, session.minutes), session })),
    ...busy.map(({ startsAt, endsAt }) =>
      bare(`busy ${startsAt}`, startsAt, (millisOf(toInstant(endsAt)) - millisOf(toInstant(startsAt))) / 60_000),
    ),
  ];
  return sideBySide(all.sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1)));
}

function sideBySide(entries: readonly Entry[]): Entry[] {
  const placed: Entry[] = [];
  let cluster: Entry[] = [];
  let end = -1;
  let day = '';
  const close = (): void => {
    const lanes = Math.max(1, ...cluster.map(({ lane }) => lane + 1));
    placed.push(...cluster.map((entry) => ({ ...entry, lanes })));
    cluster = [];
  };
  for (const entry of entries) {
    if (entry.day !== day || entry.minute >= end) {
      close();
      [day, end] = [entry.day, -1];
    }
    const taken = cluster.filter((other) => other.minute + other.minutes > entry.minute).map(({ lane }) => lane);
    const lane = [0, 1, 2, 3].find((free) => !taken.includes(free)) ?? 3;
    cluster.push({ ...entry, lane });
    end = Math.max(end, entry.minute + entry.minutes);
  }
  close();
  return placed;
}

/** The days that a view shows around a day: its week, with its weekend only when something stands there, or the day alone. */
export function daysOf(view: View, day: CivilDate): readonly CivilDate[] {
  if (view === 'jour') return [day];
  const monday = plusDays(day, 1 - weekdayOf(day));
  return Array.from({ length: 7 }, (_, index) => plusDays(monday, index));
}

/** The day that an address names, or the one given. */
export function dayNamed(text: string | undefined, otherwise: CivilDate): CivilDate {
  try {
    return text ? toCivilDate(text) : otherwise;
  } catch {
    return otherwise;
  }
}

/** Whether a row of the grid lies in the hours at which one meets people. */
export function isOpen(windows: readonly AvailabilityWindow[], day: CivilDate, minute: number): boolean {
  return windows.some(({ weekday, from, to }) => weekday === weekdayOf(day) && from < minute + ROW && minute < to);
}
