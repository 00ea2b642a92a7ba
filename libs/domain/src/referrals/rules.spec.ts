import { DEFAULT_AGREEMENT, type Agreement, type AgreementSettings } from '../clocks/agreement-settings';
import { plusMinutes, toInstant } from '../time/time';
import type { MoveAnswer } from './answers';
import { anExample, COORDINATOR, EXAMPLE, inState, NOBODY, RECEIVER, SENDER } from './example-referral';
import { draftReferral, mayFollow, type Referral } from './record';
import { move, movesAllowed, whyNot, whyNotEdit, type Moved } from './referral';
import { PERSON, sideOf, standingOf, TIMER, type Standing } from './standing';
import { DECLINE_REASONS, OUTCOMES, type DeclineReason, type ReferralMove } from './vocabulary';

const now = plusMinutes(EXAMPLE.monday, 60);
const facts = { sharing: 'agreed', receiverLive: true, twinOpen: false, refusedUntil: null } as const;
const withSettings = (settings: Partial<AgreementSettings>): Agreement => ({
  ...DEFAULT_AGREEMENT,
  settings: { ...DEFAULT_AGREEMENT.settings, ...settings },
});

function done(
  name: ReferralMove,
  referral: Referral,
  standing: Standing,
  answer: MoveAnswer,
  at = now,
  agreement = DEFAULT_AGREEMENT,
): Moved {
  const moved = move(name, referral, standing, answer, at, agreement);
  if ('refused' in moved) throw new RangeError(`${name}: ${moved.refused}`);
  return moved;
}
const refused = (name: ReferralMove, referral: Referral, standing: Standing, answer: MoveAnswer, at = now): string | undefined =>
  whyNot(name, referral, standing, at, answer)?.refused;
const codes = ({ effects }: Moved): string[] => effects.map(({ effect }) => effect);

describe('sending a referral', () => {
  it('asks that the person was informed or agreed, and does not oppose', () => {
    expect(refused('send', anExample(), SENDER, { facts: { ...facts, sharing: null } })).toBe('referral.no_agreement_recorded');
    expect(refused('send', anExample(), SENDER, {})).toBe('referral.no_agreement_recorded');
    expect(refused('send', anExample(), SENDER, { facts: { ...facts, sharing: 'opposed' } })).toBe('referral.person_opposed');
    expect(refused('send', anExample(), SENDER, { facts: { ...facts, sharing: 'informed' } })).toBeUndefined();
  });

  it('is refused to a unit that is closed, twice for the same need, and within a remembered refusal', () => {
    expect(refused('send', anExample(), SENDER, { facts: { ...facts, receiverLive: false } })).toBe('referral.receiver_closed');
    expect(refused('send', anExample(), SENDER, { facts: { ...facts, twinOpen: true } })).toBe('referral.twin_open');
    expect(refused('send', anExample(), SENDER, { facts: { ...facts, refusedUntil: plusMinutes(now, 1) } })).toBe(
      'referral.refused_recently',
    );
    expect(refused('send', anExample(), SENDER, { facts: { ...facts, refusedUntil: now } })).toBeUndefined();
  });

  it('is refused from a unit to itself', () => {
    const same = { ...anExample(), receiverUnitId: EXAMPLE.senderUnit };
    expect(refused('send', same, SENDER, { facts })).toBe('referral.same_unit');
    expect(draftReferral(same, now)).toMatchObject({ refused: 'referral.same_unit' });
  });

  it('freezes the packet, starts the decide clock and tells the queue', () => {
    const sent = done('send', anExample(), SENDER, { facts, packetId: 'packet-1' });
    expect(sent.referral).toMatchObject({
      sentAt: now,
      decideSince: now,
      packetId: 'packet-1',
      dueMilestone: 'decide_target',
      version: 2,
      sequence: 1,
    });
    expect(sent.referral.dueAt).toBe(toInstant('2026-11-25T10:00:00+01:00'));
    expect(sent.effects).toEqual([{ effect: 'packet.freeze' }, { effect: 'notice.receiver', unitId: EXAMPLE.receiverUnit }]);
  });

  it('waits for the agreement or the check that the region asks for, without telling the receiver', () => {
    const informed: MoveAnswer = { facts: { ...facts, sharing: 'informed' } };
    const held = done('send', anExample(), SENDER, informed, now, withSettings({ personMustAgree: true }));
    expect(held.referral).toMatchObject({ status: 'held', heldFor: 'agreement', sentAt: null, dueMilestone: 'held_alert' });
    expect(codes(held)).toEqual(['packet.freeze']);
    const strict = withSettings({ personMustAgree: true });
    expect(move('release', held.referral, SENDER, informed, now, strict)).toEqual({ refused: 'referral.no_agreement_recorded' });
    expect(done('release', held.referral, SENDER, { facts }, now, strict).referral).toMatchObject({
      status: 'sent',
      heldFor: null,
      sentAt: now,
    });
    const checked = done('send', anExample(), SENDER, { facts }, now, withSettings({ checkBeforeSending: true })).referral;
    expect(checked.heldFor).toBe('check');
    expect(refused('release', checked, SENDER, { facts })).toBe('referral.not_your_move');
    expect(refused('release', checked, COORDINATOR, { facts })).toBeUndefined();
  });

  it('can be corrected only before it leaves, by the side that wrote it', () => {
    expect(whyNotEdit(anExample(), SENDER)).toBeUndefined();
    expect(whyNotEdit(anExample(), RECEIVER)?.refused).toBe('referral.not_your_move');
    expect(whyNotEdit(inState('sent'), SENDER)?.refused).toBe('referral.not_in_this_state');
  });
});

