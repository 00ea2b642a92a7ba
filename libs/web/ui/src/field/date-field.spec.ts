import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, required } from '@angular/forms/signals';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { beforeEach, describe, expect, it } from 'vitest';
import fr from '../i18n/fr.json';
import { DateField } from './date-field';

@Component({
  imports: [DateField, FormField],
  template: `<rl-date-field label="Date de naissance" pointer="/birthDate" [formField]="person.birthDate" [problem]="problem()" />`,
})
class Birth {
  readonly model = signal({ birthDate: '' });
  readonly person = form(this.model, (path) => required(path.birthDate));
  readonly problem = signal<unknown>(undefined);
}

describe('a birth date in three boxes', () => {
  let birth: Birth;
  let root: HTMLElement;
  let settle: () => Promise<unknown>;
  const boxes = (): HTMLInputElement[] => [...root.querySelectorAll('input')];
  const type = (values: string[]): void =>
    boxes().forEach((box, index) => {
      box.value = values[index] ?? '';
      box.dispatchEvent(new Event('input'));
    });

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [
        TranslocoTestingModule.forRoot({
          langs: { fr: { ui: fr } },
          translocoConfig: { availableLangs: ['fr'], defaultLang: 'fr' },
          preloadLangs: true,
        }),
      ],
    });
    const fixture = TestBed.createComponent(Birth);
    birth = fixture.componentInstance;
    root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    settle = () => fixture.whenStable();
    await settle();
  });

  it('gives a civil date, with or without leading zeros', async () => {
    type(['4', '3', '2005']);
    await settle();
    expect(birth.model().birthDate).toBe('2005-03-04');
  });

  it('gives nothing for a day that does not exist, and says so once the boxes are left', async () => {
    type(['31', '02', '2005']);
    await settle();
    expect(birth.model().birthDate).toBe('');
    expect(root.querySelector('.error-text')).toBeNull();
    root.querySelector('fieldset')?.dispatchEvent(new FocusEvent('focusout'));
    await settle();
    expect(root.querySelector('.error-text')?.textContent).toContain('Cette date n’existe pas');
    expect(boxes()[0]?.getAttribute('aria-invalid')).toBe('true');
  });

  it('shows a date it is given, and what the API says about it', async () => {
    birth.model.set({ birthDate: '1998-12-01' });
    birth.problem.set({ code: 'request.invalid', errors: [{ pointer: '/birthDate', message: 'Trop ancienne.' }] });
    await settle();
    expect(boxes().map((box) => box.value)).toEqual(['01', '12', '1998']);
    expect(root.querySelector('.error-text')?.textContent).toBe('Trop ancienne.');
  });
});
