import fc from 'fast-check';
import { DEFAULT_AGREEMENT, DEFAULT_SETTINGS, type Agreement } from '../clocks/agreement-settings';
import { workingCalendar, workingMinutesBetween } from '../clocks/working-calendar';
import { instantAt, millisOf, toCivilDate, type Instant } from '../time/time';
import type { MoveAnswer } from './answers';
import { anExample, COORDINATOR, NOBODY, RECEIVER, SENDER } from './example-referral';
import { fold, ownerTimes } from './log';
import { MOVES } from './moves';
import type { Referral, ReferralTransition } from './record';
import { move, type Moved } from './referral';
import { PERSON, sidesOf, TIMER, type Standing } from './standing';
import { tick } from './timer';
import { CLOSURES_WITH_OUTCOME, DECLINE_REASONS, OUTCOMES, REFERRAL_KINDS, type DeclineReason } from './vocabulary';
import { waitOf } from './waits';

const STANDINGS: readonly Standing[] = [SENDER, RECEIVER, COORDINATOR, TIMER, PERSON, NOBODY];
const ISLAND: Agreement = {
  settings: { ...DEFAULT_SETTINGS, lookAtDeclines: true, personMustAgree: true },
  calendar: workingCalendar('Indian/Reunion', ['2026-12-20', '2026-12-25', '2027-01-01'].map(toCivilDate)),
};

/** One step of a walk: what somebody wants, who it is, how they answer, and how long they waited. */
type Step = {
  readonly pick: number;
  readonly stranger: number;
  readonly hours: number;
  readonly late: boolean;
  readonly answer: Omit<MoveAnswer, 'reviewAt' | 'resumeAt' | 'contact'>;
};

const step: fc.Arbitrary<Step> = fc.record({
  pick: fc.nat(999),
  stranger: fc.nat(30),
  hours: fc.oneof(fc.nat(12), fc.nat(200)),
  late: fc.boolean(),
  answer: fc.record({
    facts: fc.record({
      sharing: fc.constantFrom('informed', 'agreed', 'agreed', 'opposed', null),
      receiverLive: fc.constantFrom(true, true, true, false),
      twinOpen: fc.constantFrom(false, false, false, true),
      refusedUntil: fc.constant(null),
    }),
    packetId: fc.constant('packet-1'),
    reason: fc.constantFrom('because', 'because', ''),
    question: fc.constant('Which?'),
    info: fc.constant('This.'),
    accountablePostId: fc.constantFrom('post-9', 'post-9', ''),
    declineReason: fc.constantFrom(...(Object.keys(DECLINE_REASONS) as DeclineReason[])),
    destinationUnitId: fc.constant('unit-9'),
    outcome: fc.constantFrom(...OUTCOMES),
    attempts: fc.nat(2),
    note: fc.constantFrom('In words', ''),
    successorId: fc.constant('referral-2'),
    remindersSettled: fc.boolean(),
  }),
});

type Walk = { referral: Referral; readonly log: ReferralTransition[]; readonly moves: { before: Referral; moved: Moved }[]; now: Instant };

function walk(kind: Referral['kind'], urgent: boolean, steps: readonly Step[], agreement: Agreement): Walk {
  const referral = anExample({ kind, urgent });
  const state: Walk = { referral, log: [], moves: [], now: referral.createdAt };
  const take = (moved: Moved): void => {
    state.moves.push({ before: state.referral, moved });
    state.log.push(moved.transition);
    state.referral = moved.referral;
  };
  for (const { pick, stranger, hours, late, answer } of steps) {
    state.now = instantAt(millisOf(state.now) + hours * 3_600_000);
    for (let turns = 0; turns < 4 && !late; turns += 1) {
      const ticked = tick(state.referral, state.now, agreement, { remindersSettled: answer.remindersSettled ?? false });
      if (ticked?.did === 'moved') take(ticked);
      else if (ticked) state.referral = ticked.referral;
    }
    const rows = MOVES.filter(({ from, closure }) => from.includes(state.referral.status) && (closure === undefined || pick % 3 === 0));
    const row = rows[pick % Math.max(1, rows.length)];
    if (!row) continue;
    const [side] = sidesOf(row.by[pick % row.by.length] ?? 'timer', state.referral.kind);
    const standing = STANDINGS[stranger] ?? STANDINGS.find((one) => one.side === side) ?? NOBODY;
    const soon = instantAt(millisOf(state.now) + 5 * 86_400_000);
    const contact = { kind: 'interview', id: 'interview-1', at: state.now } as const;
    const result = move(row.move, state.referral, standing, { ...answer, reviewAt: soon, resumeAt: soon, contact }, state.now, agreement);
    if ('refused' in result) continue;
    take(result);
  }
  return state;
}

const walks = fc.record({
  kind: fc.constantFrom(...REFERRAL_KINDS),
  urgent: fc.boolean(),
  island: fc.boolean(),
  steps: fc.array(step, { minLength: 4, maxLength: 16, size: 'max' }),
});

