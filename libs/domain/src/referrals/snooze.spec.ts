import { plusMinutes, type Instant } from '../time/time';
import { whyNotSnooze } from './snooze';
import type { Standing } from './standing';

const now = '2026-11-23T09:00:00.000Z' as Instant;
const inDays = (days: number): Instant => plusMinutes(now, days * 24 * 60);
const RECEIVER: Standing = { side: 'receiver', postId: null, operatorId: null };
const why = (more: { until?: Instant; status?: 'received' | 'closed'; before?: boolean; side?: Standing; kind?: 'add' | 'claim' } = {}) =>
  whyNotSnooze(
    { status: more.status ?? 'received', kind: more.kind ?? 'add' },
    more.side ?? RECEIVER,
    more.until ?? inDays(1),
    more.before ?? false,
    now,
  )?.refused;

describe('putting a referral off', () => {
  it('is possible at the desk that must answer, into the days to come', () => {
    expect([why(), why({ until: inDays(7) })]).toEqual([undefined, undefined]);
  });
  it('is possible once, for a week at most, never into the past', () => {
    expect([why({ before: true }), why({ until: inDays(8) }), why({ until: inDays(-1) })]).toEqual([
      'referral.once_only',
      'referral.date_out_of_range',
      'referral.date_out_of_range',
    ]);
  });
  it('is for the team that accompanies when another one asks for the person', () => {
    expect(why({ side: { ...RECEIVER, side: 'sender' }, kind: 'claim' })).toBeUndefined();
  });
  it('is nothing for the sender, nor once closed', () => {
    expect([why({ side: { ...RECEIVER, side: 'sender' } }), why({ status: 'closed' })]).toEqual([
      'referral.not_your_move',
      'referral.not_in_this_state',
    ]);
  });
});
