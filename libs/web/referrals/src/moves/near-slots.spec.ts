import { type CivilDate, workingCalendar } from '@relais/domain';
import { describe, expect, it } from 'vitest';
import { nearSlots } from './near-slots';

const friday = '2026-11-27' as CivilDate;

describe('the next slots offered for a first meeting', () => {
  it('are on working days from tomorrow on, and never where a meeting stands already', () => {
    const holidays = ['2026-12-01' as CivilDate];
    expect(nearSlots(friday, workingCalendar('Europe/Paris', holidays), new Set(['2026-11-30T10:00']), 3)).toEqual([
      '2026-11-30T14:00',
      '2026-12-02T10:00',
      '2026-12-02T14:00',
    ]);
  });
});
