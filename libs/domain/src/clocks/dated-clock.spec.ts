import { plusDays, toCivilDate, toInstant, type CivilDate, type Instant } from '../time/time';
import { CLOCK_KINDS, CLOCKS, clocksMetBy, type ClockKind } from './clock-kinds';
import {
  datesOfClock,
  dropClock,
  meetClock,
  pauseClock,
  resumeClock,
  startClock,
  stepOf,
  whyNotStart,
  type DatedClock,
} from './dated-clock';
import { openingOf, workingCalendar } from './working-calendar';

const calendar = workingCalendar('Europe/Paris', ['2026-12-25', '2027-01-01', '2027-05-14'].map(toCivilDate));
const day = toCivilDate;
const morning = (text: string): Instant => openingOf(day(text), calendar);
const started = (kind: ClockKind, on: string, now = `${on}T10:00:00+01:00`): DatedClock =>
  startClock(kind, day(on), toInstant(now), calendar);
const stepped = (clock: DatedClock, on: string) => stepOf(clock, morning(on), day(on), calendar);
const sound = (result: DatedClock | { refused: string }): DatedClock => {
  if ('refused' in result) throw new Error(result.refused);
  return result;
};

describe('the day on which a clock is due', () => {
  it('is 15 days after a request for the right to return, on the next working day', () => {
    expect(started('return_to_training', '2026-11-25').dueOn).toBe('2026-12-10');
    expect(started('return_to_training', '2026-12-10').dueOn).toBe('2026-12-28');
  });

  it('is two months for a minor without solution, one for a contract, six for goals, three and six after an exit', () => {
    const due = (kind: ClockKind, on = '2026-11-25'): string => started(kind, on).dueOn;
    expect(due('minor_without_solution')).toBe('2027-01-25');
    expect(due('contract_after_orientation')).toBe('2026-12-28');
    expect(due('goals_review')).toBe('2027-05-25');
    expect([due('exit_3_months'), due('exit_6_months')]).toEqual(['2027-02-25', '2027-05-25']);
  });

  it('is the last day of a shorter month, and closes with the offices of the region', () => {
    expect(started('exit_6_months', '2026-08-31').dueOn).toBe('2027-03-01');
    expect(started('return_to_training', '2026-11-25').dueAt).toBe('2026-12-10T16:00:00.000Z');
  });
});

describe('who a clock may start for', () => {
  const today = day('2026-11-25');
  const born = (birthDate: string) => ({ birthDate: day(birthDate) });

  it('is somebody of 16 to 25 for the right to return, of 16 or 17 for the obligation of training', () => {
    expect(whyNotStart('return_to_training', born('2010-11-25'), today, today)).toBeUndefined();
    expect(whyNotStart('return_to_training', born('2010-11-26'), today, today)).toMatchObject({ refused: 'clock.wrong_age' });
    expect(whyNotStart('return_to_training', born('2000-11-24'), today, today)).toMatchObject({ params: { from: 16, to: 25 } });
    expect(whyNotStart('minor_without_solution', born('2008-11-25'), today, today)).toMatchObject({ refused: 'clock.wrong_age' });
    expect(whyNotStart('contract_after_orientation', born('1960-01-01'), today, today)).toBeUndefined();
  });

  it('counts from a day that has come, within a year', () => {
    const person = born('2009-05-05');
    for (const on of [plusDays(today, 1), plusDays(today, -367)])
      expect(whyNotStart('minor_without_solution', person, on, today)).toMatchObject({ refused: 'clock.start_out_of_range' });
  });
});

describe('the dates of a clock', () => {
  it('are said one after the other, then no more', () => {
    let clock = started('return_to_training', '2026-11-25');
    expect(clock).toMatchObject({ nextMilestone: 'soon', nextAt: morning('2026-12-07') });
    expect(stepped(clock, '2026-12-04')).toBeUndefined();
    for (const [on, milestone] of [
      ['2026-12-07', 'soon'],
      ['2026-12-10', 'due'],
      ['2026-12-11', 'late'],
      ['2026-12-15', 'escalated'],
    ] as const) {
      const step = stepped(clock, on);
      expect(step?.milestone).toBe(milestone);
      clock = step?.clock ?? clock;
    }
    expect(clock).toMatchObject({ status: 'running', nextAt: null, nextMilestone: null });
  });

  it('that passed while nobody looked are said as one, the last of them', () => {
    const step = stepped(started('return_to_training', '2026-11-25'), '2026-12-14');
    expect(step).toMatchObject({ milestone: 'late', clock: { nextMilestone: 'escalated' } });
    const noted = startClock('return_to_training', day('2026-10-01'), morning('2026-11-25'), calendar);
    expect(noted).toMatchObject({ nextMilestone: 'escalated' });
    expect(stepped(noted, '2026-11-25')).toMatchObject({ milestone: 'escalated', clock: { nextAt: null } });
  });

  it('climb from those who answer to their lead and to the coordinator', () => {
    for (const kind of CLOCK_KINDS) {
      const [first, ...others] = CLOCKS[kind].dates;
      expect(first?.tells).toEqual(['answers']);
      expect(others.some(({ tells }) => tells.includes('unit_lead'))).toBe(true);
      const at = datesOfClock(started(kind, '2026-11-25'), calendar).map((date) => date.at);
      expect(at).toEqual([...new Set(at)].sort());
    }
  });
});

