import { toInstant } from '../time/time';
import { afterSpan, DEFAULT_AGREEMENT, DEFAULT_SETTINGS, spanOf, TIMER_NAMES, workingMinutesOf } from './agreement-settings';
import { pause, reaches, run, spent, STOPPED } from './pausable-clock';

const { calendar } = DEFAULT_AGREEMENT;
const monday9 = toInstant('2026-11-23T09:00:00+01:00');

describe('timers of an agreement', () => {
  it('has the lengths of the referral rules, urgent ones shorter', () => {
    const days = (timer: (typeof TIMER_NAMES)[number], urgent = false): number => spanOf(timer, urgent, DEFAULT_SETTINGS).amount;
    expect([days('decide_target'), days('decide_escalate'), days('decide_expire')]).toEqual([2, 5, 14]);
    expect([days('decide_target', true), days('decide_escalate', true), days('decide_expire', true)]).toEqual([4, 1, 2]);
    expect([days('held_alert'), days('held_withdrawn'), days('info_answer'), days('claimed_undecided')]).toEqual([2, 10, 3, 2]);
    expect([days('first_contact'), days('first_contact', true), days('stall_question'), days('stall_coordinator')]).toEqual([5, 1, 14, 5]);
    expect([days('waitlist_review_max'), days('hold_max'), days('cancel_confirmation'), days('result_review')]).toEqual([30, 60, 3, 7]);
    expect([days('unaccept'), days('reopen_story'), days('outside_link'), days('break_the_glass')]).toEqual([24, 90, 8, 3]);
    expect(DEFAULT_SETTINGS.firstContactCounts).toEqual([15, 30, 45]);
  });

  it('never makes an urgent referral wait longer than a usual one', () => {
    for (const timer of TIMER_NAMES) {
      const { usual, urgent } = DEFAULT_SETTINGS.timers[timer];
      expect(afterSpan(monday9, urgent, calendar) <= afterSpan(monday9, usual, calendar)).toBe(true);
    }
  });

  it('counts hours and days of the sun where the rule says so', () => {
    expect(afterSpan(toInstant('2026-11-20T16:00:00Z'), { amount: 24, unit: 'hour' }, calendar)).toBe('2026-11-21T16:00:00.000Z');
    expect(afterSpan(toInstant('2026-11-20T16:00:00Z'), { amount: 8, unit: 'day' }, calendar)).toBe('2026-11-28T16:00:00.000Z');
    expect(() => workingMinutesOf({ amount: 8, unit: 'day' }, calendar)).toThrow(RangeError);
  });
});

describe('a clock that can be paused', () => {
  it('resumes with the time that was left', () => {
    const tuesday9 = toInstant('2026-11-24T09:00:00+01:00');
    const friday9 = toInstant('2026-11-27T09:00:00+01:00');
    const paused = pause(run(STOPPED, monday9), tuesday9, calendar);
    expect(paused).toEqual({ since: null, spentMinutes: 480 });
    expect(reaches(paused, 960, calendar)).toBeUndefined();
    expect(spent(paused, friday9, calendar)).toBe(480);
    expect(reaches(run(paused, friday9), 960, calendar)).toBe(toInstant('2026-11-27T17:00:00+01:00'));
  });

  it('is not restarted by starting it twice', () => {
    const running = run(STOPPED, monday9);
    expect(run(running, toInstant('2026-11-24T09:00:00+01:00'))).toBe(running);
  });

  it('is over at once when it had run longer than the limit', () => {
    expect(reaches({ since: monday9, spentMinutes: 1000 }, 960, calendar)).toBe(monday9);
  });
});
