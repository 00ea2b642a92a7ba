import { DOCUMENT, effect, inject, Service, signal } from '@angular/core';

/** What a person may choose; `system` follows the device. */
export type ThemeChoice = 'light' | 'dark' | 'system';

const KEPT = 'relais.theme';

/** Light or dark, kept on this device. */
@Service()
export class Theme {
  readonly choice = signal<ThemeChoice>(kept());

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    effect(() => {
      const choice = this.choice();
      if (choice === 'system') delete root.dataset['theme'];
      else root.dataset['theme'] = choice;
      localStorage.setItem(KEPT, choice);
    });
  }
}

function kept(): ThemeChoice {
  const choice = localStorage.getItem(KEPT);
  return choice === 'light' || choice === 'dark' ? choice : 'system';
}
