import fc from 'fast-check';
import { isWorkingDay, minuteOfDay, weekdayOf, workingCalendar } from '../clocks/working-calendar';
import { minuteOf } from '../notices/person-message';
import { type CivilDate, civilDateIn, plusDays, plusMinutes, toCivilDate, toInstant } from '../time/time';
import { usualWindows, type WeekWindow, whyNotWeek } from './availability';
import { type FreeBusy, overlap, proposeSlots, type SlotProposal, type SlotWish, stretchOf } from './slots';

const calendar = workingCalendar('Europe/Paris', [toCivilDate('2026-12-25'), toCivilDate('2026-11-30')]);
const reunion = workingCalendar('Indian/Reunion', [toCivilDate('2026-12-20')]);
const monday = toCivilDate('2026-11-23');
const at = (text: string) => toInstant(`${text}+01:00`);

const agenda = (postId: string, more: Partial<FreeBusy> = {}): FreeBusy => ({
  postId,
  windows: usualWindows(calendar),
  busy: [],
  ...more,
});
const wish = (more: Partial<SlotWish> = {}): SlotWish => ({
  minutes: 45,
  buffer: 0,
  from: at('2026-11-23T08:00:00'),
  until: toCivilDate('2026-12-04'),
  ...more,
});
const starts = (found: readonly SlotProposal[]): readonly string[] => found.map(({ startsAt }) => startsAt);

/** Hours on the quarter, in one or two periods of a few weekdays that do not overlap. */
const windows = fc
  .uniqueArray(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      half: fc.constantFrom(480, 780),
      begins: fc.integer({ min: 0, max: 8 }),
      quarters: fc.integer({ min: 2, max: 8 }),
      place: fc.constantFrom('Rennes', 'Fougères', ''),
    }),
    { selector: ({ weekday, half }) => `${weekday} ${half}`, maxLength: 10 },
  )
  .map((drawn) =>
    drawn.map(({ weekday, half, begins, quarters, place }): WeekWindow => {
      const from = half + begins * 15;
      return { weekday, from, to: from + quarters * 15, place };
    }),
  );
