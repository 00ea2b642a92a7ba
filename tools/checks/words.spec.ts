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

/** What the screens are written in. */
const written = ['libs/web', 'apps/back-office/src']
  .flatMap((place) => readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((file) => join(root, place, file)))
  .filter((file) => /\.(ts|html)$/.test(file) && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Keys said as they are, and the beginnings of those that are put together. */
const whole = new Set<string>();
const begun = new Set<string>();
for (const [, , key = '', end = '', plus] of written.matchAll(/(['`])(\w+(?:\.\w*)+)(\1|\$\{)(\s*\+)?/g))
  (end === '${' || plus ? begun : whole).add(key);

/** What the words of a place are called by: the last part of its own name. */
function nameOf(place: string): string {
  const [, own] = /(absences|board)$/.exec(place) ?? /web.(\w+)/.exec(place) ?? [];
  return own ?? 'shell';
}

/** Whether a key is said anywhere: as it is, by its beginning, or without the name of its place where that is put before it. */
function isSaid(place: string, key: string): boolean {
  const isBegun = (text: string): boolean => [...begun].some((beginning) => beginning !== `${place}.` && text.startsWith(beginning));
  const said = (text: string): boolean => whole.has(text) || isBegun(text);
  return said(`${place}.${key}`) || (begun.has(`${place}.`) && (!key.includes('.') || said(key)));
}

describe('the words of the screens', () => {
  it.each(places)(
    'of %s keep French signs with their words: a narrow space before ; ? !, an unbreakable one before : and inside « »',
    (place) => {
      expect(valuesOf(read(place, 'fr')).filter((value) => LOOSE.test(value))).toEqual([]);
    },
  );

  it.each(places)('of %s are all said somewhere', (place) => {
    const keys = keysOf(read(place, 'fr')).map((key) => key.split(' ')[0] ?? '');
    expect(keys.filter((key) => !isSaid(nameOf(place), key))).toEqual([]);
  });

  it('are found in every library that has some', () => {
    expect(places.length).toBeGreaterThanOrEqual(7);
  });

  it.each(places)('of %s exist in French and English, with the same values inside', (place) => {
    expect(keysOf(read(place, 'en')).sort()).toEqual(keysOf(read(place, 'fr')).sort());
  });
});