describe('answering a referral', () => {
  it('is accepted only with a named person, and while a place is free', () => {
    expect(refused('accept', inState('received'), RECEIVER, {})).toBe('referral.accountable_missing');
    expect(refused('accept', inState('received'), RECEIVER, { accountablePostId: 'post-9', placeFree: false })).toBe('referral.no_place');
    const accepted = done('accept', inState('received'), RECEIVER, { accountablePostId: 'post-9' });
    expect(accepted.referral).toMatchObject({
      accountablePostId: 'post-9',
      acceptedAt: now,
      dueMilestone: 'contact_question',
      decideSince: null,
    });
    expect(codes(accepted)).toEqual(['support.open', 'person.tell_if_safe', 'notice.sender']);
  });

  it('opens a handover only when the sender redirects, effective at first contact at the earliest', () => {
    const accepted = done('accept', inState('received', { kind: 'redirect' }), RECEIVER, { accountablePostId: 'post-9' });
    expect(codes(accepted)).toContain('handover.open');
    const contact = { kind: 'interview', id: 'interview-1', at: now } as const;
    expect(codes(done('record_contact', accepted.referral, RECEIVER, { contact }))).toContain('handover.may_be_effective');
    const closed = done(
      'acknowledge',
      inState('result_posted', { kind: 'redirect', firstContactAt: null, outcome: 'unreachable' }),
      SENDER,
      {},
    );
    expect(codes(closed)).toContain('handover.roll_back');
    expect(codes(done('acknowledge', inState('result_posted', { kind: 'redirect' }), SENDER, {}))).not.toContain('handover.roll_back');
  });

  it.each(Object.entries(DECLINE_REASONS))('is declined as %s, which means %s', (declineReason, outcome) => {
    const answer = {
      declineReason: declineReason as DeclineReason,
      note: 'In words',
      attempts: 2,
      destinationUnitId: 'unit-9',
      alternatives: ['unit-8'],
    };
    const { referral, effects } = done('decline', inState('sent'), RECEIVER, answer);
    expect(referral).toMatchObject({ closure: 'declined', outcome, declineReason, closedByKind: 'receiver', closedAt: now, dueAt: null });
    expect(effects).toContainEqual({ effect: 'alternatives.offer', unitId: EXAMPLE.senderUnit, unitIds: ['unit-8'] });
    expect(effects.some(({ effect }) => effect === 'unmet_need.log')).toBe(declineReason === 'no_place');
  });

  it('never merges the refusal of the person with that of the provider', () => {
    const reasons = (outcome: string): string[] =>
      Object.entries(DECLINE_REASONS).flatMap(([reason, means]) => (means === outcome ? [reason] : []));
    expect(reasons('refused_by_person')).toEqual(['person_does_not_want']);
    expect(reasons('refused_by_provider')).not.toContain('person_does_not_want');
  });

  it('is declined with a reason, words for "other", attempts for "unreachable", and a destination to go to', () => {
    expect(refused('decline', inState('sent'), RECEIVER, {})).toBe('referral.reason_missing');
    expect(refused('decline', inState('sent'), RECEIVER, { declineReason: 'other' })).toBe('referral.reason_missing');
    expect(refused('decline', inState('sent'), RECEIVER, { declineReason: 'person_unreachable' })).toBe('referral.attempts_missing');
    expect(refused('decline', inState('sent'), RECEIVER, { declineReason: 'other_destination' })).toBe('referral.destination_missing');
    const redirected = done('decline', inState('sent'), RECEIVER, { declineReason: 'other_destination', destinationUnitId: 'unit-9' });
    expect(redirected.effects).toContainEqual({ effect: 'draft.prepare', unitId: EXAMPLE.senderUnit, unitIds: ['unit-9'] });
  });

  it('goes through the coordinator when the agreement wants a look, is returned once at most, and never by the receiver itself', () => {
    const look = withSettings({ lookAtDeclines: true });
    const pending = done('decline', inState('sent'), RECEIVER, { declineReason: 'no_place' }, now, look);
    expect(pending.referral).toMatchObject({ status: 'decline_pending', outcome: 'no_capacity', claimedByPostId: EXAMPLE.receiverPost });
    expect(codes(pending)).toEqual(['notice.sender', 'notice.coordinator']);
    const returned = done('return_decline', pending.referral, COORDINATOR, { reason: 'There is a place' }).referral;
    expect(returned).toMatchObject({ status: 'received', outcome: null, declineReason: null, declineReturned: true });
    const again = done('decline', returned, RECEIVER, { declineReason: 'no_place' }, now, look).referral;
    expect(refused('return_decline', again, COORDINATOR, { reason: 'Again' })).toBe('referral.once_only');
    const judge: Standing = { ...COORDINATOR, operatorId: EXAMPLE.receiverOperator };
    expect(refused('confirm_decline', again, judge, { reason: 'Mine' })).toBe('referral.not_your_move');
  });

  it('waits for a place until a review date of thirty working days at most', () => {
    const at = (text: string): MoveAnswer => ({ reviewAt: toInstant(text) });
    expect(refused('waitlist', inState('received'), RECEIVER, {})).toBe('referral.date_out_of_range');
    expect(refused('waitlist', inState('received'), RECEIVER, at('2026-11-20T09:00:00Z'))).toBe('referral.date_out_of_range');
    expect(refused('waitlist', inState('received'), RECEIVER, at('2027-01-04T10:01:00+01:00'))).toBe('referral.date_out_of_range');
    expect(refused('waitlist', inState('received'), RECEIVER, at('2027-01-04T09:59:00+01:00'))).toBeUndefined();
  });

  it('loses against somebody who was faster: the version that was seen must be the present one', () => {
    expect(refused('receive', inState('sent', { version: 3 }), RECEIVER, { version: 2 })).toBe('referral.world_moved');
    expect(refused('receive', inState('sent', { version: 3 }), RECEIVER, { version: 3 })).toBeUndefined();
  });
});

