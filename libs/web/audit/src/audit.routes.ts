import { allowed, area } from '@relais/web/kernel';
import type { Routes } from '@angular/router';

/** Who reads, and who watches over them. */
export const auditRoutes: Routes = area('audit', { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') }, [
  {
    path: '',
    title: 'audit.title',
    canMatch: [allowed('glass.review')],
    loadComponent: () => import('./watch-page').then((m) => m.WatchPage),
  },
]);
