import { DEFAULT_AGREEMENT } from '../clocks/agreement-settings';
import { toInstant, toCivilDate } from '../time/time';
import { ALL } from './cube';
import { answerMinutes, firstContactDays, quantile, type Step } from './delays';
import { answerDelays, contactDelays, flowOf, peopleOf, standingOfLog, type SentReferral } from './figures';
import { daysOf, isQuarter, lastQuarters, quarterOf } from './quarter';

const step = (to: Step['to'], at: string, closure: Step['closure'] = null): Step => ({ to, at: toInstant(`${at}+01:00`), closure });
const sent = step('sent', '2026-11-02T10:00:00');
const referral = (...log: Step[]): SentReferral => ({ from: 'ml', to: 'cio', urgent: false, log: [sent, ...log] });
const several = (count: number, one: SentReferral): SentReferral[] => Array.from({ length: count }, () => one);

describe('the delay of an answer', () => {
  it('counts working days from sending to the first acceptance, waiting list or decline', () => {
    expect(answerMinutes([sent, step('received', '2026-11-03T09:00:00'), step('accepted', '2026-11-04T10:00:00')], DEFAULT_AGREEMENT)).toBe(
      960,
    );
    expect(
      answerMinutes([sent, step('waitlisted', '2026-11-03T10:00:00'), step('accepted', '2026-11-20T10:00:00')], DEFAULT_AGREEMENT),
    ).toBe(480);
    expect(answerMinutes([sent, step('closed', '2026-11-02T11:00:00', 'declined')], DEFAULT_AGREEMENT)).toBe(60);
  });

  it('leaves out the days in which a question waited for the sender', () => {
    const log = [
      sent,
      step('info_needed', '2026-11-02T12:00:00'),
      step('received', '2026-11-09T12:00:00'),
      step('accepted', '2026-11-09T13:00:00'),
    ];
    expect(answerMinutes(log, DEFAULT_AGREEMENT)).toBe(180);
  });

  it('leaves out the days in which a decline waited for the coordinator, and counts it once closed', () => {
    const pending = [sent, step('decline_pending', '2026-11-02T14:00:00')];
    expect(answerMinutes(pending, DEFAULT_AGREEMENT)).toBeUndefined();
    expect(answerMinutes([...pending, step('closed', '2026-11-05T14:00:00', 'declined')], DEFAULT_AGREEMENT)).toBe(240);
  });

  it('is none for what was withdrawn or ran out before an answer', () => {
    expect(answerMinutes([sent, step('closed', '2026-11-03T10:00:00', 'withdrawn')], DEFAULT_AGREEMENT)).toBeUndefined();
    expect(answerMinutes([sent, step('closed', '2026-11-24T10:00:00', 'expired')], DEFAULT_AGREEMENT)).toBeUndefined();
  });
});

describe('the delay of a first contact', () => {
  it('counts days from sending to the first meeting, once', () => {
    const log = [
      sent,
      step('accepted', '2026-11-03T10:00:00'),
      step('in_progress', '2026-11-12T22:00:00'),
      step('on_hold', '2026-11-20T10:00:00'),
    ];
    expect(firstContactDays([...log, step('in_progress', '2026-11-24T10:00:00')])).toBe(10.5);
    expect(firstContactDays([sent])).toBeUndefined();
  });

  it('stands beside the marks of 15, 30 and 45 days', () => {
    const met = (at: string): SentReferral => referral(step('accepted', '2026-11-03T10:00:00'), step('in_progress', at));
    const rows = contactDelays(
      [...several(6, met('2026-11-10T10:00:00')), ...several(5, met('2026-11-30T10:00:00')), ...several(7, referral())],
      5,
    );
    expect(rows[0]).toEqual({ operator: ALL, sent: 18, bands: { d15: 6, d30: 5, d45: 0, later: 0, open: 7 }, median: 8, p90: 28 });
    expect(rows[1]).toMatchObject({ operator: 'cio', sent: 18 });
  });
});

describe('the figures of a period', () => {
  it('tell where the referrals of each pair of operators stand', () => {
    const done = referral(step('closed', '2026-11-20T10:00:00', 'completed'));
    const flow = flowOf([...several(6, done), ...several(5, referral())], 5);
    expect(flow.sent).toBe(11);
    expect(flow.pairs).toEqual([
      { from: 'ml', to: 'cio', sent: 11, byStanding: expect.objectContaining({ completed: 6, waiting: 5, declined: 0 }) },
    ]);
    expect(flow.senders).toEqual([{ operator: 'ml', sent: 11 }]);
  });

  it('do not tell the pair that had four, nor what would give it away', () => {
    const flow = flowOf([...several(4, referral()), ...several(9, { ...referral(), from: 'cio', to: 'ml' })], 5);
    expect(flow.pairs.map(({ sent: told }) => told)).toEqual([null, null]);
    expect(flow.sent).toBe(13);
  });

  it('tell no delay that rests on fewer than five answers', () => {
    const quick = referral(step('accepted', '2026-11-03T10:00:00'));
    const rows = answerDelays([...several(4, quick), ...several(6, { ...quick, to: 'ml' })], 5, DEFAULT_AGREEMENT);
    expect(rows.map(({ operator, median }) => [operator, median])).toEqual([
      [ALL, 1],
      ['cio', null],
      ['ml', null],
    ]);
  });

  it('count a person once for the region and once per operator', () => {
    expect(
      peopleOf(
        new Map([
          ['ml', 40],
          ['cio', 30],
        ]),
        60,
        5,
      ),
    ).toEqual({
      total: 60,
      rows: [
        { operator: 'cio', count: 30 },
        { operator: 'ml', count: 40 },
      ],
    });
    expect(
      peopleOf(
        new Map([
          ['ml', 40],
          ['cio', 3],
          ['cap', 9],
        ]),
        50,
        5,
      ).rows.map(({ count }) => count),
    ).toEqual([null, null, 40]);
  });

  it('know each end of a referral by its log alone', () => {
    expect(standingOfLog([])).toBe('waiting');
    expect(standingOfLog([sent, step('on_hold', '2026-11-05T10:00:00')])).toBe('in_progress');
    expect(standingOfLog([sent, step('closed', '2026-11-05T10:00:00', 'expired')])).toBe('ended');
  });

  it('take the nearest rank, so that a median is a delay that somebody knew', () => {
    expect([quantile([3, 1, 2], 0.5), quantile([1, 2, 3, 4], 0.5), quantile([1, 2, 3, 4], 0.9), quantile([], 0.5)]).toEqual([
      2,
      2,
      4,
      undefined,
    ]);
  });
});

describe('quarters', () => {
  it('follow the civil year without overlap', () => {
    expect(quarterOf(toCivilDate('2026-11-25'))).toBe('2026-Q4');
    expect(daysOf(quarterOf(toCivilDate('2026-11-25')))).toEqual({ from: '2026-10-01', until: '2027-01-01' });
    expect(lastQuarters(toCivilDate('2027-01-01'), 3)).toEqual(['2027-Q1', '2026-Q4', '2026-Q3']);
    expect(isQuarter('2026-Q5')).toBe(false);
  });
});
