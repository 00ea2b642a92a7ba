import { allowed, area } from '@relais/web/kernel';
import type { Routes } from '@angular/router';

/** The referral: inbox, composer, one referral. */
export const referralRoutes: Routes = area('referrals', { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') }, [
  {
    path: 'boite',
    title: 'referrals.inbox',
    canMatch: [allowed('referral.answer')],
    loadComponent: () => import('./inbox/inbox-page').then((m) => m.InboxPage),
  },
  {
    path: 'orienter/:personId',
    title: 'referrals.compose',
    canMatch: [allowed('referral.write')],
    loadComponent: () => import('./compose/compose-page').then((m) => m.ComposePage),
  },
  {
    path: 'orientations/:id',
    title: 'referrals.one',
    canMatch: [allowed('referral.show')],
    loadComponent: () => import('./thread/referral-page').then((m) => m.ReferralPage),
  },
  {
    path: 'coordination',
    title: 'referrals.coordination',
    canMatch: [allowed('coordination.show')],
    loadComponent: () => import('./coordination/coordination-page').then((m) => m.CoordinationPage),
  },
]);
