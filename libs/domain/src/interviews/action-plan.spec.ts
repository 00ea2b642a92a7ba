import { toCivilDate } from '../time/time';
import { reviewAfter, standingOfStep, whyNotPostpone } from './action-plan';

const today = toCivilDate('2026-11-23');
const step = (status: 'open' | 'done' | 'dropped', dueOn: string | null) => ({ status, dueOn: dueOn === null ? null : toCivilDate(dueOn) });

describe('the plan of a person', () => {
  it('is looked at again after six months, on the last day of a shorter month', () => {
    expect(reviewAfter(toCivilDate('2026-11-23'))).toBe('2027-05-23');
    expect(reviewAfter(toCivilDate('2026-08-31'))).toBe('2027-02-28');
    expect(reviewAfter(toCivilDate('2027-08-30'))).toBe('2028-02-29');
    expect(reviewAfter(toCivilDate('2026-12-31'))).toBe('2027-06-30');
  });

  it('lets a step wait until a later day, and only an open one', () => {
    expect(whyNotPostpone(step('open', '2026-11-20'), toCivilDate('2026-11-30'), today)).toBeUndefined();
    expect(whyNotPostpone(step('open', null), today, today)).toBeUndefined();
    expect(whyNotPostpone(step('open', '2026-12-20'), toCivilDate('2026-12-20'), today)).toMatchObject({ refused: 'action.not_later' });
    expect(whyNotPostpone(step('open', '2026-11-01'), toCivilDate('2026-11-22'), today)).toMatchObject({ refused: 'action.not_later' });
    expect(whyNotPostpone(step('done', null), toCivilDate('2026-12-20'), today)).toEqual({ refused: 'action.settled' });
  });

  it('says of a late step that it is to be talked about again', () => {
    expect(standingOfStep(step('open', '2026-11-22'), today)).toBe('talk_again');
    expect(standingOfStep(step('open', '2026-11-23'), today)).toBe('soon');
    expect(standingOfStep(step('open', '2026-12-25'), today)).toBe('ahead');
    expect(standingOfStep(step('open', null), today)).toBe('ahead');
    expect(standingOfStep(step('done', '2026-01-01'), today)).toBe('settled');
  });
});