describe('a pause', () => {
  const clock = started('contract_after_orientation', '2026-11-25');
  const pause = { on: day('2026-12-01'), until: day('2026-12-15'), proof: 'medical' } as const;

  it('needs a proof that the kind accepts, and an end', () => {
    expect(pauseClock(started('return_to_training', '2026-11-25'), { ...pause, proof: 'detention' }, calendar)).toMatchObject({
      refused: 'clock.proof_missing',
    });
    expect(pauseClock(started('exit_3_months', '2026-11-25'), pause, calendar)).toMatchObject({ refused: 'clock.no_pause' });
    expect(pauseClock(clock, { ...pause, until: pause.on }, calendar)).toMatchObject({ refused: 'clock.pause_too_long' });
    expect(pauseClock(clock, { ...pause, until: day('2027-12-01') }, calendar)).toMatchObject({ refused: 'clock.pause_too_long' });
  });

  it('leaves what was left before it, and ends by itself on its day', () => {
    const paused = sound(pauseClock(clock, pause, calendar));
    expect(pauseClock(paused, pause, calendar)).toMatchObject({ refused: 'clock.not_running' });
    expect(stepped(paused, '2026-12-14')).toBeUndefined();
    const step = stepped(paused, '2026-12-15');
    expect(step).toMatchObject({ milestone: 'pause_over', clock: { status: 'running', pausedDays: 14, dueOn: '2027-01-08' } });
    const early = sound(resumeClock(paused, day('2026-12-03'), morning('2026-12-03'), calendar));
    expect(early).toMatchObject({ status: 'running', pausedDays: 2, dueOn: '2026-12-28', pauseProof: null });
    expect(resumeClock(early, day('2026-12-04'), morning('2026-12-04'), calendar)).toMatchObject({ refused: 'clock.not_paused' });
  });
});

describe('what ends a clock', () => {
  it('is what its kind accepts, from its start on, once', () => {
    const clock = started('return_to_training', '2026-11-25');
    expect(meetClock(clock, 'contract', day('2026-11-26'))).toMatchObject({ refused: 'clock.wrong_way' });
    expect(meetClock(clock, 'interview', day('2026-11-24'))).toMatchObject({ refused: 'clock.too_early' });
    const met = sound(meetClock(clock, 'interview', day('2026-11-25')));
    expect(met).toMatchObject({ status: 'met', metBy: 'interview', nextAt: null });
    expect(meetClock(met, 'interview', day('2026-11-26'))).toMatchObject({ refused: 'clock.settled' });
    expect(dropClock(met, 'moved')).toMatchObject({ refused: 'clock.settled' });
  });

  it('is no news from just after the exit: the follow-up counts from a month before its day', () => {
    const clock = started('exit_3_months', '2026-11-25');
    const on = (text: string): CivilDate => day(text);
    expect(meetClock(clock, 'follow_up', on('2026-12-20'))).toMatchObject({ refused: 'clock.too_early' });
    expect(meetClock(clock, 'follow_up', on('2027-01-27'))).toMatchObject({ status: 'met' });
  });

  it('is a paused one too, and a convocation only for a minor', () => {
    const paused = sound(
      pauseClock(
        started('minor_without_solution', '2026-11-25'),
        { on: day('2026-12-01'), until: day('2027-01-15'), proof: 'abroad' },
        calendar,
      ),
    );
    expect(meetClock(paused, 'convocation', day('2026-12-20'))).toMatchObject({ status: 'met', pauseUntil: null });
    expect(clocksMetBy('convocation')).toEqual(['minor_without_solution']);
    expect(dropClock(paused, 'in_error')).toMatchObject({ status: 'dropped', dropped: 'in_error', nextAt: null });
  });
});
