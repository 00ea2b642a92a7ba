import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, type Route, Router, type Routes } from '@angular/router';
import type { Permission } from '@relais/domain';
import { Language, type Words } from './language/language';
import { Session } from './session/session';

/** What stands where nothing is, or nothing that this post may see: both are the same. */
export const notFound: Route = {
  path: '**',
  title: 'shell.notFound.title',
  loadComponent: () => import('./not-found-page').then((page) => page.NotFoundPage),
};

/** The routes of one area, shown once the words of the area are there. */
export function area(scope: string, words: Words, children: Routes): Routes {
  const speaks: CanActivateFn = () => inject(Language).need(scope, words);
  return [{ path: '', canActivate: [speaks], children: [...children, notFound] }];
}

/** Lets a route match only for posts that hold the right; others fall through to "not found". */
export function allowed(permission: Permission): CanMatchFn {
  return () => inject(Session).may(permission);
}

/** Sends to the sign-in page, and back afterwards. */
export const signedIn: CanActivateFn = (_route, state) => {
  if (inject(Session).account()) return true;
  return inject(Router).createUrlTree(['/connexion'], state.url === '/' ? {} : { queryParams: { suite: state.url } });
};

/** Sends to the choice of a post, and back afterwards. */
export const withPost: CanActivateFn = (_route, state) => {
  if (inject(Session).post()) return true;
  return inject(Router).createUrlTree(['/poste'], state.url === '/' ? {} : { queryParams: { suite: state.url } });
};
