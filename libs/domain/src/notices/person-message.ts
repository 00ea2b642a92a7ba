import { type ContactObjection, type ContactRules, contactObjection } from '../beneficiaries/contact-rules';
import type { WorkingCalendar } from '../clocks/working-calendar';
import { civilDateIn, type Instant, millisOf, plusMinutes } from '../time/time';

/** What must be known of a person before anything is written to them. */
export type PersonReached = ContactRules & {
  /** Language code of the person, `fr` when not said. */
  readonly language: string;
  readonly interpreter: boolean;
  readonly hasEmail: boolean;
};

/** Why a message does not leave by itself: a professional tells the person instead, or nobody does. */
export type NotTold = ContactObjection | 'needs_interpreter' | 'no_address';

/** What becomes of a message to a person at a moment. */
export type PersonMessage =
  | { readonly act: 'send'; readonly language: 'fr' | 'en' }
  | { readonly act: 'wait'; readonly until: Instant }
  | { readonly act: 'leave_to_people'; readonly because: NotTold };

/** Minutes after local midnight between which a message may arrive, never on a Sunday or a holiday. */
export const DECENT_HOURS = { from: 8 * 60, to: 20 * 60 } as const;

/** Languages in which a message can be written. */
const WRITTEN = ['fr', 'en'] as const;

/**
 * Whether an e-mail may leave to a person now. Unsafe to contact wins over everything; a rule in words (hours, words to avoid, someone to
 * keep out) needs a human who reads it; only the way that the person prefers is used; what they could not read is told by people.
 * Source: domain.md §4, referral.md invariant 9.
 */
export function personMessage(person: PersonReached, now: Instant, calendar: WorkingCalendar): PersonMessage {
  const objection = contactObjection(person, 'email');
  if (objection) return { act: 'leave_to_people', because: objection };
  const language = WRITTEN.find((code) => code === person.language);
  if (person.interpreter || language === undefined) return { act: 'leave_to_people', because: 'needs_interpreter' };
  if (!person.hasEmail) return { act: 'leave_to_people', because: 'no_address' };
  const until = nextDecentMoment(now, calendar);
  return until === now ? { act: 'send', language } : { act: 'wait', until };
}

/** The first moment, this one or a later quarter of an hour, at which a message may arrive. */
export function nextDecentMoment(now: Instant, calendar: WorkingCalendar): Instant {
  if (isDecent(now, calendar)) return now;
  const quarter = 15 * 60_000;
  let at = plusMinutes(now, (quarter - (millisOf(now) % quarter)) / 60_000);
  while (!isDecent(at, calendar)) at = plusMinutes(at, 15);
  return at;
}

function isDecent(at: Instant, { timeZone, holidays }: WorkingCalendar): boolean {
  const day = civilDateIn(timeZone, at);
  const sunday = new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(millisOf(at)) === 'Sun';
  const minute = minuteOf(at, timeZone);
  return !sunday && !holidays.has(day) && minute >= DECENT_HOURS.from && minute < DECENT_HOURS.to;
}

/** Minutes since local midnight. */
export function minuteOf(at: Instant, timeZone: string): number {
  const [hours = 0, minutes = 0] = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(millisOf(at))
    .split(':')
    .map(Number);
  return hours * 60 + minutes;
}
