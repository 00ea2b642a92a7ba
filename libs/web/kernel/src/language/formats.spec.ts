import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from 'vitest';
import { CurrentLanguage, type LanguageCode } from './current-language';
import { Formats } from './formats';

const NOW = Date.parse('2026-11-26T09:00:00.000Z');

function lasting(since: string, language: LanguageCode): string {
  TestBed.inject(CurrentLanguage).set(language);
  return TestBed.inject(Formats).lasting(since, NOW).replace(/\s/g, ' ');
}

describe('how long nothing was heard of somebody', () => {
  it.each([
    ['2026-06-26T09:00:00.000Z', '5 mois', '5 months'],
    ['2026-11-24T09:00:00.000Z', '2 jours', '2 days'],
    ['2026-11-26T08:00:00.000Z', '1 heure', '1 hour'],
    ['2026-11-26T09:10:00.000Z', '0 minute', '0 minutes'],
  ])('since %s is said as a length, not as a moment: %s', (since, french, english) => {
    expect(lasting(since, 'fr')).toBe(french);
    expect(lasting(since, 'en')).toBe(english);
  });
});
