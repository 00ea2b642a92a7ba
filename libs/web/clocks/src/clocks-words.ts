/** The words of dated obligations: pages of several areas show them, so they bring their own. */
export const clocksWords = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };
