import { DEFAULT_AGREEMENT, DEFAULT_SETTINGS, type Agreement } from '../clocks/agreement-settings';
import { workingCalendar } from '../clocks/working-calendar';
import { plusMinutes, toInstant, type Instant } from '../time/time';
import { EXAMPLE, inState, RECEIVER, SENDER } from './example-referral';
import { fold, ownerTimes } from './log';
import type { Referral, ReferralTransition } from './record';
import { move, type Moved } from './referral';
import { TIMER } from './standing';
import { metAgain, tick, type Ticked } from './timer';
import type { ReferralState } from './vocabulary';
import { datesOf, firstDue, waitOf } from './waits';

const { monday } = EXAMPLE;
const rennes = (text: string): Instant => toInstant(`${text}:00+01:00`);

function waiting(status: ReferralState, overrides: Partial<Referral> = {}, agreement: Agreement = DEFAULT_AGREEMENT): Referral {
  const referral = inState(status, overrides);
  const due = firstDue(referral, agreement);
  return { ...referral, dueAt: due?.at ?? null, dueMilestone: due?.milestone ?? null };
}
const dates = (referral: Referral): [string, string][] => datesOf(referral, DEFAULT_AGREEMENT).map(({ milestone, at }) => [milestone, at]);

/** Every date of a referral in turn, until it moves or `times` reminders have been given. */
function letTimePass(referral: Referral, times: number): { all: Ticked[]; last: Referral } {
  const all: Ticked[] = [];
  let last = referral;
  for (let turn = 0; turn < times && last.dueAt !== null; turn += 1) {
    const ticked = tick(last, last.dueAt, DEFAULT_AGREEMENT, { remindersSettled: true });
    if (!ticked) break;
    all.push(ticked);
    last = ticked.referral;
  }
  return { all, last };
}

describe('dates of a referral', () => {
  it('ask the receiver after 2 working days, climb at 5, and end it at 14', () => {
    expect(dates(waiting('sent'))).toEqual([
      ['decide_target', rennes('2026-11-24T17:00')],
      ['decide_escalate', rennes('2026-11-27T17:00')],
      ['decide_expire', rennes('2026-12-10T17:00')],
    ]);
  });

  it('ask after 4 hours when urgent, climb at 1 day, and end it at 2', () => {
    expect(dates(waiting('sent', { urgent: true }))).toEqual([
      ['decide_target', rennes('2026-11-23T13:00')],
      ['decide_escalate', rennes('2026-11-23T17:00')],
      ['decide_expire', rennes('2026-11-24T17:00')],
    ]);
  });

  it.each([
    ['held', 'held_alert', '2026-11-24T17:00'],
    ['info_needed', 'info_return', '2026-11-25T17:00'],
    ['waitlisted', 'waitlist_review', '2026-12-14T09:00'],
    ['accepted', 'contact_question', '2026-11-27T17:00'],
    ['in_progress', 'stall_question', '2026-12-10T17:00'],
    ['on_hold', 'resume_question', '2026-12-14T09:00'],
    ['cancel_requested', 'cancel_silence', '2026-11-25T17:00'],
    ['decline_pending', 'look_due', '2026-11-24T17:00'],
    ['result_posted', 'review_due', '2026-12-01T17:00'],
  ] as const)('begin, while it is %s, with %s', (status, milestone, at) => {
    expect(waiting(status)).toMatchObject({ dueMilestone: milestone, dueAt: rennes(at) });
  });

  it('follow the calendar of La Réunion there', () => {
    const island: Agreement = { settings: DEFAULT_SETTINGS, calendar: workingCalendar('Indian/Reunion') };
    expect(waiting('sent', {}, island).dueAt).toBe(toInstant('2026-11-25T12:00:00+04:00'));
  });

  it('say who holds the ball', () => {
    expect(waitOf(waiting('sent'))).toMatchObject({ side: 'receiver', unitId: EXAMPLE.receiverUnit, postId: null, since: monday });
    expect(waitOf(waiting('info_needed'))).toMatchObject({ side: 'sender', unitId: EXAMPLE.senderUnit, postId: EXAMPLE.senderPost });
    expect(waitOf(waiting('accepted'))).toMatchObject({ side: 'receiver', postId: EXAMPLE.receiverPost });
    expect(waitOf(waiting('held', { heldFor: 'check' }))).toMatchObject({ side: 'coordinator' });
    expect(waitOf(inState('draft'))).toMatchObject({ side: 'sender', until: null });
    expect(waitOf(inState('closed'))).toBeUndefined();
  });
});

