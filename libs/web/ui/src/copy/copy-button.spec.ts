import { TestBed } from '@angular/core/testing';
import { inEnglish } from '../in-english.fixture';
import { CopyButton } from './copy-button';

/** The page after a click where the browser lets nothing be copied. */
async function refused(visible: boolean): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(CopyButton);
  fixture.componentRef.setInput('text', 'Tuesday at nine');
  fixture.componentRef.setInput('label', 'Copy the message');
  fixture.componentRef.setInput('visible', visible);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  page.querySelector('button')?.click();
  await fixture.whenStable();
  return page;
}

beforeEach(() => TestBed.configureTestingModule({ providers: inEnglish() }));

describe('a text that can’t be copied', () => {
  it('is said to be so', async () => {
    const page = await refused(true);
    expect(page.querySelector('[role=status]')?.textContent).toContain('select the text');
    expect(page.querySelector('textarea')).toBeNull();
  });

  it('stands there to be copied by hand when it is nowhere else', async () => {
    expect((await refused(false)).querySelector('textarea')?.value).toBe('Tuesday at nine');
  });
});
