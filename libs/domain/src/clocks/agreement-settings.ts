import { plusMinutes, type Instant } from '../time/time';
import { addWorkingMinutes, minutesOfWorkingDay, workingCalendar, type WorkingCalendar } from './working-calendar';

/** A length of time; working units follow the region's calendar, the others the sun. */
export type Span = { readonly amount: number; readonly unit: 'working_day' | 'working_hour' | 'day' | 'hour' };

/** Where the length of a timer comes from: the default of the product's referral rules, or the region's agreement. */
export type TimerSource = 'referral_default' | 'relais_default' | 'agreement';

/** A timer with its length for a usual and for an urgent referral, and the source shown beside it. */
export type Timer = { readonly usual: Span; readonly urgent: Span; readonly source: TimerSource };

/** The timers of a referral. Source: referral.md, "Default timers". */
export const TIMER_NAMES = [
  'held_alert',
  'held_withdrawn',
  'decide_target',
  'decide_escalate',
  'decide_expire',
  'info_answer',
  'claimed_undecided',
  'first_contact',
  'first_contact_coordinator',
  'stall_question',
  'stall_coordinator',
  'waitlist_review_max',
  'hold_max',
  'cancel_confirmation',
  'result_review',
  'unaccept',
  'reopen_story',
  'refusal_memory',
  'outside_link',
  'break_the_glass',
  'decline_look',
  'decline_look_escalate',
] as const;

/** The name of a timer. */
export type TimerName = (typeof TIMER_NAMES)[number];

/** What a region's agreement settles for referrals; one versioned, read-only row per region holds it as JSON. */
export type AgreementSettings = {
  readonly timers: Readonly<Record<TimerName, Timer>>;
  /** Days after sending at which first contacts are counted side by side (calendar days). */
  readonly firstContactCounts: readonly number[];
  /** The person must have agreed, not only been informed; until then a sent referral is held. */
  readonly personMustAgree: boolean;
  /** The coordinator looks at each referral before it leaves. */
  readonly checkBeforeSending: boolean;
  /** The receiver sees a masked name until someone claims the referral. */
  readonly maskUntilReceived: boolean;
  /** The coordinator looks at each decline before it closes the referral. */
  readonly lookAtDeclines: boolean;
};

/** The settings of a region together with its calendar: all that the machine needs to know of the place. */
export type Agreement = { readonly settings: AgreementSettings; readonly calendar: WorkingCalendar };

const days = (amount: number): Span => ({ amount, unit: 'working_day' });
const hours = (amount: number): Span => ({ amount, unit: 'hour' });
const same = (span: Span, source: TimerSource = 'referral_default'): Timer => ({ usual: span, urgent: span, source });
const split = (usual: Span, urgent: Span): Timer => ({ usual, urgent, source: 'referral_default' });

/**
 * The settings of a region before it signs its own. Source: referral.md, "Default timers", but for four lengths which it
 * leaves open: the second question on a first contact (+5 days, as for a stall), the coordinator's look at a decline
 * (2 days, again at 5, as for a decision), and how long a refusal is remembered (30 days).
 */
export const DEFAULT_SETTINGS: AgreementSettings = {
  timers: {
    held_alert: same(days(2)),
    held_withdrawn: same(days(10)),
    decide_target: split(days(2), { amount: 4, unit: 'working_hour' }),
    decide_escalate: split(days(5), days(1)),
    decide_expire: split(days(14), days(2)),
    info_answer: same(days(3)),
    claimed_undecided: same(days(2)),
    first_contact: split(days(5), days(1)),
    first_contact_coordinator: same(days(5), 'relais_default'),
    stall_question: same(days(14)),
    stall_coordinator: same(days(5)),
    waitlist_review_max: same(days(30)),
    hold_max: same(days(60)),
    cancel_confirmation: same(days(3)),
    result_review: same(days(7)),
    unaccept: same(hours(24)),
    reopen_story: same({ amount: 90, unit: 'day' }),
    refusal_memory: same({ amount: 30, unit: 'day' }, 'relais_default'),
    outside_link: same({ amount: 8, unit: 'day' }),
    break_the_glass: same(hours(3)),
    decline_look: same(days(2), 'relais_default'),
    decline_look_escalate: same(days(5), 'relais_default'),
  },
  firstContactCounts: [15, 30, 45],
  personMustAgree: false,
  checkBeforeSending: false,
  maskUntilReceived: false,
  lookAtDeclines: false,
};

/** Default settings on a calendar of weekends only: what a screen uses before the region's own have arrived. */
export const DEFAULT_AGREEMENT: Agreement = { settings: DEFAULT_SETTINGS, calendar: workingCalendar('Europe/Paris') };

/** The length of a timer, usual or urgent. */
export function spanOf(timer: TimerName, urgent: boolean, settings: AgreementSettings): Span {
  return urgent ? settings.timers[timer].urgent : settings.timers[timer].usual;
}

/** A span in working minutes. Throws a `RangeError` for spans of the sun (days, hours), which have none. */
export function workingMinutesOf(span: Span, calendar: WorkingCalendar): number {
  if (span.unit === 'working_day') return span.amount * minutesOfWorkingDay(calendar);
  if (span.unit === 'working_hour') return span.amount * 60;
  throw new RangeError('not a span of working time');
}

/** The instant at which a span that starts at `from` is over. */
export function afterSpan(from: Instant, span: Span, calendar: WorkingCalendar): Instant {
  if (span.unit === 'day') return plusMinutes(from, span.amount * 1440);
  if (span.unit === 'hour') return plusMinutes(from, span.amount * 60);
  return addWorkingMinutes(from, workingMinutesOf(span, calendar), calendar);
}