const busy = fc.array(
  fc
    .record({
      day: fc.integer({ min: 0, max: 13 }),
      minute: fc.integer({ min: 420, max: 1080 }),
      minutes: fc.integer({ min: 5, max: 240 }),
    })
    .map(({ day, minute, minutes }) => stretchOf({ startsAt: minuteOfDay(plusDays(monday, day), minute, 'Europe/Paris'), minutes })),
  { maxLength: 25 },
);
let made = 0;
const agendas = fc.record({ windows, busy }).map((drawn): FreeBusy => ({ postId: `post-${(made += 1)}`, ...drawn }));
const parties = fc.array(fc.array(agendas, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
const wishes = fc.record({
  minutes: fc.constantFrom(15, 30, 45, 60, 90),
  buffer: fc.constantFrom(0, 10, 15),
  from: fc.integer({ min: 0, max: 14_400 }).map((minutes) => plusMinutes(at('2026-11-23T06:00:00'), minutes)),
  until: fc.integer({ min: 0, max: 13 }).map((days) => plusDays(monday, days)),
});
const zones = fc.constantFrom(calendar, reunion);
type Zone = typeof calendar;

const suits = (agenda: FreeBusy, slot: SlotProposal, { minutes, buffer }: SlotWish, zone: Zone): boolean => {
  const day = civilDateIn(zone.timeZone, slot.startsAt);
  const minute = minuteOf(slot.startsAt, zone.timeZone);
  const room = { from: plusMinutes(slot.startsAt, -buffer), to: plusMinutes(slot.startsAt, minutes + buffer) };
  return (
    agenda.windows.some(({ weekday, from, to }) => weekday === weekdayOf(day) && from <= minute && minute + minutes <= to) &&
    agenda.busy.every((span) => !overlap(span, room))
  );
};

describe('the slot finder', () => {
  it('proposes only moments inside the hours of everybody, clear of all that is planned, on working days, within the dates asked', () => {
    fc.assert(
      fc.property(parties, wishes, zones, (all, asked, zone) => {
        for (const slot of proposeSlots(all, asked, zone)) {
          const day = civilDateIn(zone.timeZone, slot.startsAt);
          expect(isWorkingDay(day, zone)).toBe(true);
          expect(slot.startsAt >= asked.from && day <= asked.until).toBe(true);
          expect(slot.postIds).toHaveLength(all.length);
          all.forEach((party, index) => {
            const one = party.find(({ postId }) => postId === slot.postIds[index]);
            expect(one && suits(one, slot, asked, zone)).toBe(true);
          });
        }
      }),
      { numRuns: 400 },
    );
  });

  it('proposes at most three, in order, that leave room for one another, the same each time', () => {
    fc.assert(
      fc.property(parties, wishes, (all, asked) => {
        const found = proposeSlots(all, asked, calendar);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(starts(found)).toEqual(starts(found).toSorted());
        found.forEach((one, index) => {
          for (const other of found.slice(index + 1)) expect(overlap(stretchOf(one), stretchOf(other))).toBe(false);
        });
        expect(proposeSlots(all, asked, calendar)).toEqual(found);
      }),
    );
  });

  it('begins with the first moment there is, and says none only where there is none', () => {
    fc.assert(
      fc.property(agendas, agendas, wishes, (one, other, asked) => {
        let first: string | undefined;
        for (let day: CivilDate = monday; day <= asked.until && !first; day = plusDays(day, 1)) {
          if (!isWorkingDay(day, calendar)) continue;
          for (let minute = 480; minute < 1080 && !first; minute += 15) {
            const startsAt = minuteOfDay(day, minute, calendar.timeZone);
            const slot = { startsAt, minutes: asked.minutes, place: '', postIds: [] };
            if (startsAt >= asked.from && suits(one, slot, asked, calendar) && suits(other, slot, asked, calendar)) first = startsAt;
          }
        }
        expect(proposeSlots([[one], [other]], asked, calendar)[0]?.startsAt).toBe(first);
      }),
      { numRuns: 50 },
    );
  });

  it('spreads its three choices over half days', () => {
    expect(starts(proposeSlots([[agenda('me')]], wish(), calendar))).toEqual([
      at('2026-11-23T09:00:00'),
      at('2026-11-23T13:30:00'),
      at('2026-11-24T09:00:00'),
    ]);
  });

  it('fills up within the half day where there is no other', () => {
    const found = proposeSlots([[agenda('me')]], wish({ until: monday, from: at('2026-11-23T14:00:00') }), calendar);
    expect(starts(found)).toEqual([at('2026-11-23T14:00:00'), at('2026-11-23T14:45:00'), at('2026-11-23T15:30:00')]);
  });

  it('keeps to the place asked for, and says the place of the hours otherwise', () => {
    const windows = [
      { weekday: 2, from: 540, to: 720, place: 'Rennes' },
      { weekday: 4, from: 540, to: 720, place: 'Fougères' },
    ];
    expect(proposeSlots([[agenda('me', { windows })]], wish({ place: 'Fougères' }), calendar)[0]).toMatchObject({
      startsAt: at('2026-11-26T09:00:00'),
      place: 'Fougères',
    });
    expect(proposeSlots([[agenda('me', { windows })]], wish(), calendar)[0]?.place).toBe('Rennes');
  });

  it('takes whoever of a team is free, and nobody twice', () => {
    const away = [{ from: at('2026-11-23T00:00:00'), to: at('2026-12-31T00:00:00') }];
    const team = [agenda('me'), agenda('busy', { busy: away }), agenda('free')];
    expect(proposeSlots([[agenda('me')], team], wish(), calendar)[0]?.postIds).toEqual(['me', 'free']);
    expect(proposeSlots([[agenda('me')], [agenda('busy', { busy: away })]], wish(), calendar)).toEqual([]);
  });
});

describe('the hours of a week', () => {
  it('are refused when two periods of a day overlap or one ends before it begins', () => {
    const window = (from: number, to: number, weekday = 1): WeekWindow => ({ weekday, from, to, place: '' });
    expect(whyNotWeek([window(540, 720), window(720, 1020), window(540, 720, 2)])).toBeUndefined();
    expect(whyNotWeek([window(540, 720), window(700, 800)])).toEqual({ refused: 'availability.overlap', pointer: '/windows/1/to' });
    expect(whyNotWeek([window(720, 720)])).toEqual({ refused: 'availability.overlap', pointer: '/windows/0/to' });
  });

  it('are supposed to be those of the region, but for the break, where nobody said them', () => {
    expect(whyNotWeek(usualWindows(calendar))).toBeUndefined();
    expect(usualWindows(calendar)).toHaveLength(10);
  });
});
