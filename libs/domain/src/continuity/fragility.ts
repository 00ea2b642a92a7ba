import { ageOn, type CivilDate, type Instant, millisOf } from '../time/time';

/** What makes a file fragile when its referent is away, the gravest first. */
export const FRAGILITY_REASONS = [
  'minor_without_solution',
  'unsafe_to_contact',
  'silent_90',
  'silent_60',
  'silent_30',
  'action_overdue',
  'referral_open',
  'appointment_soon',
] as const;

/** A reason for which a file is looked at first. */
export type FragilityReason = (typeof FRAGILITY_REASONS)[number];

/** What is known of a file on the day on which its referent leaves. */
export type FileFacts = {
  readonly birthDate: CivilDate;
  /** Whether the person is at school, in training or at work now. */
  readonly hasSolution: boolean;
  readonly unsafeToContact: boolean;
  /** Last two-way contact by any operator, or the day on which the file began. */
  readonly lastContactAt: Instant;
  readonly overdueActions: number;
  readonly openReferrals: number;
  readonly nextAppointmentAt: Instant | null;
};

/** How fragile a file is: a rank to sort by, and why, in the order of {@link FRAGILITY_REASONS}. */
export type Fragility = { readonly score: number; readonly reasons: readonly FragilityReason[] };

const SCORES: Readonly<Record<FragilityReason, number>> = {
  minor_without_solution: 8,
  unsafe_to_contact: 4,
  silent_90: 6,
  silent_60: 4,
  silent_30: 2,
  action_overdue: 3,
  referral_open: 3,
  appointment_soon: 2,
};

const DAY = 86_400_000;

/** Days ahead within which a meeting is soon. */
const SOON = 14;

/** What each file weighs before anything makes it fragile. */
const USUAL = 4;

/** Rank and reasons of one file. A minor without solution is 16 or 17: the obligation of training (law of 26 July 2019, art. 15). */
export function fragilityOf(facts: FileFacts, today: CivilDate, now: Instant): Fragility {
  const silent = (millisOf(now) - millisOf(facts.lastContactAt)) / DAY;
  const ahead = facts.nextAppointmentAt === null ? Infinity : (millisOf(facts.nextAppointmentAt) - millisOf(now)) / DAY;
  const holds: Readonly<Record<FragilityReason, boolean>> = {
    minor_without_solution: !facts.hasSolution && [16, 17].includes(ageOn(facts.birthDate, today)),
    unsafe_to_contact: facts.unsafeToContact,
    silent_90: silent >= 90,
    silent_60: silent >= 60 && silent < 90,
    silent_30: silent >= 30 && silent < 60,
    action_overdue: facts.overdueActions > 0,
    referral_open: facts.openReferrals > 0,
    appointment_soon: ahead >= 0 && ahead <= SOON,
  };
  const reasons = FRAGILITY_REASONS.filter((reason) => holds[reason]);
  return { score: reasons.reduce((sum, reason) => sum + SCORES[reason], 0), reasons };
}

/** What a file weighs in a caseload: a usual one 4, a fragile one up to several times as much. */
export function weightOf({ score }: Pick<Fragility, 'score'>): number {
  return USUAL + score;
}

/** A caseload in usual files: what a number of weights amounts to. */
export function inUsualFiles(weight: number): number {
  return Math.round(weight / USUAL);
}
