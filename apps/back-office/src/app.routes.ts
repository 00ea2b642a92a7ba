import type { Routes, UrlMatcher } from '@angular/router';
import { notFound, signedIn, withPost } from '@relais/web/kernel';

/** Lets an area own several first words of addresses. */
function startsWith(...words: string[]): UrlMatcher {
  return (segments) => (words.includes(segments[0]?.path ?? '') ? { consumed: [] } : null);
}

export const appRoutes: Routes = [
  {
    matcher: startsWith('connexion', 'poste', 'securite'),
    loadChildren: () => import('@relais/web/account').then((area) => area.accountRoutes),
  },
  { path: 'courriels', loadChildren: () => import('@relais/web/notices').then((area) => area.demoMailboxRoutes) },
  {
    path: '',
    canActivate: [signedIn, withPost],
    loadComponent: () => import('./shell/frame').then((shell) => shell.Frame),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'journee' },
      { path: 'journee', loadChildren: () => import('@relais/web/day').then((area) => area.dayRoutes) },
      { path: 'personnes/:id/plan', loadChildren: () => import('@relais/web/interviews').then((area) => area.planRoutes) },
      { path: 'personnes', loadChildren: () => import('@relais/web/people').then((area) => area.peopleRoutes) },
      { path: 'entretiens', loadChildren: () => import('@relais/web/interviews').then((area) => area.interviewRoutes) },
      {
        matcher: startsWith('boite', 'coordination', 'orienter', 'orientations'),
        loadChildren: () => import('@relais/web/referrals').then((area) => area.referralRoutes),
      },
      { path: 'agenda', loadChildren: () => import('@relais/web/agenda').then((area) => area.agendaRoutes) },
      { path: 'absences', loadChildren: () => import('@relais/web/continuity').then((area) => area.absenceRoutes) },
      { path: 'avis', loadChildren: () => import('@relais/web/notices').then((area) => area.noticeRoutes) },
      { path: 'continuite', loadChildren: () => import('@relais/web/continuity').then((area) => area.boardRoutes) },
      { path: 'echeances', loadChildren: () => import('@relais/web/clocks').then((area) => area.clocksRoutes) },
      { path: 'journal', loadChildren: () => import('@relais/web/audit').then((area) => area.auditRoutes) },
      { path: 'pilotage', loadChildren: () => import('@relais/web/figures').then((area) => area.figureRoutes) },
      notFound,
    ],
  },
];