describe('when a date comes', () => {
  it('nothing happens before it', () => {
    const sent = waiting('sent');
    expect(tick(sent, plusMinutes(sent.dueAt ?? monday, -1), DEFAULT_AGREEMENT, { remindersSettled: true })).toBeUndefined();
    expect(tick(inState('closed'), rennes('2030-01-01T09:00'), DEFAULT_AGREEMENT, { remindersSettled: true })).toBeUndefined();
  });

  it('an unanswered referral reminds, climbs, then ends with alternatives for the sender', () => {
    const { all, last } = letTimePass(waiting('sent'), 5);
    expect(all.map(({ did }) => did)).toEqual(['reminded', 'reminded', 'moved']);
    expect(last).toMatchObject({ status: 'closed', closure: 'expired', closedByKind: 'timer' });
    const end = all[2];
    expect(end?.did === 'moved' && end.effects.map(({ effect }) => effect)).toEqual([
      'alternatives.offer',
      'unmet_need.log',
      'notice.sender',
      'notice.receiver',
      'read.end',
    ]);
  });

  it('an end waits until every reminder was delivered or bounced', () => {
    const late = waiting('sent', { dueMilestone: 'decide_expire' });
    const due = { ...late, dueAt: rennes('2026-12-10T17:00'), dueMilestone: 'decide_expire' } as const;
    const ticked = tick(due, due.dueAt, DEFAULT_AGREEMENT, { remindersSettled: false });
    expect(ticked).toMatchObject({ did: 'postponed', because: { refused: 'referral.reminders_pending' } });
    expect(ticked?.referral).toMatchObject({ status: 'sent', dueMilestone: 'decide_expire', dueAt: rennes('2026-12-11T17:00') });
  });

  it('a claim without a decision drops, and the decide clock runs on', () => {
    const claimed = waiting('received', { statusSince: rennes('2026-11-24T09:00'), decideSince: monday });
    const { all, last } = letTimePass(claimed, 2);
    expect(all.map(({ referral }) => referral.status)).toEqual(['received', 'sent']);
    expect(last).toMatchObject({ claimedByPostId: null, decideSince: monday, dueMilestone: 'decide_escalate' });
  });

  it('a question without an answer goes back to the receiver, with the time that was left', () => {
    const asked = move(
      'ask_info',
      waiting('sent'),
      RECEIVER,
      { question: 'Which?' },
      rennes('2026-11-24T09:00'),
      DEFAULT_AGREEMENT,
    ) as Moved;
    expect(asked.referral).toMatchObject({ decideSince: null, decideSpentMinutes: 480, dueMilestone: 'info_return' });
    const { last } = letTimePass(asked.referral, 1);
    expect(last).toMatchObject({ status: 'received', decideSpentMinutes: 480, decideSince: rennes('2026-11-26T17:00') });
    expect(dates(last)[0]).toEqual(['decide_target', rennes('2026-11-27T17:00')]);
  });

  it.each(['accepted', 'in_progress'] as const)('a referral that is %s is asked about, then climbs, and is never closed', (status) => {
    const { all, last } = letTimePass(waiting(status), 12);
    expect(new Set(all.map(({ did }) => did))).toEqual(new Set(['reminded']));
    expect(last).toMatchObject({ status, closure: null });
    expect(last.dueAt).not.toBeNull();
    expect(all[0]?.did === 'reminded' && all[0].effects.map(({ effect }) => effect)).toEqual(['notice.receiver']);
    expect(all[1]?.did === 'reminded' && all[1].effects.map(({ effect }) => effect)).toContain('notice.coordinator');
  });

  it('each reminder has a name of its own within its step, so that it is given once', () => {
    const names = letTimePass(waiting('accepted'), 5).all.map((ticked) => ticked.did === 'reminded' && ticked.reminder.milestone);
    expect(names).toEqual([
      'contact_question',
      'contact_coordinator',
      'contact_coordinator:2',
      'contact_coordinator:3',
      'contact_coordinator:4',
    ]);
  });

  it.each([
    ['cancel_requested', 'cancelled', 'moved'],
    ['result_posted', 'completed', 'met'],
  ] as const)('silence confirms a referral that is %s: %s', (status, closure, outcome) => {
    expect(letTimePass(waiting(status), 1).last).toMatchObject({ closure, outcome, closedByKind: 'timer', closedByPostId: null });
  });

  it('a referral held for ten days is withdrawn', () => {
    expect(letTimePass(waiting('held'), 3).last).toMatchObject({ closure: 'withdrawn', closedByKind: 'timer' });
  });

  it('a move cannot be made twice: the second finds another state', () => {
    const { last } = letTimePass(waiting('result_posted'), 1);
    expect(move('acknowledge_by_silence', last, TIMER, {}, rennes('2027-01-01T09:00'), DEFAULT_AGREEMENT)).toMatchObject({
      refused: 'referral.not_in_this_state',
    });
  });

  it('another meeting moves the date of silence on, an older one does not', () => {
    const met = waiting('in_progress');
    const at = rennes('2026-12-01T09:00');
    expect(metAgain(met, at, at, DEFAULT_AGREEMENT)).toMatchObject({ lastContactAt: at, dueAt: rennes('2026-12-18T17:00'), version: 2 });
    expect(metAgain(met, plusMinutes(monday, -60), at, DEFAULT_AGREEMENT)).toBe(met);
    expect(metAgain(met, plusMinutes(at, 1), at, DEFAULT_AGREEMENT)).toBe(met);
    expect(metAgain(inState('accepted'), at, at, DEFAULT_AGREEMENT)).toEqual(inState('accepted'));
  });
});

