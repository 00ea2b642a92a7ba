import { toCivilDate } from '../time/time';
import { whyNotFile } from './beneficiary';
import { birthDateAgreement, nearBirthDates } from './birth-dates';
import { contactObjection, mayWriteAutomatically } from './contact-rules';
import { maskedName } from './masking';
import { isMinor, representativeMissing } from './minors';

const today = toCivilDate('2026-11-23');

describe('what a new file needs', () => {
  const lea = { familyName: 'Roux', givenName: 'Léa', birthDate: '2008-02-29' };
  it('is a name and a birth date, nothing else', () => {
    expect(whyNotFile(lea, today)).toBeUndefined();
    expect(whyNotFile({ ...lea, familyName: '--' }, today)).toEqual({ refused: 'request.invalid', pointer: '/familyName' });
    expect(whyNotFile({ ...lea, givenName: ' ' }, today)).toEqual({ refused: 'request.invalid', pointer: '/givenName' });
    for (const birthDate of ['2026-11-24', '1906-11-22', '2009-02-29', 'hier'])
      expect(whyNotFile({ ...lea, birthDate }, today)).toEqual({ refused: 'request.invalid', pointer: '/birthDate' });
  });
});

describe('birth dates', () => {
  it.each([
    ['2002-04-11', 'same'],
    ['2002-11-04', 'swapped'],
    ['2002-04-17', 'one_digit'],
    ['2020-04-11', 'one_digit'],
    ['2002-09-30', 'same_year'],
    ['1991-04-11', 'different'],
    [undefined, 'unknown'],
  ])('typed %s for 2002-04-11 is %s', (typed, agreement) => expect(birthDateAgreement(typed, '2002-04-11')).toBe(agreement));

  it('one typing error away agrees with what is looked up', () => {
    const near = nearBirthDates(toCivilDate('2002-04-11'));
    expect(near).toContain('2002-11-04');
    expect(near).not.toContain('2002-04-11');
    for (const date of near) expect(['swapped', 'one_digit']).toContain(birthDateAgreement('2002-04-11', date));
  });
});

describe('minors', () => {
  it('are under 18, and their file asks for the holder of parental authority', () => {
    expect(isMinor(toCivilDate('2008-11-24'), today)).toBe(true);
    expect(isMinor(toCivilDate('2008-11-23'), today)).toBe(false);
    expect(representativeMissing(toCivilDate('2010-01-01'), today, [])).toBe(true);
    expect(representativeMissing(toCivilDate('2010-01-01'), today, [{ parentalAuthority: false }])).toBe(true);
    expect(representativeMissing(toCivilDate('2010-01-01'), today, [{ parentalAuthority: true }])).toBe(false);
    expect(representativeMissing(toCivilDate('2000-01-01'), today, [])).toBe(false);
  });
});

describe('reaching a person safely', () => {
  const free = { preference: 'sms', rule: '', unsafe: false } as const;
  it('heeds danger, then the wish not to be contacted, then the rule, then the preference', () => {
    expect(contactObjection({ ...free, unsafe: true }, 'sms')).toBe('unsafe_to_contact');
    expect(contactObjection({ ...free, preference: 'none' }, 'sms')).toBe('asked_not_to_be_contacted');
    expect(contactObjection({ ...free, rule: 'jamais avant 18 h' }, 'sms')).toBe('read_the_rule_first');
    expect(contactObjection(free, 'email')).toBe('other_channel_preferred');
    expect(mayWriteAutomatically(free, 'sms')).toBe(true);
    expect(mayWriteAutomatically({ ...free, rule: 'ne pas laisser de message' }, 'sms')).toBe(false);
  });
});

describe('an index card', () => {
  it('shows initials only', () => {
    expect(maskedName('Le Goff', 'Chloé')).toBe('C. L.');
    expect(maskedName('Martin', 'Jean-Baptiste')).toBe('J.-B. M.');
    expect(maskedName('Éluard', 'élise')).toBe('É. É.');
  });
});
