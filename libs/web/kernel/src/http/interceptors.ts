import { HttpErrorResponse, type HttpHandlerFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { CurrentLanguage } from '../language/current-language';
import { Prover } from '../session/prover';
import { Csrf } from '../session/csrf';
import { SessionKeeper } from '../session/session-keeper';
import { ABOUT_SESSION, ONCE, VERSION } from './marks';
import { isProblem, problemOf } from './problem-error';

const ours = (request: HttpRequest<unknown>): boolean => request.url.startsWith('/api/');

/** Gives each creation its key, before anything may replay it. */
export function keyed(request: HttpRequest<unknown>, next: HttpHandlerFn): ReturnType<HttpHandlerFn> {
  if (!ours(request) || request.method !== 'POST' || request.headers.has('Idempotency-Key')) return next(request);
  return next(request.clone({ setHeaders: { 'Idempotency-Key': request.context.get(ONCE) ?? crypto.randomUUID() } }));
}

/** A session that ran out is renewed, or the page waits under its lock; then the same call goes out again. */
export function sessionKept(request: HttpRequest<unknown>, next: HttpHandlerFn): ReturnType<HttpHandlerFn> {
  const keeper = inject(SessionKeeper);
  if (!ours(request) || request.context.get(ABOUT_SESSION)) return next(request);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (!isProblem(error, 'session.missing', 'session.expired')) return throwError(() => error);
      return from(keeper.mend()).pipe(switchMap((mended) => (mended ? next(request) : throwError(() => error))));
    }),
  );
}

/** A call that could hurt waits until somebody says again who they are, then goes out again. */
export function proven(request: HttpRequest<unknown>, next: HttpHandlerFn): ReturnType<HttpHandlerFn> {
  const prover = inject(Prover);
  if (!ours(request)) return next(request);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (!isProblem(error, 'session.proof_needed')) return throwError(() => error);
      return from(prover.ask()).pipe(switchMap((given) => (given ? next(request) : throwError(() => error))));
    }),
  );
}

/**
 * Headers of every call to our API: language of the sentences, proof against forged requests, version of an edit. Answers never
 * stay in the browser's cache: a version says nothing about what hangs on a file, and a shared computer keeps nobody's file.
 */
export function dressed(request: HttpRequest<unknown>, next: HttpHandlerFn): ReturnType<HttpHandlerFn> {
  if (!ours(request)) return next(request);
  const headers: Record<string, string> = { 'Accept-Language': inject(CurrentLanguage).code() };
  const csrf = inject(Csrf).value;
  if (csrf && request.method !== 'GET') headers['x-relais-csrf'] = csrf;
  const version = request.context.get(VERSION);
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  return next(request.clone({ setHeaders: headers, cache: 'no-store' }));
}

/** Failed answers become typed problems. */
export function problems(request: HttpRequest<unknown>, next: HttpHandlerFn): ReturnType<HttpHandlerFn> {
  return next(request).pipe(
    catchError((error: unknown) => throwError(() => (error instanceof HttpErrorResponse ? problemOf(error) : error))),
  );
}
