import { ageOn, civilDateIn, isCivilDate, isInstant, plusDays, plusMinutes, toCivilDate, toInstant } from './time';

describe('days and moments', () => {
  it('knows that 29 February exists only in leap years', () => {
    expect(isCivilDate('2028-02-29')).toBe(true);
    expect(isCivilDate('2026-02-29')).toBe(false);
  });

  it('keeps an instant in UTC whatever offset it was written with', () => {
    expect(toInstant('2026-11-23T17:45:00+01:00')).toBe('2026-11-23T16:45:00.000Z');
    expect(isInstant('2026-11-23T17:45:00+01:00')).toBe(false);
  });

  it('gives Saint-Denis tomorrow while Rennes is still on today', () => {
    const evening = toInstant('2026-11-23T21:30:00Z');
    expect(civilDateIn('Europe/Paris', evening)).toBe('2026-11-23');
    expect(civilDateIn('Indian/Reunion', evening)).toBe('2026-11-24');
  });

  it('adds a person a year on the birthday, not before', () => {
    expect(ageOn(toCivilDate('2008-11-24'), toCivilDate('2026-11-23'))).toBe(17);
    expect(ageOn(toCivilDate('2008-11-24'), toCivilDate('2026-11-24'))).toBe(18);
  });

  it('crosses months and years when days are added', () => {
    expect(plusDays(toCivilDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(plusMinutes(toInstant('2026-12-31T23:59:00Z'), 2)).toBe('2027-01-01T00:01:00.000Z');
  });
});
