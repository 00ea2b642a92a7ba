import fc from 'fast-check';
import { CONTACT_PREFERENCES } from '../beneficiaries/contact-rules';
import { workingCalendar } from '../clocks/working-calendar';
import { instantAt, millisOf, toCivilDate, toInstant } from '../time/time';
import { minuteOf, nextDecentMoment, personMessage, type PersonReached } from './person-message';

const calendar = workingCalendar('Europe/Paris', [toCivilDate('2026-12-25')]);
const reunion = workingCalendar('Indian/Reunion');
const wednesdayNoon = toInstant('2026-11-25T12:00:00+01:00');
const reachable: PersonReached = { preference: 'email', rule: '', unsafe: false, language: 'fr', interpreter: false, hasEmail: true };
const because = (more: Partial<PersonReached>) => {
  const message = personMessage({ ...reachable, ...more }, wednesdayNoon, calendar);
  return message.act === 'leave_to_people' ? message.because : message.act;
};

const people = fc.record({
  preference: fc.constantFrom(...CONTACT_PREFERENCES),
  rule: fc.constantFrom('', ' ', 'Ne pas dire « mission locale » à son père.'),
  unsafe: fc.boolean(),
  language: fc.constantFrom('fr', 'en', 'ar', 'ps'),
  interpreter: fc.boolean(),
  hasEmail: fc.boolean(),
});
const moments = fc
  .integer({ min: millisOf(toInstant('2026-01-01T00:00:00Z')), max: millisOf(toInstant('2027-12-31T00:00:00Z')) })
  .map(instantAt);

describe('a message to a person', () => {
  it('never leaves to somebody who is unsafe to contact, whatever else is said, at any moment', () => {
    fc.assert(
      fc.property(people, moments, (person, now) => {
        const message = personMessage({ ...person, unsafe: true }, now, calendar);
        return message.act === 'leave_to_people' && message.because === 'unsafe_to_contact';
      }),
    );
  });

  it('leaves only by e-mail where e-mail is preferred, no rule must be read, and the language is written', () => {
    fc.assert(
      fc.property(people, moments, (person, now) => {
        const allowed =
          person.preference === 'email' && person.rule.trim() === '' && !person.unsafe && !person.interpreter && person.hasEmail;
        const leaves = personMessage(person, now, calendar).act !== 'leave_to_people';
        return leaves === (allowed && ['fr', 'en'].includes(person.language));
      }),
    );
  });

  it('says why it is left to people', () => {
    expect(because({})).toBe('send');
    expect(because({ preference: 'none' })).toBe('asked_not_to_be_contacted');
    expect(because({ rule: 'Après 18 h, ne rien laisser à sa mère.' })).toBe('read_the_rule_first');
    expect(because({ preference: 'phone' })).toBe('other_channel_preferred');
    expect(because({ interpreter: true })).toBe('needs_interpreter');
    expect(because({ language: 'ar' })).toBe('needs_interpreter');
    expect(because({ hasEmail: false })).toBe('no_address');
    expect(personMessage({ ...reachable, language: 'en' }, wednesdayNoon, calendar)).toEqual({ act: 'send', language: 'en' });
  });

  it('waits for a decent hour of the region: not at night, on a Sunday or a holiday', () => {
    const next = (at: string, of = calendar) => nextDecentMoment(toInstant(at), of);
    expect(next('2026-11-25T12:00:00+01:00')).toBe(wednesdayNoon);
    expect(next('2026-11-25T21:07:00+01:00')).toBe(toInstant('2026-11-26T08:00:00+01:00'));
    expect(next('2026-11-28T20:00:00+01:00')).toBe(toInstant('2026-11-30T08:00:00+01:00'));
    expect(next('2026-12-25T10:00:00+01:00')).toBe(toInstant('2026-12-26T08:00:00+01:00'));
    expect(next('2026-11-25T02:30:00Z', reunion)).toBe(toInstant('2026-11-25T04:00:00Z'));
  });

  it('never arrives before it was asked for, nor outside those hours', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(calendar, reunion), (now, of) => {
        const at = nextDecentMoment(now, of);
        const minute = minuteOf(at, of.timeZone);
        return at >= now && minute >= 480 && minute < 1200;
      }),
    );
  });
});