describe('after acceptance', () => {
  const contact = { kind: 'appointment', id: 'appointment-1', at: now } as const;

  it('is in progress only with a dated contact, after sending and not in the future', () => {
    expect(refused('record_contact', inState('accepted'), RECEIVER, {})).toBe('referral.no_contact_yet');
    const tomorrow = { contact: { ...contact, at: plusMinutes(now, 1440) } };
    expect(refused('record_contact', inState('accepted'), RECEIVER, tomorrow)).toBe('referral.no_contact_yet');
    const before = { contact: { ...contact, at: plusMinutes(EXAMPLE.monday, -1) } };
    expect(refused('record_contact', inState('accepted'), RECEIVER, before)).toBe('referral.date_out_of_range');
    const sameMinute = { contact: { ...contact, at: EXAMPLE.monday } };
    const seconds = toInstant(EXAMPLE.monday.replace(/:00\.000Z$/, ':42.000Z'));
    expect(refused('record_contact', inState('accepted', { sentAt: seconds }), RECEIVER, sameMinute)).toBeUndefined();
    const met = done('record_contact', inState('accepted'), RECEIVER, { contact });
    expect(met.referral).toMatchObject({ firstContactAt: now, lastContactAt: now, dueMilestone: 'stall_question' });
    expect(met.transition.detail).toMatchObject({ contactId: 'appointment-1', contactKind: 'appointment', contactAt: now });
  });

  it('can be undone within 24 hours', () => {
    const accepted = inState('accepted');
    expect(refused('unaccept', accepted, RECEIVER, {}, plusMinutes(EXAMPLE.monday, 1440))).toBeUndefined();
    expect(refused('unaccept', accepted, RECEIVER, {}, plusMinutes(EXAMPLE.monday, 1441))).toBe('referral.too_late_to_undo');
    expect(refused('unaccept', { ...accepted, firstContactAt: now }, RECEIVER, {})).toBe('referral.contact_already');
    expect(done('unaccept', accepted, RECEIVER, {}).referral).toMatchObject({
      status: 'received',
      accountablePostId: null,
      contactSince: null,
    });
  });

  it('is paused for sixty working days in all, then no more', () => {
    const answer = { reason: 'Illness', resumeAt: toInstant('2026-12-14T09:00:00+01:00') };
    expect(refused('hold', inState('accepted'), RECEIVER, answer)).toBeUndefined();
    expect(refused('hold', inState('accepted'), RECEIVER, { resumeAt: answer.resumeAt })).toBe('referral.reason_missing');
    expect(refused('hold', inState('accepted', { holdMinutesUsed: 55 * 480 }), RECEIVER, answer)).toBe('referral.date_out_of_range');
    expect(whyNot('hold', inState('accepted', { holdMinutesUsed: 60 * 480 }), RECEIVER, now)?.refused).toBe('referral.date_out_of_range');
    const held = done('hold', inState('accepted'), RECEIVER, answer).referral;
    const back = done('resume', held, RECEIVER, {}, plusMinutes(now, 2880)).referral;
    expect(back).toMatchObject({ status: 'accepted', holdMinutesUsed: 960, contactSpentMinutes: 60 });
  });

  it('reports no success before a meeting, and no dead end without its attempts', () => {
    expect(refused('post_result', inState('accepted'), RECEIVER, { outcome: 'met' })).toBe('referral.no_contact_yet');
    expect(refused('post_result', inState('accepted'), RECEIVER, { outcome: 'unreachable' })).toBe('referral.attempts_missing');
    expect(refused('post_result', inState('accepted'), RECEIVER, { outcome: 'unreachable', attempts: 3 })).toBeUndefined();
    expect(refused('post_result', inState('in_progress'), RECEIVER, { outcome: 'other' })).toBe('referral.reason_missing');
    expect(refused('post_result', inState('in_progress'), RECEIVER, {})).toBe('referral.outcome_missing');
    for (const outcome of OUTCOMES) {
      expect(refused('post_result', inState('in_progress'), RECEIVER, { outcome, attempts: 1, note: 'In words' })).toBeUndefined();
    }
  });

  it('is reviewed by the sender, who disagrees once at most; a meeting that never was is not made up', () => {
    const contested = done('contest', inState('result_posted'), SENDER, { reason: 'She says otherwise' }).referral;
    expect(contested).toMatchObject({ status: 'in_progress', outcome: null, resultContested: true });
    const again = done('post_result', contested, RECEIVER, { outcome: 'met' }).referral;
    expect(refused('contest', again, SENDER, { reason: 'Again' })).toBe('referral.once_only');
    const unmet = inState('result_posted', { firstContactAt: null, outcome: 'no_show' });
    expect(done('contest', unmet, SENDER, { reason: 'He came' }).referral.status).toBe('accepted');
    expect(done('acknowledge', again, SENDER, {}).referral).toMatchObject({ closure: 'completed', outcome: 'met', closedByKind: 'sender' });
  });

  it('is stopped with the word of the receiver, who may object once', () => {
    const asked = done('request_cancel', inState('on_hold'), SENDER, { reason: 'He moves', outcome: 'moved' }).referral;
    expect(asked).toMatchObject({ previousStatus: 'on_hold', outcome: 'moved', dueMilestone: 'cancel_silence' });
    const back = done('object_cancel', asked, RECEIVER, { reason: 'Not before spring' }).referral;
    expect(back).toMatchObject({ status: 'on_hold', outcome: null, previousStatus: null });
    const again = done('request_cancel', back, SENDER, { reason: 'He moves', outcome: 'moved' }).referral;
    expect(refused('object_cancel', again, RECEIVER, { reason: 'Again' })).toBe('referral.once_only');
    expect(done('confirm_cancel', again, RECEIVER, {}).referral).toMatchObject({
      closure: 'cancelled',
      outcome: 'moved',
      closedByKind: 'receiver',
    });
  });

  it('stops when the person opposes, and the receiver cannot object', () => {
    const opposed = done('oppose', inState('in_progress'), PERSON, {}).referral;
    expect(opposed).toMatchObject({ status: 'cancel_requested', outcome: 'refused_by_person', opposed: true });
    expect(refused('object_cancel', opposed, RECEIVER, { reason: 'No' })).toBe('referral.person_opposed');
    const kept = done('oppose', inState('result_posted'), PERSON, {}).referral;
    expect(kept.outcome).toBe('met');
    expect(done('oppose', inState('held'), PERSON, {}).referral).toMatchObject({ closure: 'withdrawn', closedByKind: 'person' });
  });

  it('is marked as an error by the one who wrote it only', () => {
    expect(refused('mark_error', inState('sent'), { ...SENDER, postId: 'post-2' }, { reason: 'Wrong person' })).toBe(
      'referral.not_your_move',
    );
    expect(done('mark_error', inState('sent'), SENDER, { reason: 'Wrong person' }).referral).toMatchObject({
      closure: 'error',
      outcome: null,
    });
  });

  it('tells its story for ninety days after it closed', () => {
    expect(mayFollow(inState('closed'), plusMinutes(EXAMPLE.monday, 90 * 1440), DEFAULT_AGREEMENT)).toBe(true);
    expect(mayFollow(inState('closed'), plusMinutes(EXAMPLE.monday, 90 * 1440 + 1), DEFAULT_AGREEMENT)).toBe(false);
    expect(mayFollow(inState('sent'), now, DEFAULT_AGREEMENT)).toBe(false);
  });
});

