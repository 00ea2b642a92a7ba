import { daitchMokotoff } from './daitch-mokotoff';
import { soundOf } from './sounds';

/** Below this closeness two words are not the same word. */
export const CLOSE_ENOUGH = 0.7;

const SAME_SOUND = 0.94;
const SAME_LETTERS = 0.9;

/** How two written words agree. */
export type WordAgreement = 'same' | 'sound' | 'spelling';

/** Number of letters to add, drop or change to make one word from the other (Levenshtein). */
export function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The letters of a word in alphabetical order: equal for two words when letters were only exchanged. */
export function lettersOf(word: string): string {
  return [...word].sort().join('');
}

/**
 * How close two folded words are, 0–1: 1 the same; 0.94 the same sound; 0.9 the same letters in another order; else the share of letters
 * that stay, of the words or of their sounds, raised a little when the Daitch–Mokotoff codes meet. `app.closeness` is its twin in SQL.
 */
export function closeness(one: string, other: string): number {
  if (one === other) return 1;
  const [soundOne, soundOther] = [soundOf(one), soundOf(other)];
  if (soundOne === soundOther && soundOne.length > 1) return SAME_SOUND;
  if (one.length > 3 && one[0] === other[0] && lettersOf(one) === lettersOf(other)) return SAME_LETTERS;
  const kept = Math.max(share(one, other), 0.98 * share(soundOne, soundOther));
  const codes = daitchMokotoff(one);
  return daitchMokotoff(other).some((code) => codes.includes(code)) ? 0.45 + 0.5 * kept : kept;
}

/** The closeness of what is typed so far to a word that begins with it: 0.75 for very little, near 1 for nearly all. */
export function closenessOfBeginning(typed: string, word: string): number {
  return word.startsWith(typed) ? Math.max(0.75 + (0.25 * typed.length) / word.length, closeness(typed, word)) : closeness(typed, word);
}

/** In words: the same, alike by sound, alike in spelling. */
export function agreementOf(close: number): WordAgreement {
  if (close === 1) return 'same';
  return close === SAME_SOUND ? 'sound' : 'spelling';
}

function share(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 0 : 1 - editsBetween(one, other) / longest;
}
