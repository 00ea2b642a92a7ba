import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Words = { readonly [key: string]: string | Words };

const root = join(import.meta.dirname, '..', '..');
const places = [
  ...readdirSync(join(root, 'libs', 'web')).map((library) => join('libs', 'web', library, 'src', 'i18n')),
  join('libs', 'web', 'continuity', 'src', 'i18n', 'absences'),
  join('libs', 'web', 'continuity', 'src', 'i18n', 'board'),
  join('apps', 'back-office', 'src', 'i18n'),
].filter((place) => existsSync(join(root, place)));

/** Every key with the values its sentence needs. */
function keysOf(words: Words, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    if (typeof value !== 'string') return keysOf(value, `${above}${key}.`);
    const needs = [...value.matchAll(/\{\{\s*(\w+)|\{(\w+),\s*(?:plural|select)/g)].map((found) => found[1] ?? found[2]);
    return [`${above}${key} ${[...new Set(needs)].sort().join(' ')}`];
  });
}

function read(place: string, language: string): Words {
  return JSON.parse(readFileSync(join(root, place, `${language}.json`), 'utf8')) as Words;
}

/** A plain space before a sign that French keeps with its word, or inside its quotation marks. */
const LOOSE = /\S [;?!](?=[\s\u00A0»”).<…]|$)|\S :(?=\s|$|\{)|« | »/;

function valuesOf(words: Words): string[] {
  return Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : valuesOf(value)));
}

describe('the words of the screens', () => {
  it.each(places)(
    'of %s keep French signs with their words: a narrow space before ; ? !, an unbreakable one before : and inside « »',
    (place) => {
      expect(valuesOf(read(place, 'fr')).filter((value) => LOOSE.test(value))).toEqual([]);
    },
  );

  it('are found in every library that has some', () => {
    expect(places.length).toBeGreaterThanOrEqual(7);
  });

  it.each(places)('of %s exist in French and English, with the same values inside', (place) => {
    expect(keysOf(read(place, 'en')).sort()).toEqual(keysOf(read(place, 'fr')).sort());
  });
});
