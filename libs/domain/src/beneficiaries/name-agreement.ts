import type { NamePart, TypedPart, WordEvidence } from './likeness';

/** How well one typed part agrees with one filed part: 0–1, whether in full, and the least close of its words. */
export type PartAgreement = { readonly value: number; readonly part: NamePart; readonly whole: boolean };

/** How well typed names agree with filed names in one order (as typed, or family and given names exchanged). */
export type NameAgreement = { readonly value: number; readonly matches: readonly PartAgreement[] };

const FAMILY_SIDE: readonly NamePart[] = ['family', 'birth'];
const GIVEN_SIDE: readonly NamePart[] = ['given', 'use'];
const PART_OF_NAME = 0.88;
const BOTH_LEAVE_WORDS = 0.68;
const ONE_NAME_ONLY = 0.5;
const NOTHING_ELSE_TYPED = 0.9;

/** The agreement of what was typed with a file, in the order typed or exchanged. 0 when no name agrees. */
export function nameAgreement(
  words: readonly WordEvidence[],
  typed: Readonly<Record<TypedPart, boolean>>,
  exchanged: boolean,
): NameAgreement {
  const family = typed.family ? bestPart(words, 'family', exchanged ? GIVEN_SIDE : FAMILY_SIDE) : undefined;
  const given = typed.given ? bestPart(words, 'given', exchanged ? FAMILY_SIDE : GIVEN_SIDE) : undefined;
  const matches = [family, given].filter((part) => part !== undefined);
  const sum = matches.reduce((total, { value }) => total + value, 0);
  if (typed.family !== typed.given) return { value: sum * NOTHING_ELSE_TYPED, matches };
  return { value: matches.length === 2 ? sum / 2 : sum * ONE_NAME_ONLY, matches };
}

function bestPart(words: readonly WordEvidence[], typedPart: TypedPart, parts: readonly NamePart[]): PartAgreement | undefined {
  const found = parts.flatMap((part) => agreementWith(words, typedPart, part));
  return found.sort((one, other) => other.value - one.value)[0];
}

function agreementWith(words: readonly WordEvidence[], typedPart: TypedPart, part: NamePart): PartAgreement[] {
  const here = words.filter((word) => word.typedPart === typedPart && word.part === part);
  const wholes = here.filter((word) => word.typedOf <= 1 && word.filedOf <= 1).map((word) => ({ value: word.close, part, whole: true }));
  return [...wholes, ...wordByWord(here, part)];
}

/** Words one by one: all of the shorter name must be found in the longer; when both keep words of their own it hardly counts. */
function wordByWord(here: readonly WordEvidence[], part: NamePart): PartAgreement[] {
  const pairs = here.filter((word) => word.typedOf >= 1 && word.filedOf >= 1);
  const [any] = pairs;
  if (!any || (any.typedOf === 1 && any.filedOf === 1)) return [];
  const best = new Map<string, WordEvidence>();
  for (const pair of pairs) if ((best.get(pair.typed)?.close ?? 0) < pair.close) best.set(pair.typed, pair);
  const chosen = [...best.values()];
  const mean = chosen.reduce((total, { close }) => total + close, 0) / chosen.length;
  const typedAll = chosen.length >= any.typedOf;
  const filedAll = new Set(chosen.map(({ filed }) => filed)).size >= any.filedOf;
  if (typedAll && filedAll) return [{ value: mean, part, whole: true }];
  return [{ value: mean * (typedAll || filedAll ? PART_OF_NAME : BOTH_LEAVE_WORDS), part, whole: false }];
}
