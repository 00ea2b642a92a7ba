import { agreementOf, CLOSE_ENOUGH, closeness } from './closeness';
import { nameForms } from './folding';
import type { NameForm } from './folding';
import { birthDateAgreement } from './birth-dates';
import type { BirthDateAgreement } from './birth-dates';
import { nameAgreement } from './name-agreement';
import type { PartAgreement } from './name-agreement';

/** Part of a filed name: family name, given names, name at birth, name of use. */
export type NamePart = 'family' | 'given' | 'birth' | 'use';

/** Where a word was typed: with the family name, with the given names, or anywhere (one search box). */
export type TypedPart = 'family' | 'given';

/** One typed form that resembles one filed form. `typedOf`, `filedOf` as in {@link NameForm}. */
export type WordEvidence = {
  readonly typed: string;
  readonly typedPart: TypedPart;
  readonly typedOf: number;
  readonly part: NamePart;
  readonly filed: number;
  readonly filedOf: number;
  readonly close: number;
};

/** All that is known of whether two are one person; without the names themselves, so that masked people stay masked. */
export type Evidence = {
  readonly words: readonly WordEvidence[];
  readonly birthDate: BirthDateAgreement;
  readonly samePhone: boolean;
  readonly sameEmail: boolean;
};

/** Why someone is offered as the same person; shown in words on the screens. */
export const LIKENESS_REASONS = [
  'same_name',
  'same_sound',
  'spelling_close',
  'part_of_name',
  'swapped_names',
  'same_birth_name',
  'same_name_of_use',
  'same_birth_date',
  'birth_date_one_digit',
  'birth_date_swapped',
  'same_birth_year',
  'same_phone',
  'same_email',
] as const;

/** A code of {@link LIKENESS_REASONS}. */
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

/** How much two look like one person, 0–1, and why. */
export type Likelihood = { readonly score: number; readonly reasons: readonly LikenessReason[] };

/** A score from which a person is offered. */
export const OFFERED_FROM = 0.66;
/** People this far behind the best are not offered. */
export const FAR_BEHIND = 0.17;
/** At most this many are offered. */
export const MOST_OFFERED = 8;

const EXCHANGE_COSTS = 0.02;
const DATE_WEIGHT: Readonly<Record<BirthDateAgreement, number>> = {
  same: 0.25,
  swapped: 0.17,
  one_digit: 0.17,
  same_year: -0.1,
  different: -0.3,
  unknown: 0,
};

/**
 * Weighs the evidence. Both names must agree (in either order); the birth date confirms or parts; phone and e-mail add, and never
 * offer anyone by themselves: couples and siblings share them. Before a second name is typed, one name alone gives a low score.
 */
export function weigh(evidence: Evidence, typed: { readonly family: boolean; readonly given: boolean }): Likelihood {
  const straight = nameAgreement(evidence.words, typed, false);
  const exchanged = nameAgreement(evidence.words, typed, true);
  const isExchanged = exchanged.value - EXCHANGE_COSTS > straight.value;
  const best = isExchanged ? exchanged : straight;
  const contact = (evidence.samePhone ? 0.1 : 0) + (evidence.sameEmail ? 0.12 : 0);
  const score = best.value * 0.75 + DATE_WEIGHT[evidence.birthDate] + contact - (isExchanged ? EXCHANGE_COSTS : 0);
  return { score: best.value === 0 ? 0 : Math.min(1, Math.max(0, score)), reasons: reasonsOf(best.matches, isExchanged, evidence) };
}

/** The evidence between what was typed and a file, from the names themselves (the database makes the same without giving them away). */
export function evidenceBetween(
  typed: { familyName: string; givenName: string; birthDate?: string; phone?: string; email?: string },
  file: {
    familyName: string;
    givenName: string;
    birthDate: string;
    birthName?: string;
    nameOfUse?: string;
    phone?: string;
    email?: string;
  },
): Evidence {
  const sought = [...tag<TypedPart>('family', typed.familyName), ...tag<TypedPart>('given', typed.givenName)];
  const held = [
    ...tag<NamePart>('family', file.familyName),
    ...tag<NamePart>('given', file.givenName),
    ...tag<NamePart>('birth', file.birthName ?? ''),
    ...tag<NamePart>('use', file.nameOfUse ?? ''),
  ];
  const words = sought.flatMap(({ part: typedPart, form: mine }) =>
    held.flatMap(({ part, form, at }) => {
      const close = closeness(mine.word, form.word);
      const fact = { typed: mine.word, typedPart, typedOf: mine.of, part, filed: at, filedOf: form.of, close };
      return close < CLOSE_ENOUGH ? [] : [fact];
    }),
  );
  return {
    words,
    birthDate: birthDateAgreement(typed.birthDate, file.birthDate),
    samePhone: typed.phone !== undefined && digits(typed.phone) === digits(file.phone ?? ''),
    sameEmail: typed.email !== undefined && typed.email.trim().toLowerCase() === file.email?.toLowerCase(),
  };
}

/** Those to offer, best first: likely enough, not far behind the best, at most {@link MOST_OFFERED}. */
export function offered<T extends { readonly score: number }>(weighed: readonly T[]): readonly T[] {
  const sorted = [...weighed].sort((one, other) => other.score - one.score);
  const best = sorted[0]?.score ?? 0;
  return sorted.filter(({ score }) => score >= OFFERED_FROM && score >= best - FAR_BEHIND).slice(0, MOST_OFFERED);
}

function tag<P>(part: P, text: string): { part: P; form: NameForm; at: number }[] {
  return nameForms(text).map((form, at) => ({ part, form, at }));
}

function digits(phone: string): string {
  return phone.replace(/\D/g, '');
}

const DATE_REASON: Readonly<Record<BirthDateAgreement, LikenessReason | undefined>> = {
  same: 'same_birth_date',
  swapped: 'birth_date_swapped',
  one_digit: 'birth_date_one_digit',
  same_year: 'same_birth_year',
  different: undefined,
  unknown: undefined,
};

function reasonsOf(matches: readonly PartAgreement[], isExchanged: boolean, evidence: Evidence): readonly LikenessReason[] {
  const reasons: (LikenessReason | undefined)[] = matches.map(({ value, whole }) =>
    !whole
      ? 'part_of_name'
      : { same: 'same_name' as const, sound: 'same_sound' as const, spelling: 'spelling_close' as const }[agreementOf(value)],
  );
  if (isExchanged) reasons.push('swapped_names');
  if (matches.some(({ part }) => part === 'birth')) reasons.push('same_birth_name');
  if (matches.some(({ part }) => part === 'use')) reasons.push('same_name_of_use');
  reasons.push(DATE_REASON[evidence.birthDate]);
  if (evidence.samePhone) reasons.push('same_phone');
  if (evidence.sameEmail) reasons.push('same_email');
  return LIKENESS_REASONS.filter((reason) => reasons.includes(reason));
}
