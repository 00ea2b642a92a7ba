import { DEFAULT_SETTINGS, TIMER_NAMES, type AgreementSettings, type Span, type Timer, type TimerName } from './agreement-settings';

/** Where an agreement writes the length of a timer, without its unit: `decide.target` is `decide: { targetDays: 2 }`. */
const PLACES = {
  held_alert: ['heldAlert'],
  held_withdrawn: ['heldWithdraw'],
  decide_target: ['decide.target', 'decideUrgent.target'],
  decide_escalate: ['decide.escalate', 'decideUrgent.escalate'],
  decide_expire: ['decide.expire', 'decideUrgent.expire'],
  info_answer: ['info'],
  claimed_undecided: ['claimedUndecided'],
  first_contact: ['firstContact', 'firstContactUrgent'],
  first_contact_coordinator: ['firstContactEscalate'],
  stall_question: ['stall'],
  stall_coordinator: ['stallEscalate'],
  waitlist_review_max: ['waitlistReview'],
  hold_max: ['holdMax'],
  cancel_confirmation: ['cancelConfirm'],
  result_review: ['resultReview'],
  unaccept: ['unaccept'],
  reopen_story: ['reopenStory'],
  refusal_memory: ['refusalMemory'],
  outside_link: ['outsideLink'],
  break_the_glass: ['breakGlass'],
  decline_look: ['declineLook'],
  decline_look_escalate: ['declineLookEscalate'],
} as const satisfies Record<TimerName, readonly [string, string?]>;

const CHOICES = ['personMustAgree', 'checkBeforeSending', 'maskUntilReceived', 'lookAtDeclines'] as const;
const LONGEST = 400;

type Written = Readonly<Record<string, unknown>>;

/**
 * The settings that an agreement writes for referrals (`body.referral` of its row), each missing or senseless one by its default: a
 * length is a positive number of days or hours below 400. A timer that differs from the default names the agreement as its source.
 */
export function settingsWritten(referral: unknown): AgreementSettings {
  const written: Written = isObject(referral) ? referral : {};
  const timers = Object.fromEntries(TIMER_NAMES.map((name) => [name, timerWritten(name, written)])) as Record<TimerName, Timer>;
  const choices = CHOICES.filter((choice) => typeof written[choice] === 'boolean').map((choice) => [choice, written[choice]]);
  const marks = written['firstContactMarksDays'];
  return {
    ...DEFAULT_SETTINGS,
    ...(Object.fromEntries(choices) as Partial<AgreementSettings>),
    timers,
    ...(Array.isArray(marks) && marks.length > 0 && marks.every(isLength) && { firstContactCounts: marks }),
  };
}

function timerWritten(name: TimerName, written: Written): Timer {
  const usualTimer = DEFAULT_SETTINGS.timers[name];
  const [place, urgentPlace]: readonly [string, string?] = PLACES[name];
  const usual = spanWritten(place, written, usualTimer.usual);
  const urgent = urgentPlace === undefined ? usual : spanWritten(urgentPlace, written, usualTimer.urgent);
  const same = sameSpan(usual, usualTimer.usual) && sameSpan(urgent, usualTimer.urgent);
  return same ? usualTimer : { usual, urgent, source: 'agreement' };
}

/** Days and hours of work, or of the sun, as the default counts them. */
function spanWritten(place: string, written: Written, usual: Span): Span {
  const [first = '', second] = place.split('.');
  const inner = second === undefined ? written : written[first];
  const key = second ?? first;
  if (!isObject(inner)) return usual;
  const works = usual.unit === 'working_day' || usual.unit === 'working_hour';
  const { [`${key}Days`]: days, [`${key}Hours`]: hours } = inner;
  if (isLength(days)) return { amount: days, unit: works ? 'working_day' : 'day' };
  return isLength(hours) ? { amount: hours, unit: works ? 'working_hour' : 'hour' } : usual;
}

function sameSpan(one: Span, other: Span): boolean {
  return one.amount === other.amount && one.unit === other.unit;
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < LONGEST;
}

function isObject(value: unknown): value is Written {
  return typeof value === 'object' && value !== null;
}
