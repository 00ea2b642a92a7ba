import fc from 'fast-check';
import { instantAt, millisOf, toCivilDate, toInstant, type Instant } from '../time/time';
import {
  addWorkingDays,
  addWorkingHours,
  addWorkingMinutes,
  closingOf,
  isWorkingDay,
  workingCalendar,
  workingDaysBetween,
  workingMinutesBetween,
} from './working-calendar';

const holidays = ['2026-12-25', '2027-01-01', '2027-03-29'].map(toCivilDate);
const rennes = workingCalendar('Europe/Paris', holidays);
const saintDenis = workingCalendar('Indian/Reunion', [...holidays, toCivilDate('2026-12-20'), toCivilDate('2026-12-21')]);
const at = (text: string): Instant => toInstant(text);

describe('working days of a region', () => {
  it('counts two days from Friday afternoon to Tuesday afternoon', () => {
    expect(addWorkingDays(at('2026-11-20T16:00:00+01:00'), 2, rennes)).toBe(at('2026-11-24T16:00:00+01:00'));
  });

  it('starts on Monday morning what arrives on a Saturday', () => {
    expect(addWorkingDays(at('2026-11-21T11:00:00+01:00'), 1, rennes)).toBe(at('2026-11-23T17:00:00+01:00'));
    expect(addWorkingHours(at('2026-11-21T11:00:00+01:00'), 4, rennes)).toBe(at('2026-11-23T13:00:00+01:00'));
  });

  it('gives four office hours to an urgent referral, over the weekend when it comes late on Friday', () => {
    expect(addWorkingHours(at('2026-11-20T16:00:00+01:00'), 4, rennes)).toBe(at('2026-11-23T12:00:00+01:00'));
    expect(addWorkingHours(at('2026-11-20T09:00:00+01:00'), 4, rennes)).toBe(at('2026-11-20T13:00:00+01:00'));
  });

  it('does not count Christmas nor New Year', () => {
    expect(addWorkingDays(at('2026-12-24T10:00:00+01:00'), 1, rennes)).toBe(at('2026-12-28T10:00:00+01:00'));
    expect(addWorkingDays(at('2026-12-24T10:00:00+01:00'), 6, rennes)).toBe(at('2027-01-05T10:00:00+01:00'));
  });

  it('follows the holidays and the hours of La Réunion there', () => {
    expect(isWorkingDay(toCivilDate('2026-12-21'), saintDenis)).toBe(false);
    expect(isWorkingDay(toCivilDate('2026-12-21'), rennes)).toBe(true);
    expect(addWorkingDays(at('2026-12-18T16:00:00+04:00'), 1, saintDenis)).toBe(at('2026-12-22T16:00:00+04:00'));
    expect(addWorkingHours(at('2026-11-23T14:30:00Z'), 1, saintDenis)).toBe(at('2026-11-24T10:00:00+04:00'));
  });

  it('keeps the local hour when the clocks change in spring and in autumn', () => {
    expect(addWorkingDays(at('2027-03-26T15:00:00+01:00'), 1, rennes)).toBe(at('2027-03-30T15:00:00+02:00'));
    expect(addWorkingDays(at('2026-10-23T15:00:00+02:00'), 1, rennes)).toBe(at('2026-10-26T15:00:00+01:00'));
    expect(workingMinutesBetween(at('2026-10-23T15:00:00+02:00'), at('2026-10-26T15:00:00+01:00'), rennes)).toBe(480);
  });

  it('measures a delay in working days with halves, and a weekend as nothing', () => {
    expect(workingDaysBetween(at('2026-11-20T13:00:00+01:00'), at('2026-11-23T13:00:00+01:00'), rennes)).toBe(1);
    expect(workingDaysBetween(at('2026-11-23T09:00:00+01:00'), at('2026-11-23T13:00:00+01:00'), rennes)).toBe(0.5);
    expect(workingDaysBetween(at('2026-11-20T17:00:00+01:00'), at('2026-11-23T09:00:00+01:00'), rennes)).toBe(0);
    expect(workingDaysBetween(at('2026-11-23T09:00:00+01:00'), at('2026-11-20T09:00:00+01:00'), rennes)).toBe(0);
  });

  it('understands "until Friday" as the closing of Friday', () => {
    expect(closingOf(toCivilDate('2026-11-27'), rennes)).toBe(at('2026-11-27T17:00:00+01:00'));
    expect(closingOf(toCivilDate('2026-11-27'), saintDenis)).toBe(at('2026-11-27T17:00:00+04:00'));
  });

  it('refuses a negative span and a calendar in which nobody ever works', () => {
    expect(() => addWorkingMinutes(at('2026-11-20T16:00:00Z'), -1, rennes)).toThrow(RangeError);
    const never = { ...rennes, weekend: [1, 2, 3, 4, 5, 6, 7] };
    expect(() => addWorkingMinutes(at('2026-11-20T16:00:00Z'), 1, never)).toThrow(RangeError);
  });

  it('finds between two instants exactly the working time that was added, anywhere and at any hour', () => {
    const start = fc
      .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') })
      .map((minute) => instantAt(minute - (minute % 60_000)));
    const zone = fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Cayenne', 'America/Guadeloupe', 'Indian/Mayotte');
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 12_000 }), zone, (from, minutes, timeZone) => {
        const calendar = workingCalendar(timeZone, holidays);
        const until = addWorkingMinutes(from, minutes, calendar);
        expect(workingMinutesBetween(from, until, calendar)).toBe(minutes);
        expect(millisOf(until)).toBeGreaterThanOrEqual(millisOf(from));
      }),
      { numRuns: 500 },
    );
  });
});
