import { SUPPORT_SCHEMES } from '../beneficiaries/beneficiary';
import { plusMinutes, toCivilDate, toInstant } from '../time/time';
import { type Attempt, roundOf, type Reachable, whyNotAttempt, whyNotClose } from './attempts';
import { pressureOf, riskOf, type RiskFacts, SILENCE_DAYS, silenceLimit, silenceOf } from './silence';

const now = toInstant('2026-11-25T10:00:00Z');
const daysAgo = (days: number) => plusMinutes(now, -days * 1440);
const calm: RiskFacts = {
  birthDate: toCivilDate('1990-05-05'),
  createdAt: daysAgo(400),
  lastContactAt: daysAgo(10),
  scheme: 'free',
  unsafe: false,
  led: true,
  returning: false,
  clockOverdue: false,
  meetingPlanned: true,
  missedLast: false,
  attempts: 0,
};
const risk = (facts: Partial<RiskFacts>) => riskOf({ ...calm, ...facts }, now, 'Europe/Paris');

describe('a silence', () => {
  it('begins after 30, 60 or 90 days, by scheme', () => {
    expect(SUPPORT_SCHEMES.map((scheme) => SILENCE_DAYS[scheme]).every((days) => [30, 60, 90].includes(days))).toBe(true);
    const silent = (scheme: RiskFacts['scheme'], days: number) =>
      silenceOf({ ...calm, scheme, lastContactAt: daysAgo(days) }, now, 'Europe/Paris').silent;
    expect([silent('cej', 29), silent('cej', 30), silent('cep_1', 89), silent('cep_1', 90)]).toEqual([false, true, false, true]);
  });

  it('begins earlier for a minor, and counts from the opening of the file for whom nobody met', () => {
    expect([silenceLimit('cep_1', true), silenceLimit('cej', false), silenceLimit(null, false)]).toEqual([30, 30, 60]);
    expect(silenceOf({ ...calm, lastContactAt: null }, now, 'Europe/Paris')).toEqual({ days: 400, limit: 60, silent: true });
  });
});

describe('who comes first', () => {
  it('is ranked by reasons that have words, and by how long it lasts', () => {
    expect(risk({})).toEqual({ score: 0, reasons: [] });
    const worried = risk({ birthDate: toCivilDate('2010-01-01'), returning: true, meetingPlanned: false, lastContactAt: daysAgo(45) });
    expect(worried.reasons).toEqual(['minor', 'right_to_return', 'no_meeting']);
    expect(worried.score).toBe(3 + 3 + 1 + 3);
    expect(risk({ lastContactAt: daysAgo(300) }).score).toBeGreaterThan(risk({ lastContactAt: daysAgo(70) }).score);
    expect(risk({ led: false, lastContactAt: null, missedLast: true, attempts: 3, clockOverdue: true }).reasons).toEqual([
      'clock_overdue',
      'no_lead',
      'never_met',
      'missed_last',
      'tried_in_vain',
    ]);
    expect([0, 5, 8].map(pressureOf)).toEqual(['low', 'medium', 'high']);
  });
});

describe('a round of contacts', () => {
  const person: Reachable = { preference: 'sms', rule: '', unsafe: false, phone: true, email: true, street: true };
  const tried = (channel: Attempt['channel']): Attempt => ({ channel, result: 'no_answer', at: daysAgo(1) });
  const standings = (who: Reachable, attempts: readonly Attempt[] = []) =>
    roundOf(who, attempts).map(({ channel, standing }) => `${channel} ${standing}`);

  it('begins with what the person prefers, then goes on to what was not tried', () => {
    expect(standings(person)[0]).toBe('sms next');
    expect(standings(person, [tried('sms')])[0]).toBe('phone next');
    expect(standings(person, [tried('sms')]).at(-1)).toBe('sms tried');
  });

  it('offers nothing that is not known, nothing against the wish of the person, nothing that puts them in danger', () => {
    const unknown = roundOf({ ...person, phone: false }, []).filter(({ standing }) => standing === 'barred');
    expect(unknown.map(({ channel, because }) => [channel, because])).toEqual([
      ['sms', 'no_contact_known'],
      ['phone', 'no_contact_known'],
    ]);
    for (const [who, because] of [
      [{ ...person, unsafe: true }, 'unsafe_to_contact'],
      [{ ...person, preference: 'none' as const }, 'asked_not_to_be_contacted'],
    ] as const)
      expect(roundOf(who, []).every((offer) => offer.standing === 'barred' && offer.because === because)).toBe(true);
    expect(roundOf({ ...person, rule: 'Pas avant 17 h' }, [])[0]).toMatchObject({ standing: 'next', because: 'read_the_rule_first' });
  });

  it('never logs a try that was dangerous, yet always that the person was met', () => {
    expect(whyNotAttempt({ channel: 'phone', result: 'no_answer', at: now }, true, now)).toMatchObject({ refused: 'contact.unsafe' });
    expect(whyNotAttempt({ channel: 'visit', result: 'reached', at: now }, true, now)).toBeUndefined();
    expect(whyNotAttempt({ channel: 'phone', result: 'reached', at: plusMinutes(now, 1) }, false, now)).toMatchObject({ pointer: '/at' });
  });
});

describe('closing a file', () => {
  const file = { status: 'active', othersAccompany: false, referralsLive: false, unsafe: false } as const;
  const tries = (...channels: Attempt['channel'][]) => channels.map((channel) => ({ channel }));

  it('for a lost contact needs three tries by two channels, unless trying is dangerous', () => {
    expect(whyNotClose(file, 'lost_contact', tries('phone', 'phone', 'phone'))).toMatchObject({ refused: 'referral.attempts_missing' });
    expect(whyNotClose(file, 'lost_contact', tries('phone', 'sms', 'phone'))).toBeUndefined();
    expect(whyNotClose({ ...file, unsafe: true }, 'lost_contact', [])).toBeUndefined();
    expect(whyNotClose(file, 'employment', [])).toBeUndefined();
  });

  it('is not possible while somebody else accompanies the person, nor twice', () => {
    expect(whyNotClose({ ...file, othersAccompany: true }, 'moved', [])).toMatchObject({ refused: 'file.in_progress' });
    expect(whyNotClose({ ...file, referralsLive: true }, 'moved', [])).toMatchObject({ refused: 'file.in_progress' });
    expect(whyNotClose({ ...file, status: 'closed' }, 'moved', [])).toMatchObject({ refused: 'file.closed' });
  });
});
