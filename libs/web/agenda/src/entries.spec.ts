import type { AppointmentView, GroupSessionLine } from '@relais/api-client';
import { toCivilDate } from '@relais/domain';
import { describe, expect, it } from 'vitest';
import { dayNamed, daysOf, entriesOf, isOpen } from './entries';

const meeting = (id: string, startsAt: string, minutes = 60, status = 'planned'): AppointmentView =>
  ({ id, startsAt, minutes, status }) as AppointmentView;
const entries = (...meetings: AppointmentView[]) => entriesOf(meetings, [], [], 'Europe/Paris');

describe('what fills an agenda', () => {
  it('stands at the hour of the region, without what was cancelled', () => {
    expect(entries(meeting('one', '2026-11-24T13:30:00.000Z'), meeting('gone', '2026-11-24T13:30:00.000Z', 60, 'cancelled'))).toEqual([
      expect.objectContaining({ key: 'one', day: '2026-11-24', minute: 870, lane: 0, lanes: 1 }),
    ]);
  });

  it('stands side by side where it overlaps, and alone where it does not', () => {
    const placed = entries(
      meeting('a', '2026-11-24T09:00:00.000Z'),
      meeting('b', '2026-11-24T09:30:00.000Z', 90),
      meeting('c', '2026-11-24T10:15:00.000Z'),
      meeting('d', '2026-11-24T14:00:00.000Z'),
    );
    expect(placed.map(({ key, lane, lanes }) => `${key} ${lane}/${lanes}`)).toEqual(['a 0/2', 'b 1/2', 'c 0/2', 'd 0/1']);
  });

  it('holds the sessions that one holds oneself, and the time of a colleague as taken alone', () => {
    const session = (mine: boolean) =>
      ({ id: 's', mine, status: 'planned', startsAt: '2026-11-24T09:00:00.000Z', minutes: 120 }) as GroupSessionLine;
    const busy = [{ startsAt: '2026-11-24T12:00:00.000Z', endsAt: '2026-11-24T12:45:00.000Z' }];
    const all = entriesOf([], [session(true), session(false)], busy as never, 'Europe/Paris');
    expect(all.map(({ session, minutes }) => [session?.id, minutes])).toEqual([
      ['s', 120],
      [undefined, 45],
    ]);
  });
});

describe('the days of a view', () => {
  it('are a week from its Monday, or one day', () => {
    expect(daysOf('semaine', toCivilDate('2026-11-29'))[0]).toBe('2026-11-23');
    expect(daysOf('jour', toCivilDate('2026-11-29'))).toEqual(['2026-11-29']);
  });

  it('are those of the address where it names a day that exists', () => {
    const today = toCivilDate('2026-11-25');
    expect(dayNamed('2026-12-01', today)).toBe('2026-12-01');
    expect(dayNamed('2026-13-01', today)).toBe(today);
    expect(dayNamed(undefined, today)).toBe(today);
  });

  it('are open where somebody meets people', () => {
    const windows = [{ weekday: 2, from: 540, to: 720, place: '' }];
    expect(isOpen(windows, toCivilDate('2026-11-24'), 540)).toBe(true);
    expect(isOpen(windows, toCivilDate('2026-11-24'), 720)).toBe(false);
    expect(isOpen(windows, toCivilDate('2026-11-25'), 540)).toBe(false);
  });
});
