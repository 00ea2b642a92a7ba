/** The words of a handover: pages of several areas show it, so it brings its own. */
export const continuityWords = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };
