import { inject } from '@angular/core';
import { allowed, area, Session } from '@relais/web/kernel';
import { type CanActivateFn, Router, type Routes } from '@angular/router';

/** Who accompanies nobody begins where their work is: the Region where support breaks, the data-protection officer where files are opened. */
const ownFirstPage: CanActivateFn = () => {
  const session = inject(Session);
  const place = session.may('figure.show') ? '/pilotage' : session.may('journal.read') ? '/journal' : undefined;
  return place === undefined ? true : inject(Router).parseUrl(place);
};

/** The day of a counsellor. */
export const dayRoutes: Routes = area('day', { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') }, [
  {
    path: '',
    title: 'day.title',
    canMatch: [allowed('day.show')],
    loadComponent: () => import('./day-page').then((m) => m.DayPage),
  },
  {
    path: '',
    title: 'day.title',
    canActivate: [ownFirstPage],
    loadComponent: () => import('./other-roles-page').then((m) => m.OtherRolesPage),
  },
]);
