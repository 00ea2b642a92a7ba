import type { Routes } from '@angular/router';
import { allowed, area } from '@relais/web/kernel';

/** What one is told, and how one wants to be told. */
export const noticeRoutes: Routes = area('notices', { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') }, [
  {
    path: '',
    title: 'notices.title',
    canMatch: [allowed('notice.read')],
    loadComponent: () => import('./notices-page').then((m) => m.NoticesPage),
  },
  {
    path: 'preferences',
    title: 'notices.preferences',
    canMatch: [allowed('notice.read')],
    loadComponent: () => import('./preferences-page').then((m) => m.PreferencesPage),
  },
]);
