import { type EnvironmentProviders, inject, type Provider, provideAppInitializer } from '@angular/core';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import words from './i18n/en.json';

/** The English words of the composites, there before the first render. */
export function inEnglish(): (EnvironmentProviders | Provider)[] {
  return [
    ...provideTransloco({ config: { availableLangs: ['en'], defaultLang: 'en', prodMode: true } }),
    provideAppInitializer(() => void inject(TranslocoService).setTranslation({ ui: words }, 'en')),
  ];
}
