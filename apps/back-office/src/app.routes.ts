import type { Routes } from '@angular/router';

export const appRoutes: Routes = [
  { path: 'journee', loadChildren: () => import('@relais/web/day').then((area) => area.dayRoutes) },
  { path: 'personnes', loadChildren: () => import('@relais/web/people').then((area) => area.peopleRoutes) },
  { path: 'entretiens', loadChildren: () => import('@relais/web/interviews').then((area) => area.interviewRoutes) },
  { path: '', loadChildren: () => import('@relais/web/referrals').then((area) => area.referralRoutes) },
];
