import { pause, run, STOPPED, type PausableClock } from '../clocks/pausable-clock';
import { workingMinutesBetween } from '../clocks/working-calendar';
import type { Attempt } from './guards';
import type { MoveRow } from './move-row';
import type { HeldFor, Referral } from './record';
import { DECLINE_REASONS, type ReferralMove, type ReferralState, type Side } from './vocabulary';
import { contactClock, decideClock, firstDue } from './waits';

type Fields = Partial<Referral>;
type Change = (attempt: Attempt, to: ReferralState) => Fields;

const FORGET_DECLINE: Fields = { outcome: null, outcomeNote: null, declineReason: null };

/** What each move writes besides its state, its clocks and its end, which are the same for all. */
const CHANGES: Partial<Record<ReferralMove, Change>> = {
  send: (attempt, to) => ({
    packetId: attempt.answer?.packetId ?? attempt.referral.packetId,
    ...(to === 'held' ? { heldFor: holdOf(attempt) ?? null } : { sentAt: attempt.now }),
  }),
  release: ({ now }) => ({ sentAt: now, heldFor: null }),
  receive: ({ standing }) => ({ claimedByPostId: standing.postId }),
  ask_info: claims,
  answer_info: ({ answer, referral }) => ({ packetId: answer?.packetId ?? referral.packetId }),
  accept: (attempt) => ({
    ...claims(attempt),
    accountablePostId: attempt.answer?.accountablePostId ?? null,
    acceptedAt: attempt.now,
    reviewAt: null,
    contactSince: null,
    contactSpentMinutes: 0,
  }),
  waitlist: (attempt) => ({ ...claims(attempt), reviewAt: attempt.answer?.reviewAt ?? null }),
  decline: (attempt) => ({
    ...claims(attempt),
    reviewAt: null,
    declineReason: attempt.answer?.declineReason ?? null,
    outcome: attempt.answer?.declineReason ? DECLINE_REASONS[attempt.answer.declineReason] : null,
    outcomeNote: attempt.answer?.note ?? null,
  }),
  return_decline: () => ({ ...FORGET_DECLINE, declineReturned: true }),
  drop_claim: () => ({ claimedByPostId: null }),
  record_contact: ({ answer }) => ({ firstContactAt: answer?.contact?.at ?? null, lastContactAt: answer?.contact?.at ?? null }),
  hold: ({ answer }) => ({ resumeAt: answer?.resumeAt ?? null }),
  resume: () => ({ resumeAt: null }),
  unaccept: () => ({ accountablePostId: null, acceptedAt: null, contactSince: STOPPED.since, contactSpentMinutes: STOPPED.spentMinutes }),
  request_cancel: ({ answer, referral }) => ({
    previousStatus: referral.status,
    outcome: answer?.outcome ?? null,
    outcomeNote: answer?.note ?? null,
  }),
  oppose: ({ referral }, to) =>
    to === 'closed'
      ? { opposed: true }
      : {
          opposed: true,
          // Already asked to stop: from now on nobody may object.
          previousStatus: referral.status === 'cancel_requested' ? referral.previousStatus : referral.status,
          reviewAt: null,
          outcome: referral.status === 'result_posted' ? referral.outcome : 'refused_by_person',
        },
  object_cancel: () => ({ cancelObjected: true, previousStatus: null, outcome: null, outcomeNote: null }),
  post_result: ({ answer }) => ({ outcome: answer?.outcome ?? null, outcomeNote: answer?.note ?? null }),
  contest: () => ({ resultContested: true, outcome: null, outcomeNote: null }),
  reroute: ({ answer }) => ({ successorId: answer?.successorId ?? null }),
  supersede: ({ answer }) => ({ successorId: answer?.successorId ?? null }),
};

/** What a referral must wait for before it leaves, if anything: a check comes first, since its release asks for the agreement too. */
export function holdOf({ agreement: { settings }, answer }: Pick<Attempt, 'agreement' | 'answer'>): HeldFor | undefined {
  if (settings.checkBeforeSending) return 'check';
  return settings.personMustAgree && answer?.facts?.sharing !== 'agreed' ? 'agreement' : undefined;
}

/** The state that a move leads to. */
export function targetOf(row: MoveRow, attempt: Attempt): ReferralState {
  const { referral, agreement } = attempt;
  const engaged = referral.firstContactAt === null ? 'accepted' : 'in_progress';
  switch (row.move) {
    case 'send':
      return holdOf(attempt) === undefined ? 'sent' : 'held';
    case 'decline':
      return agreement.settings.lookAtDeclines ? 'decline_pending' : 'closed';
    case 'resume':
    case 'contest':
      return engaged;
    case 'object_cancel':
      return referral.previousStatus ?? engaged;
    default:
      return row.to[0] ?? referral.status;
  }
}

/** The referral after a move that was allowed: fields, clocks, end, next date, all in one. */
export function changed(row: MoveRow, attempt: Attempt, to: ReferralState): Referral {
  const { referral, now, agreement } = attempt;
  const fields = { ...referral, ...CHANGES[row.move]?.(attempt, to) };
  const held = referral.status === 'on_hold' ? workingMinutesBetween(referral.statusSince, now, agreement.calendar) : 0;
  const next: Referral = {
    ...fields,
    ...clocks(fields, attempt, to),
    ...(to === 'closed' ? ending(row, attempt) : {}),
    status: to,
    statusSince: now,
    holdMinutesUsed: referral.holdMinutesUsed + held,
    sequence: referral.sequence + 1,
    updatedAt: now,
    version: referral.version + 1,
  };
  const due = firstDue(next, agreement);
  return { ...next, dueAt: due?.at ?? null, dueMilestone: due?.milestone ?? null };
}

function claims({ referral, standing }: Attempt): Fields {
  return { claimedByPostId: referral.claimedByPostId ?? standing.postId };
}

function clocks(fields: Referral, { now, agreement }: Attempt, to: ReferralState): Fields {
  const tick = (clock: PausableClock, runs: boolean) => (runs ? run(clock, now) : pause(clock, now, agreement.calendar));
  const decide = tick(decideClock(fields), to === 'sent' || to === 'received');
  const contact = tick(contactClock(fields), to === 'accepted');
  return {
    decideSince: decide.since,
    decideSpentMinutes: decide.spentMinutes,
    contactSince: contact.since,
    contactSpentMinutes: contact.spentMinutes,
  };
}

function ending(row: MoveRow, { standing, now }: Attempt): Fields {
  return {
    closure: row.closure ?? null,
    closedAt: now,
    closedByKind: standing.side as Side,
    closedByPostId: standing.postId,
    previousStatus: null,
    heldFor: null,
    reviewAt: null,
    resumeAt: null,
  };
}