describe('where somebody stands', () => {
  const actor = { region: '53', postId: 'post-1', unitId: EXAMPLE.senderUnit, operatorId: 'operator-1', role: 'counsellor' } as const;
  const lines = {
    actor: [actor.unitId, 'unit-root'],
    sender: [EXAMPLE.senderUnit, 'unit-root'],
    receiver: [EXAMPLE.receiverUnit, 'unit-other'],
  };

  it('is the side of one’s unit or of a unit above it', () => {
    expect(standingOf(actor, inState('sent'), lines).side).toBe('sender');
    const team = { ...actor, unitId: 'unit-team' };
    expect(standingOf(team, inState('sent'), { ...lines, actor: ['unit-team', EXAMPLE.receiverUnit, 'unit-other'] }).side).toBe('receiver');
  });

  it('is also the side of the units that one leads', () => {
    const above = { ...actor, unitId: 'unit-root' };
    expect(standingOf(above, inState('sent'), { ...lines, actor: ['unit-root'] }).side).toBe('none');
    expect(standingOf({ ...above, role: 'unit_lead' }, inState('sent'), { ...lines, actor: ['unit-root'] }).side).toBe('sender');
  });

  it('is none in another region, in another operator, or with a role that accompanies nobody', () => {
    expect(standingOf({ ...actor, region: '04' }, inState('sent'), lines).side).toBe('none');
    expect(standingOf({ ...actor, unitId: 'unit-9' }, inState('sent'), { ...lines, actor: ['unit-9'] }).side).toBe('none');
    expect(standingOf({ ...actor, role: 'operator_administrator' }, inState('sent'), lines).side).toBe('none');
    expect(standingOf({ ...actor, role: 'regional_manager' }, inState('sent'), lines).side).toBe('none');
    expect(standingOf({ ...actor, role: 'regional_coordinator', unitId: 'unit-9' }, inState('sent'), lines).side).toBe('coordinator');
  });

  it('turns round for a claim, which the accompanying unit decides, and for the person who asks', () => {
    expect([sideOf('asker', 'claim'), sideOf('decider', 'claim')]).toEqual(['receiver', 'sender']);
    expect([sideOf('asker', 'self'), sideOf('decider', 'self')]).toEqual(['person', 'receiver']);
    const claim = inState('sent', { kind: 'claim' });
    expect(refused('accept', claim, RECEIVER, { accountablePostId: 'post-9' })).toBe('referral.not_your_move');
    expect(refused('accept', claim, SENDER, { accountablePostId: 'post-9' })).toBeUndefined();
    expect(refused('withdraw', inState('sent', { kind: 'self' }), PERSON, {})).toBeUndefined();
  });

  it('shows the buttons of that side and no others', () => {
    expect(movesAllowed(inState('received'), RECEIVER, now)).toEqual(['ask_info', 'accept', 'waitlist', 'decline']);
    expect(movesAllowed(inState('received'), SENDER, now)).toEqual(['withdraw', 'mark_error']);
    expect(movesAllowed(inState('received'), NOBODY, now)).toEqual([]);
    expect(movesAllowed(inState('received'), TIMER, now)).toEqual(['supersede']);
  });
});
