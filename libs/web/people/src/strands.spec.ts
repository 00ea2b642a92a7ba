import type { SupportView, TimelineItem } from '@relais/api-client';
import { describe, expect, it } from 'vitest';
import { strandOf, strandsOf } from './strands';

const support = (id: string, operatorName: string | null, openedOn: string, closedOn: string | null, unitId: string | null = id) =>
  ({ id, operatorName, openedOn, closedOn, unitId }) as SupportView;
const item = (at: string, strand: string | null, operatorName: string | null = null, kind = 'interview') =>
  ({ id: 'i', kind, at: `${at}T09:00:00.000Z`, strand, operatorName }) as TimelineItem;

const supports = [
  support('first', 'CIO', '2025-01-10', '2025-04-30', 'team'),
  support('again', 'CIO', '2025-09-01', null, 'team'),
  support('hidden', null, '2025-10-01', null, null),
];

describe('the strands of a file', () => {
  it('give an operator one colour however often it accompanied, and a masked one its own', () => {
    expect(strandsOf(supports, 'another').map(({ label, tone }) => [label, tone])).toEqual([
      ['CIO', 1],
      ['CIO', 1],
      ['another', 2],
    ]);
  });

  it('carry an item on the support that lasted when it happened', () => {
    expect(strandOf(item('2025-02-01', 'team', 'CIO'), supports)).toBe('first');
    expect(strandOf(item('2025-11-01', 'team', 'CIO'), supports)).toBe('again');
    expect(strandOf(item('2025-11-01', null), supports)).toBe('hidden');
  });

  it('carry a referral on whoever accompanied before the receiver did', () => {
    expect(strandOf(item('2025-02-01', 'elsewhere', 'Mission locale', 'referral'), supports)).toBe('first');
  });
});
