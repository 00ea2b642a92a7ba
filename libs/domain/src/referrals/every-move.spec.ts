import { DEFAULT_AGREEMENT } from '../clocks/agreement-settings';
import { toInstant } from '../time/time';
import type { MoveAnswer } from './answers';
import { COORDINATOR, EXAMPLE, inState, NOBODY, RECEIVER, SENDER } from './example-referral';
import { move, whyNot } from './referral';
import { PERSON, TIMER, type Standing } from './standing';
import { REFERRAL_MOVES, REFERRAL_STATES, type ReferralMove, type ReferralState } from './vocabulary';

type Actor = 'sender' | 'receiver' | 'coordinator' | 'timer' | 'person' | 'none';
const ACTORS: Record<Actor, Standing> = {
  sender: SENDER,
  receiver: RECEIVER,
  coordinator: COORDINATOR,
  timer: TIMER,
  person: PERSON,
  none: NOBODY,
};

/**
 * Written by hand from referral.md, "Moves", before and apart from the table of the code: state, move, who, where to. A held
 * referral of the example waits for the agreement of the person, so its sender releases it.
 */
const ALLOWED: readonly (readonly [ReferralState, ReferralMove, Actor, ReferralState])[] = [
  ['draft', 'send', 'sender', 'sent'],
  ['draft', 'mark_error', 'sender', 'closed'],
  ['draft', 'supersede', 'timer', 'closed'],
  ['held', 'release', 'sender', 'sent'],
  ['held', 'withdraw', 'sender', 'closed'],
  ['held', 'withdraw', 'coordinator', 'closed'],
  ['held', 'lapse', 'timer', 'closed'],
  ['held', 'oppose', 'person', 'closed'],
  ['held', 'supersede', 'timer', 'closed'],
  ['held', 'reroute', 'coordinator', 'closed'],
  ['held', 'mark_error', 'sender', 'closed'],
  ['sent', 'receive', 'receiver', 'received'],
  ['sent', 'ask_info', 'receiver', 'info_needed'],
  ['sent', 'accept', 'receiver', 'accepted'],
  ['sent', 'waitlist', 'receiver', 'waitlisted'],
  ['sent', 'decline', 'receiver', 'closed'],
  ['sent', 'withdraw', 'sender', 'closed'],
  ['sent', 'oppose', 'person', 'cancel_requested'],
  ['sent', 'expire', 'timer', 'closed'],
  ['sent', 'supersede', 'timer', 'closed'],
  ['sent', 'reroute', 'coordinator', 'closed'],
  ['sent', 'mark_error', 'sender', 'closed'],
  ['received', 'ask_info', 'receiver', 'info_needed'],
  ['received', 'accept', 'receiver', 'accepted'],
  ['received', 'waitlist', 'receiver', 'waitlisted'],
  ['received', 'decline', 'receiver', 'closed'],
  ['received', 'drop_claim', 'timer', 'sent'],
  ['received', 'withdraw', 'sender', 'closed'],
  ['received', 'oppose', 'person', 'cancel_requested'],
  ['received', 'expire', 'timer', 'closed'],
  ['received', 'supersede', 'timer', 'closed'],
  ['received', 'reroute', 'coordinator', 'closed'],
  ['received', 'mark_error', 'sender', 'closed'],
  ['info_needed', 'answer_info', 'sender', 'received'],
  ['info_needed', 'return_info', 'timer', 'received'],
  ['info_needed', 'withdraw', 'sender', 'closed'],
  ['info_needed', 'oppose', 'person', 'cancel_requested'],
  ['info_needed', 'supersede', 'timer', 'closed'],
  ['info_needed', 'reroute', 'coordinator', 'closed'],
  ['info_needed', 'mark_error', 'sender', 'closed'],
  ['waitlisted', 'accept', 'receiver', 'accepted'],
  ['waitlisted', 'decline', 'receiver', 'closed'],
  ['waitlisted', 'oppose', 'person', 'cancel_requested'],
  ['waitlisted', 'expire', 'timer', 'closed'],
  ['waitlisted', 'supersede', 'timer', 'closed'],
  ['waitlisted', 'reroute', 'coordinator', 'closed'],
  ['waitlisted', 'mark_error', 'sender', 'closed'],
  ['decline_pending', 'confirm_decline', 'coordinator', 'closed'],
  ['decline_pending', 'return_decline', 'coordinator', 'received'],
  ['decline_pending', 'reroute', 'coordinator', 'closed'],
  ['decline_pending', 'oppose', 'person', 'cancel_requested'],
  ['decline_pending', 'supersede', 'timer', 'closed'],
  ['decline_pending', 'mark_error', 'sender', 'closed'],
  ['accepted', 'record_contact', 'receiver', 'in_progress'],
  ['accepted', 'hold', 'receiver', 'on_hold'],
  ['accepted', 'unaccept', 'receiver', 'received'],
  ['accepted', 'request_cancel', 'sender', 'cancel_requested'],
  ['accepted', 'request_cancel', 'person', 'cancel_requested'],
  ['accepted', 'oppose', 'person', 'cancel_requested'],
  ['accepted', 'post_result', 'receiver', 'result_posted'],
  ['accepted', 'supersede', 'timer', 'closed'],
  ['accepted', 'reroute', 'coordinator', 'closed'],
  ['accepted', 'mark_error', 'sender', 'closed'],
  ['in_progress', 'hold', 'receiver', 'on_hold'],
  ['in_progress', 'request_cancel', 'sender', 'cancel_requested'],
  ['in_progress', 'request_cancel', 'person', 'cancel_requested'],
  ['in_progress', 'oppose', 'person', 'cancel_requested'],
  ['in_progress', 'post_result', 'receiver', 'result_posted'],
  ['in_progress', 'supersede', 'timer', 'closed'],
  ['in_progress', 'reroute', 'coordinator', 'closed'],
  ['in_progress', 'mark_error', 'sender', 'closed'],
  ['on_hold', 'resume', 'receiver', 'in_progress'],
  ['on_hold', 'request_cancel', 'sender', 'cancel_requested'],
  ['on_hold', 'request_cancel', 'person', 'cancel_requested'],
  ['on_hold', 'oppose', 'person', 'cancel_requested'],
  ['on_hold', 'supersede', 'timer', 'closed'],
  ['on_hold', 'reroute', 'coordinator', 'closed'],
  ['on_hold', 'mark_error', 'sender', 'closed'],
  ['cancel_requested', 'confirm_cancel', 'receiver', 'closed'],
  ['cancel_requested', 'confirm_by_silence', 'timer', 'closed'],
  ['cancel_requested', 'object_cancel', 'receiver', 'in_progress'],
  ['cancel_requested', 'oppose', 'person', 'cancel_requested'],
  ['cancel_requested', 'supersede', 'timer', 'closed'],
  ['cancel_requested', 'reroute', 'coordinator', 'closed'],
  ['cancel_requested', 'mark_error', 'sender', 'closed'],
  ['result_posted', 'acknowledge', 'sender', 'closed'],
  ['result_posted', 'acknowledge_by_silence', 'timer', 'closed'],
  ['result_posted', 'contest', 'sender', 'in_progress'],
  ['result_posted', 'oppose', 'person', 'cancel_requested'],
  ['result_posted', 'supersede', 'timer', 'closed'],
  ['result_posted', 'reroute', 'coordinator', 'closed'],
  ['result_posted', 'mark_error', 'sender', 'closed'],
];

