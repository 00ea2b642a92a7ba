import { Service, signal } from '@angular/core';

/** The languages of the product. */
export type LanguageCode = 'fr' | 'en';

const KEPT = 'relais.language';

/** The language being shown. Only `Language` changes it, once its words are there. */
@Service()
export class CurrentLanguage {
  private readonly chosen = signal<LanguageCode>(kept());
  readonly code = this.chosen.asReadonly();

  set(code: LanguageCode): void {
    this.chosen.set(code);
    localStorage.setItem(KEPT, code);
  }
}

function kept(): LanguageCode {
  const code = localStorage.getItem(KEPT);
  if (code === 'fr' || code === 'en') return code;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr';
}
