import { afterSpan, spanOf, workingMinutesOf, type Agreement, type TimerName } from '../clocks/agreement-settings';
import { reaches } from '../clocks/pausable-clock';
import { addWorkingDays } from '../clocks/working-calendar';
import type { Id } from '../operators/actor';
import type { Instant } from '../time/time';
import type { Referral } from './record';
import { sideOf, type Party } from './standing';
import type { EffectCode, ReferralMove, ReferralState, Side } from './vocabulary';

/** What a date of a referral brings: a move that the timer makes, or people to remind. */
export type MilestoneAct = { readonly move: ReferralMove } | { readonly remind: readonly EffectCode[] };

/**
 * The dates of a referral, each with what it does. `accepted` and `in_progress` have reminders only: no timer ever closes
 * them. `queue_empty` is no date: it comes when a queue is found without anybody. Source: referral.md, "Moves", "Default timers" and
 * invariant 11.
 */
export const MILESTONE_ACTS = {
  held_alert: { remind: ['notice.sender', 'notice.coordinator'] },
  held_lapse: { move: 'lapse' },
  decide_target: { remind: ['notice.receiver'] },
  decide_escalate: { remind: ['notice.receiver_lead', 'notice.coordinator', 'notice.sender'] },
  claim_drop: { move: 'drop_claim' },
  decide_expire: { move: 'expire' },
  info_return: { move: 'return_info' },
  waitlist_review: { remind: ['notice.receiver'] },
  waitlist_escalate: { remind: ['notice.receiver_lead', 'notice.coordinator', 'notice.sender'] },
  waitlist_expire: { move: 'expire' },
  contact_question: { remind: ['notice.receiver'] },
  contact_coordinator: { remind: ['notice.receiver_lead', 'notice.coordinator', 'notice.sender'] },
  stall_question: { remind: ['notice.receiver'] },
  stall_coordinator: { remind: ['notice.receiver_lead', 'notice.coordinator'] },
  resume_question: { remind: ['notice.receiver'] },
  resume_coordinator: { remind: ['notice.receiver_lead', 'notice.coordinator'] },
  cancel_silence: { move: 'confirm_by_silence' },
  look_due: { remind: ['notice.coordinator'] },
  look_escalate: { remind: ['notice.coordinator'] },
  review_due: { move: 'acknowledge_by_silence' },
  queue_empty: { remind: ['notice.receiver_lead', 'notice.coordinator', 'notice.sender'] },
} as const satisfies Record<string, MilestoneAct>;

/** The name of a date. */
export type MilestoneName = keyof typeof MILESTONE_ACTS;

/** A date's name, with a count from 2 when the last reminder of a ladder comes again: `stall_coordinator:2`. */
export type Milestone = MilestoneName | `${MilestoneName}:${number}`;

/** A date with what it is for. */
export type Due = { readonly at: Instant; readonly milestone: Milestone };

/** Who holds the ball of a referral, since when, and until when before something happens. */
export type Wait = {
  readonly side: Side;
  readonly unitId: Id | null;
  readonly postId: Id | null;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly milestone: Milestone | null;
};

/** Whose clock runs in each state; a draft is its author's, a closed referral nobody's. Source: referral.md, "States". */
export const WAITS: Readonly<Record<ReferralState, Party | 'held' | 'nobody'>> = {
  draft: 'asker',
  held: 'held',
  sent: 'decider',
  received: 'decider',
  info_needed: 'asker',
  waitlisted: 'decider',
  accepted: 'receiver',
  in_progress: 'receiver',
  on_hold: 'receiver',
  cancel_requested: 'receiver',
  decline_pending: 'coordinator',
  result_posted: 'sender',
  closed: 'nobody',
};

/** The side that the others wait for; `undefined` once closed. */
export function waitingSide(referral: Pick<Referral, 'status' | 'kind' | 'heldFor'>): Side | undefined {
  const party = WAITS[referral.status];
  if (party === 'nobody') return undefined;
  if (party === 'held') return referral.heldFor === 'check' ? 'coordinator' : sideOf('asker', referral.kind);
  return sideOf(party, referral.kind);
}

/** Who holds the ball, since when and until when; `undefined` once closed. A draft has an owner and no date. */
export function waitOf(referral: Referral): Wait | undefined {
  const side = waitingSide(referral);
  if (side === undefined) return undefined;
  const { statusSince: since, dueAt: until, dueMilestone: milestone } = referral;
  return { side, ...placeOf(side, referral), since, until, milestone };
}

/** The unit and the post that answer on a side: the accountable post before the one that claimed it. */
export function placeOf(side: Side, referral: Referral): { readonly unitId: Id | null; readonly postId: Id | null } {
  const claim = referral.kind === 'claim';
  const { senderPostId: author, claimedByPostId: claimed, accountablePostId: accountable } = referral;
  if (side === 'sender') return { unitId: referral.senderUnitId, postId: claim ? claimed : author };
  if (side === 'receiver') return { unitId: referral.receiverUnitId, postId: accountable ?? (claim ? author : claimed) };
  return { unitId: null, postId: null };
}

