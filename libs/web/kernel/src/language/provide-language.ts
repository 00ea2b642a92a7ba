import { type EnvironmentProviders, inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { TitleStrategy } from '@angular/router';
import { provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import { FirstWords } from './first-words';
import { IcuTranspiler } from './icu-transpiler';
import { Language } from './language';
import { SpokenTitle } from './spoken-title';
import type { Words } from './words';

/** French and English, fetched by scope, switched without a reload. */
export function provideLanguage(first: Readonly<Record<string, Words>>): EnvironmentProviders {
  return makeEnvironmentProviders([
    ...provideTransloco({ config: { availableLangs: ['fr', 'en'], defaultLang: 'fr', reRenderOnLangChange: true, prodMode: true } }),
    provideTranslocoTranspiler(IcuTranspiler),
    { provide: FirstWords, useValue: first },
    { provide: TitleStrategy, useExisting: SpokenTitle },
    provideAppInitializer(() => inject(Language).start()),
  ]);
}
