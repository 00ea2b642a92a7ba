import { afterSpan, spanOf, workingMinutesOf, type Agreement } from '../clocks/agreement-settings';
import { addWorkingMinutes } from '../clocks/working-calendar';
import type { Refusal } from '../problems/refusals';
import { type Instant, millisOf } from '../time/time';
import type { MoveAnswer } from './answers';
import type { Referral } from './record';
import { speaksFor, type Standing } from './standing';
import { DECLINE_REASONS, OUTCOMES, type DeclineReason, type Outcome, type ReferralMove } from './vocabulary';
import { datesOf, MILESTONE_ACTS, milestoneOf } from './waits';

/** A move being tried; without an answer only what a button needs to know is asked. */
export type Attempt = {
  readonly move: ReferralMove;
  readonly referral: Referral;
  readonly standing: Standing;
  readonly now: Instant;
  readonly agreement: Agreement;
  readonly answer: MoveAnswer | undefined;
};

type Guard = (attempt: Attempt) => Refusal | undefined;

/** The conditions of the table of moves by name. Source: referral.md, "Moves", column guard. */
export const GUARDS = {
  units_differ: ({ referral }) =>
    referral.senderUnitId === referral.receiverUnitId ? { refused: 'referral.same_unit', pointer: '/receiverUnitId' } : undefined,
  person_informed: asks(({ facts }) => (facts?.sharing ?? null) !== null, { refused: 'referral.no_agreement_recorded' }),
  person_not_opposed: asks(({ facts }) => facts?.sharing !== 'opposed', { refused: 'referral.person_opposed' }),
  person_agreed: ({ agreement, answer }) =>
    answer && agreement.settings.personMustAgree && answer.facts?.sharing !== 'agreed'
      ? { refused: 'referral.no_agreement_recorded' }
      : undefined,
  receiver_live: asks(({ facts }) => facts?.receiverLive === true, { refused: 'referral.receiver_closed', pointer: '/receiverUnitId' }),
  no_twin: asks(({ facts }) => facts?.twinOpen === false, { refused: 'referral.twin_open' }),
  no_recent_refusal: ({ answer, now }) => {
    const until = answer?.facts?.refusedUntil ?? null;
    return until !== null && until > now ? { refused: 'referral.refused_recently', params: { until } } : undefined;
  },
  own_hold: ({ referral, standing }) => {
    const owner = referral.heldFor === 'check' ? 'coordinator' : 'asker';
    return speaksFor(standing, owner, referral.kind) ? undefined : { refused: 'referral.not_your_move' };
  },
  reason: asks((answer) => filled(answer.reason), { refused: 'referral.reason_missing', pointer: '/reason' }),
  question: asks((answer) => filled(answer.question), { refused: 'referral.reason_missing', pointer: '/question' }),
  info: asks((answer) => filled(answer.info) || answer.packetId !== undefined, { refused: 'referral.reason_missing', pointer: '/info' }),
  accountable_named: asks((answer) => filled(answer.accountablePostId), {
    refused: 'referral.accountable_missing',
    pointer: '/accountablePostId',
  }),
  place_free: asks((answer) => answer.placeFree !== false, { refused: 'referral.no_place' }),
  review_date: ({ answer, now, agreement, referral }) => {
    if (!answer) return undefined;
    const last = afterSpan(now, spanOf('waitlist_review_max', referral.urgent, agreement.settings), agreement.calendar);
    return within(answer.reviewAt, now, last, '/reviewAt');
  },
  resume_date: ({ answer, now, agreement, referral }) => {
    const span = spanOf('hold_max', referral.urgent, agreement.settings);
    const left = Math.max(0, workingMinutesOf(span, agreement.calendar) - referral.holdMinutesUsed);
    const last = addWorkingMinutes(now, left, agreement.calendar);
    if (left === 0) return { refused: 'referral.date_out_of_range', pointer: '/resumeAt', params: { until: last } };
    return answer ? within(answer.resumeAt, now, last, '/resumeAt') : undefined;
  },
  decline_reason: ({ answer }) => {
    if (!answer) return undefined;
    const { declineReason: reason } = answer;
    if (reason === undefined || !isDeclineReason(reason)) return { refused: 'referral.reason_missing', pointer: '/declineReason' };
    if (reason === 'other_destination' && !filled(answer.destinationUnitId))
      return { refused: 'referral.destination_missing', pointer: '/destinationUnitId' };
    return missing(DECLINE_REASONS[reason], answer);
  },
  impartial: ({ standing, referral }) =>
    standing.operatorId !== null && standing.operatorId === referral.receiverOperatorId ? { refused: 'referral.not_your_move' } : undefined,
  returned_once: ({ referral }) => once(referral.declineReturned),
  objected_once: ({ referral }) => once(referral.cancelObjected),
  contested_once: ({ referral }) => once(referral.resultContested),
  no_opposition: ({ referral }) => (referral.opposed ? { refused: 'referral.person_opposed' } : undefined),
  contact: ({ answer, now, referral }) => {
    if (!answer) return undefined;
    if (!answer.contact || answer.contact.at > now) return { refused: 'referral.no_contact_yet', pointer: '/contact' };
    return referral.sentAt !== null && minuteOf(answer.contact.at) < minuteOf(referral.sentAt)
      ? { refused: 'referral.date_out_of_range', pointer: '/contact' }
      : undefined;
  },
  never_met: ({ referral }) => (referral.firstContactAt === null ? undefined : { refused: 'referral.contact_already' }),
  within_unaccept: ({ referral, now, agreement }) => {
    const from = referral.acceptedAt ?? referral.statusSince;
    const last = afterSpan(from, spanOf('unaccept', referral.urgent, agreement.settings), agreement.calendar);
    return now <= last ? undefined : { refused: 'referral.too_late_to_undo', params: { until: last } };
  },
  outcome: ({ answer }) => {
    if (!answer) return undefined;
    if (answer.outcome === undefined || !isOutcome(answer.outcome)) return { refused: 'referral.outcome_missing', pointer: '/outcome' };
    return missing(answer.outcome, answer);
  },
  met_before_success: ({ answer, referral }) =>
    referral.firstContactAt === null && (answer?.outcome === 'met' || answer?.outcome === 'partly_met')
      ? { refused: 'referral.no_contact_yet', pointer: '/outcome' }
      : undefined,
  reminders_settled: asks((answer) => answer.remindersSettled === true, { refused: 'referral.reminders_pending' }),
  successor: asks((answer) => filled(answer.successorId), { refused: 'referral.successor_missing', pointer: '/successorId' }),
  creator: ({ standing, referral }) => (standing.postId === referral.senderPostId ? undefined : { refused: 'referral.not_your_move' }),
  due: ({ move, referral, now, agreement }) => {
    const date = datesOf(referral, agreement).find(({ milestone }) => {
      const act = MILESTONE_ACTS[milestoneOf(milestone).name];
      return 'move' in act && act.move === move;
    });
    return date !== undefined && date.at <= now ? undefined : { refused: 'referral.not_due_yet' };
  },
} as const satisfies Record<string, Guard>;

