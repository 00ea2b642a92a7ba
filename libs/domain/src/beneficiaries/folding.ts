const MARKS = /[\u0300-\u036f]/g;
const LETTERS: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', ı: 'i' };

/** Small words of a family name that colleagues write, join or forget: they never find a person by themselves. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'a ait al ar ben bin d da das de del della den der des di do dos du el ep ibn l la las le les los ould ter the van von y zu'.split(' '),
);

/**
 * One written form of a part of a name, as it is looked up: `word` in plain letters a–z; `of` tells what it is of its part:
 * 1 = the whole part in one word, 0 = the whole part of several words joined, n ≥ 2 = one among n words.
 */
export type NameForm = { readonly word: string; readonly of: number };

/**
 * Text as the search compares it: no capitals, accents or ligatures, apostrophes closed up (`N'Diaye` = `ndiaye`) but for an elided
 * article (`L'Hostis` = `l hostis`), everything that is no letter or digit a single space. The database has the same in
 * `app.folded(text)`; a test compares both.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[œæøłđðþßı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/(^|[^a-z])([dl])['’ʼ`´]/g, '$1$2 ')
    .replace(/['’ʼ`´]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * The forms under which one part of a name (family names, or given names) is filed and sought: each word that is no particle, and, of
 * several words, all of them joined (`Le Gall` → `gall`, `legall`). Digits are dropped. Empty for an empty part.
 */
export function nameForms(part: string): readonly NameForm[] {
  const words = folded(part)
    .replace(/[0-9]/g, '')
    .split(' ')
    .filter((word) => word !== '');
  const joined = words.join('');
  if (words.length <= 1) return joined === '' ? [] : [{ word: joined, of: 1 }];
  const strong = words.filter((word) => word.length > 1 && !PARTICLES.has(word));
  const kept = [...new Set(strong)];
  const all = { word: joined, of: 0 };
  if (kept.length === 0) return [{ word: joined, of: 1 }];
  return [...kept.map((word) => ({ word, of: kept.length })), all];
}
