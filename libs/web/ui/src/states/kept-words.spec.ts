import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { inEnglish } from '../in-english.fixture';
import { KeptWords } from './kept-words';

describe('the words of what was not done', () => {
  let fixture: ComponentFixture<KeptWords>;
  const shown = async (body: object): Promise<string> => {
    fixture.componentRef.setInput('body', body);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).querySelector('blockquote')?.textContent ?? '';
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: inEnglish() });
    fixture = TestBed.createComponent(KeptWords);
  });

  it('stand there as they were written, and nothing else of it', async () => {
    expect(await shown({ question: 'Can she come on Thursday?', version: 3 })).toBe('Can she come on Thursday?');
    expect(await shown({ reason: 'no_place', note: 'Full until March.', alternatives: ['7'] })).toBe('Full until March.');
  });

  it('are not asked for where nothing was written', async () => {
    expect(await shown({ reason: 'no_place' })).toBe('');
    expect((fixture.nativeElement as HTMLElement).querySelector('button')).toBeNull();
  });
});
