import { area, signedIn } from '@relais/web/kernel';
import type { Routes } from '@angular/router';

/** Signing in and choosing a post. */
export const accountRoutes: Routes = area('account', { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') }, [
  { path: 'connexion', title: 'account.sign_in', loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage) },
  {
    path: 'poste',
    title: 'account.choose_post',
    canActivate: [signedIn],
    loadComponent: () => import('./post-page').then((m) => m.PostPage),
  },
  {
    path: 'securite',
    title: 'account.security',
    canActivate: [signedIn],
    loadComponent: () => import('./security-page').then((m) => m.SecurityPage),
  },
]);