describe('ten thousand referrals that live as they please', () => {
  const reached = new Set<string>();

  it('keep every promise at every step', () => {
    fc.assert(
      fc.property(walks, ({ kind, urgent, island, steps }) => {
        const agreement = island ? ISLAND : DEFAULT_AGREEMENT;
        const { log, moves, referral, now } = walk(kind, urgent, steps, agreement);
        for (const one of moves) keepsEveryPromise(one.before, one.moved, agreement);
        foldsToItself(referral, log, now);
        for (const { toStatus } of log) reached.add(toStatus);
        if (referral.closure !== null) reached.add(referral.closure);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('have been in every state and come to every end', () => {
    expect([...reached].sort()).toEqual(
      [
        ...['held', 'sent', 'received', 'info_needed', 'waitlisted', 'accepted', 'in_progress', 'on_hold', 'cancel_requested'],
        ...['decline_pending', 'result_posted', 'closed'],
        ...['completed', 'declined', 'withdrawn', 'cancelled', 'expired', 'rerouted', 'superseded', 'error'],
      ].sort(),
    );
  });
});

/** Plain throws: `expect` a million times would be most of the run. */
function must(holds: boolean, promise: string, seen: unknown): void {
  if (!holds) throw new Error(`${promise}: ${JSON.stringify(seen)}`);
}

function keepsEveryPromise(before: Referral, { referral, transition }: Moved, agreement: Agreement): void {
  const { status, closure, outcome } = referral;
  const seen = { before, transition };
  const side = transition.actorKind;
  const rows = MOVES.filter((row) => row.move === transition.move && row.from.includes(before.status) && row.to.includes(status));
  must(
    rows.some((row) => row.by.some((party) => sidesOf(party, referral.kind).includes(side))),
    '4. only the side of the table moves it',
    seen,
  );
  must(referral.sequence === before.sequence + 1 && transition.sequence === referral.sequence, '1. one line per change', seen);
  must(referral.region === before.region && transition.region === before.region, '2. the region never changes', seen);
  const wait = waitOf(referral);
  if (status === 'closed') {
    must(closure !== null && referral.closedAt !== null && referral.closedByKind === side, '7. an end has closure, time and actor', seen);
    must(outcome !== null || !(CLOSURES_WITH_OUTCOME as readonly unknown[]).includes(closure), '7. and its outcome', seen);
    must(wait === undefined && referral.dueAt === null, 'nobody waits for a closed referral', seen);
  } else {
    must(closure === null && referral.closedAt === null, 'only a closed referral has an end', seen);
    must(wait !== undefined && wait.until !== null && wait.milestone !== null, 'no live referral is dropped: an owner and a date', seen);
  }
  const engaged = before.status === 'accepted' || before.status === 'in_progress' || before.status === 'on_hold';
  must(!(engaged && side === 'timer' && status === 'closed' && closure !== 'superseded'), 'no timer closes an engaged referral', seen);
  must(status !== 'in_progress' || referral.firstContactAt !== null, 'in progress means a proven contact', seen);
  must(
    (status !== 'accepted' && status !== 'in_progress') || (referral.accountablePostId ?? '') !== '',
    'engaged means a named person',
    seen,
  );
  must(status !== 'received' || referral.claimedByPostId !== null || referral.kind === 'self', 'received means claimed', seen);
  must(
    transition.move !== 'decline' || (outcome === 'refused_by_person') === (referral.declineReason === 'person_does_not_want'),
    'two refusals',
    seen,
  );
  must(!before.opposed || status === 'closed', '12. after an opposition nothing resumes', seen);
  if (before.status === 'info_needed' && status === 'received') {
    must(
      referral.decideSpentMinutes === before.decideSpentMinutes && referral.decideSince === transition.at,
      'the time left is what it was',
      seen,
    );
  }
  if (status === 'info_needed') {
    const ran = before.decideSince === null ? 0 : workingMinutesBetween(before.decideSince, transition.at, agreement.calendar);
    must(
      referral.decideSince === null && referral.decideSpentMinutes === before.decideSpentMinutes + ran,
      'a question pauses the clock',
      seen,
    );
  }
}

function foldsToItself(referral: Referral, log: readonly ReferralTransition[], now: Instant): void {
  const folded = fold(log);
  const { status, closure, outcome, heldFor, closedByKind, sequence } = referral;
  const same = { ...folded, statusSince: null };
  must(
    JSON.stringify(same) === JSON.stringify({ status, closure, outcome, heldFor, closedByKind, sequence, statusSince: null }),
    '1. state = fold of log',
    { folded, referral },
  );
  const times = ownerTimes(log, referral.kind, now);
  const owners = times.sender + times.receiver + times.coordinator + times.person + times.timer + times.paused;
  const sent = log[0]?.at ?? now;
  const lifetime = log[0]?.toStatus === 'closed' ? 0 : millisOf(referral.closedAt ?? now) - millisOf(sent);
  must(owners === times.lifetime && times.lifetime === lifetime, '1. owner times + pauses = lifetime', { times, lifetime });
}
