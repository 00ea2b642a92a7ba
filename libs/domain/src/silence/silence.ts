import type { SupportScheme } from '../beneficiaries/beneficiary';
import { isMinor } from '../beneficiaries/minors';
import { civilDateIn, type CivilDate, type Instant, millisOf } from '../time/time';

/** Days without a two-way contact with anybody of the network after which a file is silent, by scheme. Source: domain.md §4. */
export const SILENCE_DAYS = {
  cej: 30,
  pacea: 30,
  psad: 30,
  right_to_return: 30,
  free: 60,
  cep_2: 60,
  cep_1: 90,
} as const satisfies Record<SupportScheme, 30 | 60 | 90>;

/** A minor is never silent for longer than this. */
export const MINOR_SILENCE_DAYS = 30;

/** Days after which one asks what became of a referral that was sent, by its state. */
export const QUIET_DAYS = { sent: 5, received: 5, waitlisted: 30, accepted: 15, in_progress: 30, on_hold: 60 } as const;

/** What makes a silence, a waiting or a gap more worrying, each with its weight. */
export const RISKS = {
  minor: 3,
  right_to_return: 3,
  unsafe: 3,
  clock_overdue: 2,
  no_lead: 2,
  never_met: 2,
  missed_last: 2,
  tried_in_vain: 1,
  no_meeting: 1,
} as const;

/** A reason why somebody comes first. */
export type Risk = keyof typeof RISKS;

/** What is known of somebody on the board. */
export type RiskFacts = {
  readonly birthDate: CivilDate;
  readonly createdAt: Instant;
  readonly lastContactAt: Instant | null;
  readonly scheme: SupportScheme | null;
  readonly unsafe: boolean;
  readonly led: boolean;
  readonly returning: boolean;
  readonly clockOverdue: boolean;
  readonly meetingPlanned: boolean;
  readonly missedLast: boolean;
  readonly attempts: number;
};

/** How long nobody has heard of somebody, after how many days it counts, and whether it does. */
export type Silence = { readonly days: number; readonly limit: number; readonly silent: boolean };

const DAY = 86_400_000;
const VAIN = 3;

/** Days after which a file is silent: those of its scheme, fewer for a minor. */
export function silenceLimit(scheme: SupportScheme | null, minor: boolean): number {
  const days = SILENCE_DAYS[scheme ?? 'free'];
  return minor ? Math.min(days, MINOR_SILENCE_DAYS) : days;
}

/** How silent somebody is; a person whom nobody met yet is counted from the opening of the file. */
export function silenceOf(
  { birthDate, createdAt, lastContactAt, scheme }: Pick<RiskFacts, 'birthDate' | 'createdAt' | 'lastContactAt' | 'scheme'>,
  now: Instant,
  timeZone: string,
): Silence {
  const limit = silenceLimit(scheme, isMinor(birthDate, civilDateIn(timeZone, now)));
  const days = Math.max(0, Math.floor((millisOf(now) - millisOf(lastContactAt ?? createdAt)) / DAY));
  return { days, limit, silent: days >= limit };
}

/** The reasons to worry about somebody, the heaviest first, and their sum with the length of the silence. */
export function riskOf(facts: RiskFacts, now: Instant, timeZone: string): { readonly score: number; readonly reasons: readonly Risk[] } {
  const { days, limit } = silenceOf(facts, now, timeZone);
  const holds: Readonly<Record<Risk, boolean>> = {
    minor: isMinor(facts.birthDate, civilDateIn(timeZone, now)),
    right_to_return: facts.returning,
    unsafe: facts.unsafe,
    clock_overdue: facts.clockOverdue,
    no_lead: !facts.led,
    never_met: facts.lastContactAt === null,
    missed_last: facts.missedLast,
    tried_in_vain: facts.attempts >= VAIN,
    no_meeting: !facts.meetingPlanned,
  };
  const reasons = (Object.keys(RISKS) as Risk[]).filter((risk) => holds[risk]);
  const length = Math.min(6, Math.floor((2 * days) / limit));
  return { score: reasons.reduce((sum, risk) => sum + RISKS[risk], length), reasons };
}

/** How much a score presses, in three words. */
export function pressureOf(score: number): 'high' | 'medium' | 'low' {
  return score >= 8 ? 'high' : score >= 5 ? 'medium' : 'low';
}
