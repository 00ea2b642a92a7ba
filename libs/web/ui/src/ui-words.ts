/** The words of the composites themselves. */
export const uiWords = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };
