import type { Routes } from '@angular/router';
import { allowed, area } from '@relais/web/kernel';

/** One's agenda, and the collective sessions in it. */
export const agendaRoutes: Routes = area('agenda', { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') }, [
  {
    path: '',
    title: 'agenda.title',
    canMatch: [allowed('appointment.plan')],
    loadComponent: () => import('./agenda-page').then((m) => m.AgendaPage),
  },
  {
    path: 'seances/:id',
    title: 'agenda.session.title',
    canMatch: [allowed('appointment.plan')],
    loadComponent: () => import('./group-session-page').then((m) => m.GroupSessionPage),
  },
]);
