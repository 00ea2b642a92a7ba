import type { Routes } from '@angular/router';
import { signedIn, withPost } from '@relais/web/kernel';

export const appRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'journee' },
  {
    path: '',
    canActivate: [signedIn, withPost],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      { path: 'journee', loadChildren: () => import('@relais/web/day').then((area) => area.dayRoutes) },
      { path: 'personnes', loadChildren: () => import('@relais/web/people').then((area) => area.peopleRoutes) },
      { path: 'entretiens', loadChildren: () => import('@relais/web/interviews').then((area) => area.interviewRoutes) },
      ...['boite', 'orienter', 'orientations', 'avis'].map((path) => ({
        path,
        loadChildren: () => import('@relais/web/referrals').then((area) => area.referralRoutes[path] ?? []),
      })),
    ],
  },
  { path: '', loadChildren: () => import('@relais/web/account').then((area) => area.accountRoutes) },
  { path: '**', loadComponent: () => import('./shell/not-found-page').then((m) => m.NotFoundPage) },
];
