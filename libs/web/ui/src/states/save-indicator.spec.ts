import { TestBed } from '@angular/core/testing';
import { inEnglish } from '../in-english.fixture';
import { SaveIndicator, type SaveState } from './save-indicator';

async function shown(state: SaveState): Promise<{ seen: string; heard: string }> {
  const fixture = TestBed.createComponent(SaveIndicator);
  fixture.componentRef.setInput('state', state);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  return {
    seen: page.querySelector('.state')?.textContent.trim() ?? '',
    heard: page.querySelector('[role=status]')?.textContent.trim() ?? '',
  };
}

beforeEach(() => TestBed.configureTestingModule({ providers: inEnglish() }));

describe('the truth of autosave', () => {
  it('says nothing while nothing was written', async () => {
    expect(await shown('idle')).toEqual({ seen: '', heard: '' });
  });

  it.each([
    ['device', 'Saved on this device'],
    ['saving', 'Saving…'],
  ] as const)('shows that the text is "%s" without interrupting who types', async (state, sentence) => {
    expect(await shown(state)).toEqual({ seen: sentence, heard: '' });
  });

  it.each([
    ['saved', 'Saved'],
    ['failed', 'Not saved: the text stays on this device'],
  ] as const)('shows and reads aloud that the text is "%s"', async (state, sentence) => {
    expect(await shown(state)).toEqual({ seen: sentence, heard: sentence });
  });
});