/** An answer that satisfies every guard that asks for one. */
const now = toInstant('2026-11-24T08:30:00+01:00');
const late = toInstant('2027-02-01T09:00:00+01:00');
const ANSWER: MoveAnswer = {
  facts: { sharing: 'agreed', receiverLive: true, twinOpen: false, refusedUntil: null },
  packetId: 'packet-1',
  reason: 'because',
  question: 'Which diploma?',
  info: 'A baccalauréat',
  accountablePostId: EXAMPLE.receiverPost,
  reviewAt: toInstant('2026-12-07T09:00:00+01:00'),
  resumeAt: toInstant('2026-12-07T09:00:00+01:00'),
  declineReason: 'no_place',
  outcome: 'moved',
  contact: { kind: 'appointment', id: 'appointment-1', at: now },
  successorId: 'referral-2',
  remindersSettled: true,
};

const key = (state: ReferralState, name: ReferralMove, actor: Actor): string => `${state} ${name} ${actor}`;
const expected = new Map(ALLOWED.map(([state, name, actor, to]) => [key(state, name, actor), to]));
const TIMED: readonly ReferralMove[] = ['lapse', 'drop_claim', 'return_info', 'expire', 'confirm_by_silence', 'acknowledge_by_silence'];

describe.each(REFERRAL_STATES)('a referral that is %s', (state) => {
  for (const name of REFERRAL_MOVES) {
    const at = TIMED.includes(name) ? late : now;
    for (const actor of Object.keys(ACTORS) as Actor[]) {
      const to = expected.get(key(state, name, actor));
      if (to === undefined) {
        it(`does not let the ${actor} side ${name.replaceAll('_', ' ')}`, () => {
          const refusal = move(name, inState(state), ACTORS[actor], ANSWER, at, DEFAULT_AGREEMENT);
          const codes = ['referral.not_your_move', 'referral.not_in_this_state'];
          expect('refused' in refusal && codes.includes(refusal.refused)).toBe(true);
          expect(whyNot(name, inState(state), ACTORS[actor], at)).toEqual(refusal);
        });
      } else {
        it(`lets the ${actor} side ${name.replaceAll('_', ' ')}, which leads to ${to.replaceAll('_', ' ')}`, () => {
          expect(whyNot(name, inState(state), ACTORS[actor], at)).toBeUndefined();
          const moved = move(name, inState(state), ACTORS[actor], ANSWER, at, DEFAULT_AGREEMENT);
          expect(moved).toMatchObject({
            referral: { status: to },
            transition: { fromStatus: state, toStatus: to, actorKind: actor, move: name, at },
          });
        });
      }
    }
  }
});

describe('the table of moves', () => {
  it('names no triple twice', () => {
    expect(expected.size).toBe(ALLOWED.length);
  });
});
