import { describe, expect, it } from 'vitest';
import { expand } from './icu-transpiler';

const PEOPLE = '{count, plural, =0 {Personne} one {# personne} other {# personnes}} en attente';

describe('plurals and choices in sentences', () => {
  it('counts in French, where zero and one are singular', () => {
    expect(expand(PEOPLE, { count: 0 }, 'fr')).toBe('Personne en attente');
    expect(expand(PEOPLE, { count: 1 }, 'fr')).toBe('1 personne en attente');
    expect(expand('{n, plural, one {# jour} other {# jours}}', { n: 0 }, 'fr')).toBe('0 jour');
  });

  it('counts in English, where zero is plural', () => {
    expect(expand('{n, plural, one {# day} other {# days}}', { n: 0 }, 'en')).toBe('0 days');
    expect(expand('{n, plural, one {# day} other {# days}}', { n: 1200 }, 'en')).toBe('1,200 days');
  });

  it('chooses by a word, one choice inside another, and leaves other values alone', () => {
    const sentence = '{who, select, mine {{n, plural, one {my file} other {my # files}}} other {files}} of {{unit}}';
    expect(expand(sentence, { who: 'mine', n: 3 }, 'en')).toBe('my 3 files of {{unit}}');
    expect(expand(sentence, { who: 'theirs' }, 'en')).toBe('files of {{unit}}');
  });
});
