/** The words of the board. */
export const boardWords = { fr: () => import('../i18n/board/fr.json'), en: () => import('../i18n/board/en.json') };
