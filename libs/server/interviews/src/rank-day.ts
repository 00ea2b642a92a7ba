import { type Id, type Instant, millisOf } from '@relais/domain';

/** Why something asks to be dealt with today. Source: experience.md, screen 2. */
export const DAY_REASONS = [
  'referral_overdue',
  'referral_waiting',
  'note_to_finish',
  'action_overdue',
  'clock_overdue',
  'clock_soon',
  'silence',
] as const;

/** A reason of the day's list. */
export type DayReason = (typeof DAY_REASONS)[number];

/** One thing that could be dealt with today. */
export type Matter = {
  readonly reason: DayReason;
  readonly objectId: Id;
  readonly since: Instant;
  readonly dueAt: Instant | null;
  readonly urgent: boolean;
};

/** How many things a day page asks for at most: a list that can be finished. */
export const AT_MOST = 7;

const DAY_MILLIS = 86_400_000;

/**
 * What matters most first, by what happens to the person if nothing is done: an answer that is late, somebody nobody has
 * spoken with for three months, a trace about to be forgotten, then the rest. Within a rank the oldest leads.
 */
export function rankDay<M extends Matter>(matters: readonly M[], now: Instant): M[] {
  return [...matters].sort((a, b) => rankOf(a, now) - rankOf(b, now) || compare(a, b)).slice(0, AT_MOST);
}

function rankOf({ reason, since, urgent }: Matter, now: Instant): number {
  const days = (millisOf(now) - millisOf(since)) / DAY_MILLIS;
  switch (reason) {
    case 'referral_overdue':
      return urgent ? 0 : 1;
    case 'referral_waiting':
      return urgent ? 2 : 5;
    case 'silence':
      return days >= 90 ? 3 : days >= 60 ? 7 : 9;
    case 'note_to_finish':
      return days >= 1 ? 4 : 8;
    case 'clock_overdue':
      return 2;
    case 'action_overdue':
    case 'clock_soon':
      return 6;
  }
}

function compare(a: Matter, b: Matter): number {
  const [left, right] = [a.dueAt ?? a.since, b.dueAt ?? b.since];
  if (left !== right) return left < right ? -1 : 1;
  return a.objectId < b.objectId ? -1 : 1;
}
