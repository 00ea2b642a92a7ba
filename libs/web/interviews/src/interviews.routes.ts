import { allowed, area } from '@relais/web/kernel';
import type { Routes } from '@angular/router';

const WORDS = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

/** Logging interviews: a new one for a person, and one already begun or sealed. */
export const interviewRoutes: Routes = area('interviews', WORDS, [
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

/** The plan of a person, under their file. */
export const planRoutes: Routes = area('interviews', WORDS, [
  {
    path: '',
    title: 'interviews.plan.title_page',
    canMatch: [allowed('plan.show')],
    loadComponent: () => import('./plan/plan-page').then((m) => m.PlanPage),
  },
]);
