import { describe, expect, it } from 'vitest';
import accountEn from '../../../libs/web/account/src/i18n/en.json';
import accountFr from '../../../libs/web/account/src/i18n/fr.json';
import dayEn from '../../../libs/web/day/src/i18n/en.json';
import dayFr from '../../../libs/web/day/src/i18n/fr.json';
import interviewsEn from '../../../libs/web/interviews/src/i18n/en.json';
import interviewsFr from '../../../libs/web/interviews/src/i18n/fr.json';
import peopleEn from '../../../libs/web/people/src/i18n/en.json';
import peopleFr from '../../../libs/web/people/src/i18n/fr.json';
import uiEn from '../../../libs/web/ui/src/i18n/en.json';
import uiFr from '../../../libs/web/ui/src/i18n/fr.json';
import shellEn from './i18n/en.json';
import shellFr from './i18n/fr.json';

type Words = { readonly [key: string]: string | Words };

/** Every key with the values its sentence needs. */
function keysOf(words: Words, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value !== 'string') return keysOf(value, `${above}${key}.`);
    const needs = [
      ...new Set([...value.matchAll(/\{\{\s*(\w+)|\{(\w+),\s*(?:plural|select)/g)].map((found) => found[1] ?? found[2])),
    ].sort();
    return [`${above}${key} ${needs.join(' ')}`];
  });
}

describe('the words of the screens', () => {
  it.each([
    ['account', accountFr, accountEn],
    ['day', dayFr, dayEn],
    ['interviews', interviewsFr, interviewsEn],
    ['people', peopleFr, peopleEn],
    ['composites', uiFr, uiEn],
    ['shell', shellFr, shellEn],
  ] as [string, Words, Words][])('of %s exist in French and English, with the same values inside', (_area, french, english) => {
    expect(keysOf(english).sort()).toEqual(keysOf(french).sort());
  });
});
