import { DEFAULT_SETTINGS } from './agreement-settings';
import { settingsWritten } from './written-agreement';

/** The settings that every region starts with, as they stand in its database. */
const FIRST = {
  heldAlertDays: 2,
  heldWithdrawDays: 10,
  decide: { targetDays: 2, escalateDays: 5, expireDays: 14 },
  decideUrgent: { targetHours: 4, escalateDays: 1, expireDays: 2 },
  infoDays: 3,
  claimedUndecidedDays: 2,
  firstContactDays: 5,
  firstContactUrgentDays: 1,
  firstContactMarksDays: [15, 30, 45],
  stallDays: 14,
  stallEscalateDays: 5,
  waitlistReviewDays: 30,
  holdMaxDays: 60,
  cancelConfirmDays: 3,
  resultReviewDays: 7,
  unacceptHours: 24,
  reopenStoryDays: 90,
  outsideLinkDays: 8,
  breakGlassHours: 3,
};

describe('the settings that an agreement writes', () => {
  it('are the defaults for a region that starts', () => {
    expect(settingsWritten(FIRST)).toEqual(DEFAULT_SETTINGS);
    expect(settingsWritten(null)).toEqual(DEFAULT_SETTINGS);
  });

  it('change every timer that they name, usual and urgent apart, and say so', () => {
    const { timers, firstContactCounts, lookAtDeclines } = settingsWritten({
      ...FIRST,
      heldAlertDays: 1,
      decide: { targetDays: 3, escalateHours: 20, expireDays: 10 },
      unacceptHours: 48,
      outsideLinkDays: 5,
      declineLookDays: 1,
      firstContactMarksDays: [10, 20],
      lookAtDeclines: true,
    });
    expect(timers.held_alert).toEqual({
      usual: { amount: 1, unit: 'working_day' },
      urgent: { amount: 1, unit: 'working_day' },
      source: 'agreement',
    });
    expect(timers.decide_target).toMatchObject({ usual: { amount: 3 }, urgent: { amount: 4, unit: 'working_hour' }, source: 'agreement' });
    expect(timers.decide_escalate.usual).toEqual({ amount: 20, unit: 'working_hour' });
    expect(timers.unaccept.usual).toEqual({ amount: 48, unit: 'hour' });
    expect(timers.outside_link.usual).toEqual({ amount: 5, unit: 'day' });
    expect(timers.decline_look.usual.amount).toBe(1);
    expect(timers.info_answer).toBe(DEFAULT_SETTINGS.timers.info_answer);
    expect([firstContactCounts, lookAtDeclines]).toEqual([[10, 20], true]);
  });

  it('never take a senseless length nor a word for a choice', () => {
    const strange = {
      heldAlertDays: -1,
      infoDays: 'trois',
      stallDays: 4000,
      decide: null,
      personMustAgree: 'yes',
      firstContactMarksDays: [],
    };
    expect(settingsWritten(strange)).toEqual(DEFAULT_SETTINGS);
  });
});
