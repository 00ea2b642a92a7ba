import { isCivilDate } from '../time/time';
import type { CivilDate } from '../time/time';
import type { Refusal } from '../problems/refusals';
import { nameForms } from './folding';

/** Whether a file is being accompanied or closed. */
export const FILE_STATUSES = ['active', 'closed'] as const;
/** A code of {@link FILE_STATUSES}. */
export type FileStatus = (typeof FILE_STATUSES)[number];

/** What the person said of sharing between operators: told, agreed, or opposed. *Opposed* wins over any rule (domain.md §2). */
export const SHARING_STATUSES = ['informed', 'agreed', 'opposed'] as const;
/** A code of {@link SHARING_STATUSES}. */
export type SharingStatus = (typeof SHARING_STATUSES)[number];

/** How the person said it. */
export const SHARING_WAYS = ['said', 'signed', 'own_space'] as const;
/** A code of {@link SHARING_WAYS}. */
export type SharingWay = (typeof SHARING_WAYS)[number];

/** Sides of a situation, each with a dated history. */
export const SITUATION_KINDS = [
  'schooling',
  'employment',
  'training',
  'job_seeking',
  'housing',
  'mobility',
  'family',
  'health',
  'resources',
  'other',
] as const;
/** A code of {@link SITUATION_KINDS}. */
export type SituationKind = (typeof SITUATION_KINDS)[number];

/** Frameworks of a support. */
export const SUPPORT_SCHEMES = ['free', 'cep_1', 'cep_2', 'pacea', 'cej', 'psad', 'right_to_return'] as const;
/** A code of {@link SUPPORT_SCHEMES}. */
export type SupportScheme = (typeof SUPPORT_SCHEMES)[number];

/** What a legal representative is to the minor. */
export const REPRESENTATIVE_RELATIONS = ['mother', 'father', 'guardian', 'institution', 'other'] as const;
/** A code of {@link REPRESENTATIVE_RELATIONS}. */
export type RepresentativeRelation = (typeof REPRESENTATIVE_RELATIONS)[number];

/** Why a glass was broken (a file opened without accompanying the person). */
export const GLASS_REASONS = ['danger', 'health_emergency', 'minor_at_risk', 'person_present', 'continuity'] as const;
/** A code of {@link GLASS_REASONS}. */
export type GlassReason = (typeof GLASS_REASONS)[number];

/** Ways in which one may see a file; shown as "why do I see this?" on each item. */
export const ACCESS_BASES = ['support', 'hierarchy', 'referral', 'glass', 'handover', 'follow_up'] as const;
/** A code of {@link ACCESS_BASES}. */
export type AccessBasis = (typeof ACCESS_BASES)[number];

/**
 * The least a new file needs: a family name and a given name with letters, and a birth date that exists, not in the future and within 120
 * years. Nothing else may be required to be helped.
 */
export function whyNotFile(
  person: { readonly familyName: string; readonly givenName: string; readonly birthDate: string },
  today: CivilDate,
): Refusal | undefined {
  if (nameForms(person.familyName).length === 0) return { refused: 'request.invalid', pointer: '/familyName' };
  if (nameForms(person.givenName).length === 0) return { refused: 'request.invalid', pointer: '/givenName' };
  const oldest = `${Number(today.slice(0, 4)) - 120}${today.slice(4)}`;
  const possible = isCivilDate(person.birthDate) && person.birthDate <= today && person.birthDate >= oldest;
  return possible ? undefined : { refused: 'request.invalid', pointer: '/birthDate' };
}
