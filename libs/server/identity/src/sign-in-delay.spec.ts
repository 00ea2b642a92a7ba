import { toInstant } from '@relais/domain';
import { afterAttempt, type Attempts, delayAfter, secondsToWait } from './sign-in-delay';

const now = toInstant('2026-11-23T08:00:00.000Z');

describe('the delay after wrong passwords', () => {
  it('is nothing for the first four, then doubles from the fifth on', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 10].map(delayAfter)).toEqual([0, 0, 15, 30, 60, 120, 240, 480]);
  });

  it('never grows beyond a quarter of an hour', () => {
    expect([11, 12, 50, 2_000].map(delayAfter)).toEqual([900, 900, 900, 900]);
  });

  it('counts each attempt as a failure until it proves right', () => {
    const fourth: Attempts = { failures: 4, lastFailureAt: now, blockedUntil: null };
    const fifth = afterAttempt(fourth, now);
    expect(fifth).toEqual({ failures: 5, lastFailureAt: now, blockedUntil: toInstant('2026-11-23T08:00:15.000Z') });
    expect(secondsToWait(fifth, now)).toBe(15);
    expect(secondsToWait(fifth, toInstant('2026-11-23T08:00:14.100Z'))).toBe(1);
    expect(secondsToWait(fifth, toInstant('2026-11-23T08:00:15.000Z'))).toBe(0);
  });

  it('forgets after an hour without a failure', () => {
    const long: Attempts = { failures: 12, lastFailureAt: now, blockedUntil: null };
    expect(afterAttempt(long, toInstant('2026-11-23T09:00:00.001Z')).failures).toBe(1);
    expect(afterAttempt(long, toInstant('2026-11-23T09:00:00.000Z')).failures).toBe(13);
  });
});