/** The name of a condition. */
export type GuardName = keyof typeof GUARDS;

function asks(holds: (answer: MoveAnswer) => boolean, refusal: Refusal): Guard {
  return ({ answer }) => (answer === undefined || holds(answer) ? undefined : refusal);
}

function filled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function once(done: boolean): Refusal | undefined {
  return done ? { refused: 'referral.once_only' } : undefined;
}

function within(date: Instant | undefined, from: Instant, until: Instant, pointer: string): Refusal | undefined {
  return date !== undefined && date > from && date <= until
    ? undefined
    : { refused: 'referral.date_out_of_range', pointer, params: { from, until } };
}

/** An outcome that can't stand alone: `unreachable` needs its attempts, `other` a note. Source: referral.md, "Outcome". */
function missing(outcome: Outcome, answer: MoveAnswer): Refusal | undefined {
  if (outcome === 'unreachable' && !((answer.attempts ?? 0) >= 1)) return { refused: 'referral.attempts_missing', pointer: '/attempts' };
  return outcome === 'other' && !filled(answer.note) ? { refused: 'referral.reason_missing', pointer: '/note' } : undefined;
}

function isDeclineReason(reason: string): reason is DeclineReason {
  return Object.hasOwn(DECLINE_REASONS, reason);
}

function isOutcome(outcome: string): outcome is Outcome {
  return (OUTCOMES as readonly string[]).includes(outcome);
}

/** Meetings are written down by the minute: one in the minute of the sending came after it. */
function minuteOf(at: Instant): number {
  return Math.floor(millisOf(at) / 60_000);
}
