import { toInstant, workingCalendar } from '@relais/domain';
import { type Answered, usualAnswerDays } from './answer-delay';

const calendar = workingCalendar('Europe/Paris');
const after = (answeredAt: string): Answered => ({ sentAt: toInstant('2026-11-20T15:00:00.000Z'), answeredAt: toInstant(answeredAt) });

describe('the usual delay of an answer', () => {
  const monday = after('2026-11-23T15:00:00.000Z');
  const wednesday = after('2026-11-25T15:00:00.000Z');

  it('is the median in working days: a weekend does not count', () => {
    expect(usualAnswerDays([monday, monday, wednesday, wednesday, wednesday], calendar)).toBe(3);
    expect(usualAnswerDays([monday, monday, monday, wednesday, wednesday, wednesday], calendar)).toBe(2);
  });

  it('is not told below five answers', () => {
    expect(usualAnswerDays([monday, monday, monday, monday], calendar)).toBeUndefined();
  });
});
