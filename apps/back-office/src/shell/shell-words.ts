import type { Words } from '@relais/web/kernel';

/** The words of the shell. */
export const shellWords: Words = { fr: () => import('../i18n/fr.json'), en: () => import('../i18n/en.json') };
