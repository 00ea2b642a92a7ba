import fc from 'fast-check';
import {
  CLOCK_KINDS,
  CLOCKS,
  datesOfClock,
  dueDayOf,
  isWorkingDay,
  openingOf,
  pauseClock,
  plusDays,
  type RegionCode,
  regionOf,
  resumeClock,
  startClock,
  stepOf,
  toCivilDate,
  type DatedClock,
  type WorkingCalendar,
} from '@relais/domain';
import { calendarOf } from '@relais/server/kernel';

const REGIONS = ['11', '24', '27', '28', '32', '44', '52', '53', '75', '76', '84', '93', '94', '01', '02', '03', '04', '06'] as const;
const calendars = new Map<RegionCode, WorkingCalendar>(REGIONS.map((code) => [code, calendarOf(code, regionOf(code).timeZone, 2027)]));
const calendarIn = (code: RegionCode): WorkingCalendar => calendars.get(code) as WorkingCalendar;

const aRegion = fc.constantFrom(...REGIONS);
const aKind = fc.constantFrom(...CLOCK_KINDS);
const aDay = fc.integer({ min: 0, max: 800 }).map((days) => plusDays(toCivilDate('2026-03-01'), days));
const started = (kind: DatedClock['kind'], on: ReturnType<typeof toCivilDate>, calendar: WorkingCalendar): DatedClock =>
  startClock(kind, on, openingOf(on, calendar), calendar);
const accepted = (result: DatedClock | { refused: string }): DatedClock => {
  if ('refused' in result) throw new Error(result.refused);
  return result;
};

describe('clocks in the calendar of every region', () => {
  it('are due on a day that people work on, never before their span, at most two weeks after it', () => {
    fc.assert(
      fc.property(aRegion, aKind, aDay, (region, kind, on) => {
        const calendar = calendarIn(region);
        const { dueOn, dueAt } = started(kind, on, calendar);
        const { amount, unit } = CLOCKS[kind].span;
        expect(isWorkingDay(dueOn, calendar)).toBe(true);
        expect(dueOn >= plusDays(on, unit === 'month' ? amount * 28 : amount)).toBe(true);
        expect(dueOn <= plusDays(on, (unit === 'month' ? amount * 31 : amount) + 14)).toBe(true);
        expect(dueAt > openingOf(dueOn, calendar)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('say each of their dates once and in order, whenever somebody looks, and then nothing more', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(aRegion, aKind, aDay, looks, (region, kind, on, gaps) => {
        const calendar = calendarIn(region);
        let clock = started(kind, on, calendar);
        const said: string[] = [];
        let day = on;
        for (const gap of [...gaps, 400]) {
          day = plusDays(day, gap);
          const step = stepOf(clock, openingOf(day, calendar), day, calendar);
          if (!step) continue;
          said.push(step.milestone);
          clock = step.clock;
        }
        const names = datesOfClock(clock, calendar).map(({ name }) => name as string);
        expect(said).toEqual([...new Set(said)].sort((one, other) => names.indexOf(one) - names.indexOf(other)));
        expect(said.at(-1)).toBe(names.at(-1));
        expect(clock.nextAt).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('lose no day by a pause and win none: what was left before it is left after it', () => {
    const days = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(aRegion, aDay, days, days, (region, on, before, length) => {
        const calendar = calendarIn(region);
        const clock = started('contract_after_orientation', on, calendar);
        const [from, until] = [plusDays(on, before), plusDays(on, before + length)];
        const paused = accepted(pauseClock(clock, { on: from, until, proof: 'medical' }, calendar));
        const resumed = accepted(resumeClock(paused, until, openingOf(until, calendar), calendar));
        expect(resumed.pausedDays).toBe(length);
        expect(resumed.dueOn).toBe(dueDayOf({ ...clock, pausedDays: length }, calendar));
        expect(resumed.dueOn >= plusDays(clock.dueOn, length - 14)).toBe(true);
        const step = stepOf(paused, openingOf(plusDays(until, 14), calendar), plusDays(until, 14), calendar);
        expect(step).toMatchObject({ milestone: 'pause_over', clock: { pausedDays: length } });
      }),
      { numRuns: 500 },
    );
  });
});
