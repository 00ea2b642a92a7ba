import { allowed, area } from '@relais/web/kernel';
import type { Routes } from '@angular/router';
import { packWords } from './pack-words';

/** Who is away, and what becomes of their files meanwhile. */
export const absenceRoutes: Routes = area('absences', packWords, [
  {
    path: '',
    title: 'absences.title',
    canMatch: [allowed('absence.show')],
    loadComponent: () => import('./absences-page').then((m) => m.AbsencesPage),
  },
  {
    path: 'recus/:id',
    title: 'absences.received.title',
    canMatch: [allowed('day.show')],
    loadComponent: () => import('./received-page').then((m) => m.ReceivedPage),
  },
  {
    path: ':id',
    title: 'absences.pack.title',
    canMatch: [allowed('absence.show')],
    loadComponent: () => import('./pack-page').then((m) => m.PackPage),
  },
]);
