import { allowed, area } from '@relais/web/kernel';
import type { Routes } from '@angular/router';

/** The day of a counsellor. */
export const dayRoutes: Routes = area('day', { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') }, [
  {
    path: '',
    title: 'day.title',
    canMatch: [allowed('day.show')],
    loadComponent: () => import('./day-page').then((m) => m.DayPage),
  },
  // The first page of the Region is the one that shows where support breaks.
  { path: '', pathMatch: 'full', canMatch: [allowed('figure.show')], redirectTo: '/pilotage' },
  { path: '', pathMatch: 'full', canMatch: [allowed('journal.read')], redirectTo: '/journal' },
  { path: '', title: 'day.title', loadComponent: () => import('./other-roles-page').then((m) => m.OtherRolesPage) },
]);
