import { isAwayOn, REASONS_OF, standingToAbsence, whyNotAbsent, whyNotLastDay } from './absence';
import { toCivilDate } from '../time/time';

const today = toCivilDate('2026-11-25');
const fortnight = {
  kind: 'absence',
  reason: 'leave',
  startsOn: toCivilDate('2026-11-30'),
  endsOn: toCivilDate('2026-12-13'),
} as const;

describe('an absence', () => {
  it('ends on a day that is not over; a departure never ends', () => {
    expect(whyNotAbsent(fortnight, today)).toBeUndefined();
    expect(whyNotAbsent({ ...fortnight, startsOn: toCivilDate('2026-11-20') }, today)).toBeUndefined();
    expect(whyNotAbsent({ ...fortnight, endsOn: null }, today)).toMatchObject({ refused: 'absence.dates' });
    expect(whyNotAbsent({ ...fortnight, endsOn: toCivilDate('2026-11-29') }, today)).toMatchObject({ refused: 'absence.dates' });
    expect(whyNotAbsent({ ...fortnight, startsOn: today, endsOn: toCivilDate('2026-11-24') }, today)).toBeDefined();
    expect(whyNotAbsent({ ...fortnight, kind: 'departure', reason: 'moves_on' }, today)).toMatchObject({ pointer: '/endsOn' });
    expect(whyNotAbsent({ ...fortnight, kind: 'departure', reason: 'moves_on', endsOn: null }, today)).toBeUndefined();
  });

  it('has a reason that fits, and none that tells of health', () => {
    expect(whyNotAbsent({ ...fortnight, reason: 'contract_ends' }, today)).toEqual({ refused: 'absence.reason', pointer: '/reason' });
    expect(Object.values(REASONS_OF).flat().join()).not.toMatch(/sick|ill|health|maternity/);
  });

  it('covers its first and its last day', () => {
    expect(['2026-11-29', '2026-11-30', '2026-12-13', '2026-12-14'].map((day) => isAwayOn(fortnight, toCivilDate(day)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isAwayOn({ startsOn: today, endsOn: null }, toCivilDate('2030-01-01'))).toBe(true);
  });

  it('ends on another day than planned as long as it is not over, never on a day that has passed nor before it began', () => {
    const lasts = (day: string, absence: Parameters<typeof whyNotLastDay>[0] = fortnight) =>
      whyNotLastDay(absence, toCivilDate(day), today);
    const begun = { ...fortnight, startsOn: toCivilDate('2026-11-20') };
    expect([lasts('2026-12-20'), lasts('2026-11-30'), lasts('2026-11-25', begun)]).toEqual([undefined, undefined, undefined]);
    const no = { refused: 'absence.dates', pointer: '/endsOn' };
    expect([lasts('2026-11-29'), lasts('2026-11-24', begun)]).toEqual([no, no]);
    expect(lasts('2026-12-20', { ...begun, endsOn: toCivilDate('2026-11-24') })).toEqual(no);
    expect(lasts('2026-12-20', { ...fortnight, kind: 'departure', endsOn: null })).toEqual(no);
  });

  it('is led from above, owned by its post, and read by colleagues', () => {
    const above = ['site', 'directorate'];
    const who = (role: 'counsellor' | 'unit_lead' | 'operator_administrator', unitId: string, postId = 'other') =>
      standingToAbsence({ role, unitId, postId }, 'absent', above);
    expect(who('counsellor', 'site', 'absent')).toBe('own');
    expect(who('counsellor', 'directorate')).toBe('reads');
    expect(who('unit_lead', 'directorate')).toBe('leads');
    expect(who('unit_lead', 'site', 'absent')).toBe('leads');
    expect(who('operator_administrator', 'directorate')).toBe('leads');
    expect(who('unit_lead', 'elsewhere')).toBe('reads');
  });
});
