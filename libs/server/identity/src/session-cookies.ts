import type { CookieSerializeOptions } from '@fastify/cookie';
import { ACCESS_COOKIE, refuse } from '@relais/server/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Cookie of the refresh token. `__Host-` needs `Path=/`, so it travels with every request; only one route reads it. */
export const REFRESH_COOKIE = '__Host-relais-refresh';

// No Max-Age: both end with the browser, as they should on a desk that several people share.
const OURS: CookieSerializeOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' };

/** Hands both tokens to the browser. */
export function keepInBrowser(reply: FastifyReply, tokens: { readonly access: string; readonly refresh?: string }): void {
  void reply.setCookie(ACCESS_COOKIE, tokens.access, OURS);
  if (tokens.refresh !== undefined) void reply.setCookie(REFRESH_COOKIE, tokens.refresh, OURS);
}

/** Takes both tokens back. */
export function forgetInBrowser(reply: FastifyReply): void {
  void reply.clearCookie(ACCESS_COOKIE, OURS);
  void reply.clearCookie(REFRESH_COOKIE, OURS);
}

/**
 * Signing in and refreshing carry no CSRF value: a page that was just reloaded knows none yet. What protects them is that the
 * cookies are SameSite=Strict, that a refresh changes nothing but those cookies, and that browsers say where a request
 * comes from: one from another site is refused.
 */
export function refuseForeignPages(request: FastifyRequest): void {
  const from = request.headers['sec-fetch-site'];
  if (from !== undefined && from !== 'same-origin' && from !== 'none') refuse('session.forged_origin');
}
