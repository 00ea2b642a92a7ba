import { allowed, area } from '@relais/web/kernel';
import type { Routes } from '@angular/router';

/** Where support breaks in the region, without any name. */
export const figureRoutes: Routes = area('figures', { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') }, [
  {
    path: '',
    title: 'figures.title',
    canMatch: [allowed('figure.show')],
    loadComponent: () => import('./pilot-page').then((m) => m.PilotPage),
  },
]);
