/** The words of absences and packs: the day shows some of them too, so they come by themselves. */
export const packWords = { fr: () => import('../i18n/absences/fr.json'), en: () => import('../i18n/absences/en.json') };
