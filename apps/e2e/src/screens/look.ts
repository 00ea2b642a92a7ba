/** How a screen is looked at. */
export type Look = { readonly theme: 'light' | 'dark'; readonly language: 'fr' | 'en'; readonly width: 1280 | 390 };

const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['fr', 'en'] as const;
const WIDTHS = [1280, 390] as const;

/** Every theme × language × width. */
export const EVERY_LOOK: readonly Look[] = THEMES.flatMap((theme) =>
  LANGUAGES.flatMap((language) => WIDTHS.map((width) => ({ theme, language, width }))),
);

/** Four looks in which each pair of values occurs: an orthogonal array of three factors with two values. */
export const PAIRED_LOOKS: readonly Look[] = [
  { theme: 'light', language: 'fr', width: 1280 },
  { theme: 'dark', language: 'fr', width: 390 },
  { theme: 'light', language: 'en', width: 390 },
  { theme: 'dark', language: 'en', width: 1280 },
];

/** The looks of one state: all of them, or its turn of the four, so that the states of a screen together have had each pair. */
export function looksOf(state: number, states: number, every: boolean): readonly Look[] {
  if (every) return EVERY_LOOK;
  const turns = Math.ceil(PAIRED_LOOKS.length / states);
  return Array.from({ length: turns }, (_turn, turn) => PAIRED_LOOKS[(state * turns + turn) % PAIRED_LOOKS.length]).filter(
    (look) => look !== undefined,
  );
}

/** A look in a few words. */
export const wordsOf = ({ theme, language, width }: Look): string => `${theme} ${language} ${width}`;
