import type { Routes } from '@angular/router';
import { allowed, area } from '@relais/web/kernel';
import { clocksWords } from './clocks-words';

/** The dates for which one answers. */
export const clocksRoutes: Routes = area('clocks', clocksWords, [
  {
    path: '',
    title: 'clocks.title',
    canMatch: [allowed('clock.show')],
    loadComponent: () => import('./dates-page').then((m) => m.DatesPage),
  },
]);