describe('the log of a referral', () => {
  const line = (sequence: number, fields: Pick<ReferralTransition, 'move' | 'fromStatus' | 'toStatus'>): ReferralTransition => ({
    region: '53',
    referralId: 'referral-1',
    sequence,
    ...fields,
    actorPostId: SENDER.postId,
    actorKind: 'sender',
    reason: null,
    detail: {},
    at: plusMinutes(monday, sequence * 60),
  });
  const sent = line(1, { move: 'send', fromStatus: 'draft', toStatus: 'sent' });
  const asked = line(2, { move: 'ask_info', fromStatus: 'sent', toStatus: 'info_needed' });

  it('tells the state, and an empty one tells a draft', () => {
    expect(fold([]).status).toBe('draft');
    expect(fold([sent, asked])).toMatchObject({ status: 'info_needed', sequence: 2, statusSince: asked.at });
  });

  it('is refused with a gap, a jump, or a move that nobody can make', () => {
    expect(() => fold([asked])).toThrow(RangeError);
    expect(() => fold([sent, { ...asked, sequence: 3 }])).toThrow(RangeError);
    expect(() => fold([{ ...sent, toStatus: 'accepted' }])).toThrow(RangeError);
  });

  it('shares the lifetime between those who kept the others waiting', () => {
    expect(ownerTimes([sent, asked], 'add', plusMinutes(asked.at, 30))).toMatchObject({
      receiver: 3_600_000,
      sender: 1_800_000,
      paused: 0,
      lifetime: 5_400_000,
    });
  });
});
