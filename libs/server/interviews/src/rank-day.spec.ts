import type { Instant } from '@relais/domain';
import { type Matter, rankDay } from './rank-day';

const NOW = '2026-11-23T09:00:00.000Z' as Instant;

function matter(objectId: string, more: Partial<Matter>): Matter {
  return { reason: 'silence', objectId, since: '2026-11-22T09:00:00.000Z' as Instant, dueAt: null, urgent: false, ...more };
}

describe('the list of what to deal with today', () => {
  it('puts a late answer to an urgent referral above everything else', () => {
    const ranked = rankDay(
      [
        matter('silent', { since: '2026-01-01T09:00:00.000Z' as Instant }),
        matter('late', { reason: 'referral_overdue' }),
        matter('urgent', { reason: 'referral_overdue', urgent: true }),
      ],
      NOW,
    );
    expect(ranked.map(({ objectId }) => objectId)).toEqual(['urgent', 'late', 'silent']);
  });

  it('puts somebody silent for three months above a note of yesterday, and somebody silent for one month below', () => {
    const ranked = rankDay(
      [
        matter('one month', { since: '2026-10-20T09:00:00.000Z' as Instant }),
        matter('note', { reason: 'note_to_finish', since: '2026-11-21T09:00:00.000Z' as Instant }),
        matter('three months', { since: '2026-08-01T09:00:00.000Z' as Instant }),
      ],
      NOW,
    );
    expect(ranked.map(({ objectId }) => objectId)).toEqual(['three months', 'note', 'one month']);
  });

  it('lets the oldest due date lead among things of one rank', () => {
    const ranked = rankDay(
      [
        matter('newer', { reason: 'action_overdue', dueAt: '2026-11-20T00:00:00.000Z' as Instant }),
        matter('older', { reason: 'action_overdue', dueAt: '2026-11-02T00:00:00.000Z' as Instant }),
      ],
      NOW,
    );
    expect(ranked.map(({ objectId }) => objectId)).toEqual(['older', 'newer']);
  });

  it('never asks for more than seven things', () => {
    const many = Array.from({ length: 30 }, (_, index) => matter(String(index), { reason: 'action_overdue' }));
    expect(rankDay(many, NOW)).toHaveLength(7);
  });
});
