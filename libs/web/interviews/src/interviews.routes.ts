import { allowed, area } from '@relais/web/kernel';
import type { Routes } from '@angular/router';

/** Logging interviews: a new one for a person, and one already begun or sealed. */
export const interviewRoutes: Routes = area('interviews', { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') }, [
  {
    path: 'nouveau',
    title: 'interviews.title_new',
    canMatch: [allowed('interview.log')],
    loadComponent: () => import('./interview-page').then((m) => m.InterviewPage),
  },
  {
    path: ':id',
    title: 'interviews.title',
    canMatch: [allowed('interview.show')],
    loadComponent: () => import('./interview-page').then((m) => m.InterviewPage),
  },
]);
