import type { Id } from '../operators/actor';
import type { Role } from '../operators/permissions';
import type { Refusal } from '../problems/refusals';
import type { CivilDate } from '../time/time';

/** An absence ends on a day; a departure does not. */
export const ABSENCE_KINDS = ['absence', 'departure'] as const;

/** Whether somebody comes back. */
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** Why somebody is away. A closed list on purpose: it says nothing of anybody's health. */
export const ABSENCE_REASONS = ['leave', 'training', 'long_absence', 'moves_on', 'contract_ends', 'other'] as const;

/** Why somebody is away. */
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** The reasons that fit each kind, in the order of the screens. */
export const REASONS_OF = {
  absence: ['leave', 'training', 'long_absence', 'other'],
  departure: ['moves_on', 'contract_ends', 'other'],
} as const satisfies Record<AbsenceKind, readonly AbsenceReason[]>;

/** When and why a post is away; the last day is a day of absence. */
export type AbsencePlan = {
  readonly kind: AbsenceKind;
  readonly reason: AbsenceReason;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate | null;
};

/** Why an absence can't be noted like this, or undefined. It may have begun: illness is not announced. */
export function whyNotAbsent({ kind, reason, startsOn, endsOn }: AbsencePlan, today: CivilDate): Refusal | undefined {
  if (!(REASONS_OF[kind] as readonly AbsenceReason[]).includes(reason)) return { refused: 'absence.reason', pointer: '/reason' };
  if ((kind === 'departure') !== (endsOn === null)) return { refused: 'absence.dates', pointer: '/endsOn' };
  if (endsOn !== null && (endsOn < startsOn || endsOn < today)) return { refused: 'absence.dates', pointer: '/endsOn' };
  return undefined;
}

/**
 * Why the last day of an absence can't be moved there, or undefined: a departure has none, and neither what is over nor a day that has passed
 * can be changed.
 */
export function whyNotLastDay(
  { kind, startsOn, endsOn }: Pick<AbsencePlan, 'kind' | 'startsOn' | 'endsOn'>,
  lastDay: CivilDate,
  today: CivilDate,
): Refusal | undefined {
  const over = kind === 'departure' || endsOn === null || endsOn < today;
  return over || lastDay < startsOn || lastDay < today ? { refused: 'absence.dates', pointer: '/endsOn' } : undefined;
}

/** Whether a post is away on a day. */
export function isAwayOn({ startsOn, endsOn }: Pick<AbsencePlan, 'startsOn' | 'endsOn'>, day: CivilDate): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn);
}

/** Where somebody stands towards an absence: it is their own, they lead the unit, or they only read it as a colleague. */
export type AbsenceStanding = 'own' | 'leads' | 'reads';

/** The standing of who acts towards the absence of a post; `above` are the units from the post's own upwards. */
export function standingToAbsence(
  actor: { readonly postId: Id; readonly unitId: Id; readonly role: Role },
  absentPostId: Id,
  above: readonly Id[],
): AbsenceStanding {
  const leads = (actor.role === 'unit_lead' || actor.role === 'operator_administrator') && above.includes(actor.unitId);
  return leads ? 'leads' : actor.postId === absentPostId ? 'own' : 'reads';
}
