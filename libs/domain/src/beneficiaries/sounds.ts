/**
 * How a folded name sounds in France, step by step; the order counts. Plain regular expressions that mean the same in JavaScript and in
 * PostgreSQL, where `app.sound_of(word)` holds the same list (a test compares both). Three vowels only (a, e, o): spellings of
 * Maghrebi, West-African, Creole and Tamil names differ most in theirs.
 */
export const SOUND_STEPS: readonly (readonly [pattern: string, replacement: string])[] = [
  ['^(gz|x)', 'gz'],
  ['arch$', 'ar'],
  ['aul[td]s?$|au[tdx]s?$|eaux?$|ots?$', 'o'],
  ['(sz|cz|tch|tsh|sch|ch|sh)', 'S'],
  ['ph', 'f'],
  ['g[uh]([eiy])', 'G$1'],
  ['g([eiy])', 'j$1'],
  ['(ck|cq|qu|kh|gh|q)', 'k'],
  ['c([eiy])', 's$1'],
  ['c', 'k'],
  ['G', 'g'],
  ['dj', 'j'],
  ['gn', 'n'],
  ['h', ''],
  ['w', 'v'],
  ['z', 's'],
  ['x', 's'],
  ['ille$', 'il'],
  ['ill', 'i'],
  ['(.)\\1+', '$1'],
  ['[stdx]+$', ''],
  ['(eau|au|ou|oe|oo|eu|u)', 'o'],
  ['(ai|ei|ay|ey|ie|i|y)', 'e'],
  ['g$', 'k'],
  ['(.)\\1+', '$1'],
  ['(.)e$', '$1'],
];

const STEPS = SOUND_STEPS.map(([pattern, replacement]) => [new RegExp(pattern, 'g'), replacement] as const);

/** The sound key of a folded word: `renault` and `reno` are both `reno`. Equal keys are read aloud alike; not for display. */
export function soundOf(word: string): string {
  return STEPS.reduce((sound, [pattern, replacement]) => sound.replace(pattern, replacement), word);
}
