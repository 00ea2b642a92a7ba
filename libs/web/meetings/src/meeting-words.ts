/** The words of meetings: pages of several areas plan, move and find slots, so they bring their own. */
export const meetingWords = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };
