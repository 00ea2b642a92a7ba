/** The words of the board. */
export const boardWords = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };
