import type { LanguageCode } from './current-language';

/** How to fetch the words of one scope: `{ fr: () => import('./i18n/fr.json'), en: … }`. */
export type Words = Readonly<Record<LanguageCode, () => Promise<object>>>;