/** Every date of a referral's present state, earliest first. */
export function datesOf(referral: Referral, { settings, calendar }: Agreement): readonly Due[] {
  const span = (timer: TimerName) => spanOf(timer, referral.urgent, settings);
  const after = (from: Instant, ...timers: readonly TimerName[]): Instant =>
    timers.reduce((instant, timer) => afterSpan(instant, span(timer), calendar), from);
  const decided = (timer: TimerName): Instant =>
    reaches(decideClock(referral), workingMinutesOf(span(timer), calendar), calendar) ?? after(referral.statusSince, timer);
  const since = referral.statusSince;
  const deciding = (): Due[] => [
    { milestone: 'decide_target', at: decided('decide_target') },
    { milestone: 'decide_escalate', at: decided('decide_escalate') },
    { milestone: 'decide_expire', at: decided('decide_expire') },
  ];
  switch (referral.status) {
    case 'held':
      return [
        { milestone: 'held_alert', at: after(since, 'held_alert') },
        { milestone: 'held_lapse', at: after(since, 'held_withdrawn') },
      ];
    case 'sent':
      return deciding();
    case 'received':
      return inOrder([...deciding(), { milestone: 'claim_drop', at: after(since, 'claimed_undecided') }]);
    case 'info_needed':
      return [{ milestone: 'info_return', at: after(since, 'info_answer') }];
    case 'waitlisted': {
      const review = referral.reviewAt ?? since;
      return [
        { milestone: 'waitlist_review', at: review },
        { milestone: 'waitlist_escalate', at: after(review, 'decide_escalate') },
        { milestone: 'waitlist_expire', at: after(review, 'decide_expire') },
      ];
    }
    case 'accepted': {
      const minutes = workingMinutesOf(span('first_contact'), calendar);
      const question = reaches(contactClock(referral), minutes, calendar) ?? after(since, 'first_contact');
      return [
        { milestone: 'contact_question', at: question },
        { milestone: 'contact_coordinator', at: after(question, 'first_contact_coordinator') },
      ];
    }
    case 'in_progress': {
      const contact = referral.lastContactAt;
      const quiet = contact !== null && contact > since ? contact : since;
      return [
        { milestone: 'stall_question', at: after(quiet, 'stall_question') },
        { milestone: 'stall_coordinator', at: after(quiet, 'stall_question', 'stall_coordinator') },
      ];
    }
    case 'on_hold': {
      const resume = referral.resumeAt ?? since;
      return [
        { milestone: 'resume_question', at: resume },
        { milestone: 'resume_coordinator', at: after(resume, 'stall_coordinator') },
      ];
    }
    case 'cancel_requested':
      return [{ milestone: 'cancel_silence', at: after(since, 'cancel_confirmation') }];
    case 'decline_pending':
      return [
        { milestone: 'look_due', at: after(since, 'decline_look') },
        { milestone: 'look_escalate', at: after(since, 'decline_look_escalate') },
      ];
    case 'result_posted':
      return [{ milestone: 'review_due', at: after(since, 'result_review') }];
    case 'draft':
    case 'closed':
      return [];
  }
}

/** The first date to come after a referral has entered its state; the last one when all have passed meanwhile. */
export function firstDue(referral: Referral, agreement: Agreement): Due | undefined {
  const dates = datesOf(referral, agreement);
  return dates.find((date) => date.at > referral.statusSince) ?? dates.at(-1);
}

/** The date that follows one that was met by a reminder; the last reminder comes again every five working days. */
export function dueAfter(done: Due, referral: Referral, agreement: Agreement): Due {
  const dates = datesOf(referral, agreement);
  const index = dates.findIndex((date) => date.milestone === done.milestone);
  const next = index >= 0 ? dates[index + 1] : undefined;
  if (next) return next;
  const { name, count } = milestoneOf(done.milestone);
  return { milestone: `${name}:${count + 1}`, at: addWorkingDays(done.at, 5, agreement.calendar) };
}

/** The name and the count of a milestone. */
export function milestoneOf(milestone: Milestone): { readonly name: MilestoneName; readonly count: number } {
  const [name, count] = milestone.split(':');
  return { name: name as MilestoneName, count: Number(count ?? 1) };
}

/** The decide clock of a referral. */
export function decideClock(referral: Pick<Referral, 'decideSince' | 'decideSpentMinutes'>) {
  return { since: referral.decideSince, spentMinutes: referral.decideSpentMinutes };
}

/** The first-contact clock of a referral. */
export function contactClock(referral: Pick<Referral, 'contactSince' | 'contactSpentMinutes'>) {
  return { since: referral.contactSince, spentMinutes: referral.contactSpentMinutes };
}

function inOrder(dates: readonly Due[]): readonly Due[] {
  return [...dates].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
