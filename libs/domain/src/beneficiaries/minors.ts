import { ageOn } from '../time/time';
import type { CivilDate } from '../time/time';

/** Age of majority in France: 18 (Code civil, art. 414). */
export const MAJORITY = 18;

/** Whether a person is under 18 on a day. */
export function isMinor(birthDate: CivilDate, day: CivilDate): boolean {
  return ageOn(birthDate, day) < MAJORITY;
}

/**
 * Whether the file still lacks the holder of parental authority, who is asked for every minor (domain.md §4, trust.md §4: asked again at
 * 18). A minor may be received without: it is asked, never a condition to be helped.
 */
export function representativeMissing(
  birthDate: CivilDate,
  day: CivilDate,
  representatives: readonly { readonly parentalAuthority: boolean }[],
): boolean {
  return isMinor(birthDate, day) && !representatives.some(({ parentalAuthority }) => parentalAuthority);
}
