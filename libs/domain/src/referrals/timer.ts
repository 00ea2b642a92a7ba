import type { Agreement } from '../clocks/agreement-settings';
import { addWorkingDays } from '../clocks/working-calendar';
import type { Refusal } from '../problems/refusals';
import type { Instant } from '../time/time';
import { effectsOf, type ReferralEffect } from './effects';
import type { Referral } from './record';
import { move, type Moved } from './referral';
import { TIMER } from './standing';
import { type Due, dueAfter, firstDue, MILESTONE_ACTS, milestoneOf, type Milestone, type MilestoneAct } from './waits';

/** A reminder that was given: the row of its kind that may exist only once. */
export type Reminder = { readonly step: Instant; readonly milestone: Milestone };

/** What a timer did at a due date. */
export type Ticked =
  | ({ readonly did: 'moved' } & Moved)
  | { readonly did: 'reminded'; readonly referral: Referral; readonly reminder: Reminder; readonly effects: readonly ReferralEffect[] }
  | { readonly did: 'postponed'; readonly referral: Referral; readonly because: Refusal };

/**
 * What falls due: the one next thing of a referral, or `undefined` before its date. A reminder is idempotent by (referral,
 * step, milestone), where the step is the entry into the state; a move is by its state. An end that must not come yet, since
 * a reminder was neither delivered nor bounced, is put off to the next working day. Source: referral.md, invariant 8.
 */
export function tick(
  referral: Referral,
  now: Instant,
  agreement: Agreement,
  facts: { readonly remindersSettled: boolean },
): Ticked | undefined {
  const { dueAt, dueMilestone } = referral;
  if (dueAt === null || dueMilestone === null || dueAt > now) return undefined;
  const act: MilestoneAct = MILESTONE_ACTS[milestoneOf(dueMilestone).name];
  if ('move' in act) {
    const result = move(act.move, referral, TIMER, facts, now, agreement);
    if (!('refused' in result)) return { did: 'moved', ...result };
    return {
      did: 'postponed',
      referral: { ...referral, dueAt: addWorkingDays(now, 1, agreement.calendar), updatedAt: now },
      because: result,
    };
  }
  const next = later(dueAfter({ at: dueAt, milestone: dueMilestone }, referral, agreement), now, agreement);
  return {
    did: 'reminded',
    referral: { ...referral, dueAt: next.at, dueMilestone: next.milestone, updatedAt: now },
    reminder: { step: referral.statusSince, milestone: dueMilestone },
    effects: effectsOf(act.remind, referral, referral, {}),
  };
}

/**
 * What is said when a referral stands in a queue where nobody works: beside its dates, which go on. Source: referral.md, invariant 11.
 */
export function emptyQueue(referral: Referral): { readonly reminder: Reminder; readonly effects: readonly ReferralEffect[] } {
  return {
    reminder: { step: referral.statusSince, milestone: 'queue_empty' },
    effects: effectsOf(MILESTONE_ACTS.queue_empty.remind, referral, referral, {}),
  };
}

/** A date that passed while nobody looked, after an outage, comes a working day later: those who are reminded get the time to act. */
function later(due: Due, now: Instant, { calendar }: Agreement): Due {
  return due.at > now ? due : { ...due, at: addWorkingDays(now, 1, calendar) };
}

/**
 * A referral after another contact with the person, by appointment or interview: no change of state, yet the date of silence
 * moves on. Contacts older than the last known one change nothing.
 */
export function metAgain(referral: Referral, at: Instant, now: Instant, agreement: Agreement): Referral {
  if (referral.firstContactAt === null || at > now || (referral.lastContactAt !== null && at <= referral.lastContactAt)) return referral;
  const met = { ...referral, lastContactAt: at, updatedAt: now, version: referral.version + 1 };
  const due = referral.status === 'in_progress' ? firstDue(met, agreement) : undefined;
  return due === undefined ? met : { ...met, dueAt: due.at, dueMilestone: due.milestone };
}
