import { HttpContext, HttpContextToken } from '@angular/common/http';

/** The key under which the API remembers a creation, so that a retry has one effect. */
export const ONCE = new HttpContextToken<string | undefined>(() => undefined);

/** The version that an edit was made from. */
export const VERSION = new HttpContextToken<number | undefined>(() => undefined);

/** Calls about the session itself: a 401 there is an answer, not a session to mend. */
export const ABOUT_SESSION = new HttpContextToken<boolean>(() => false);

/** Marks a call: `once` keeps one idempotency key over your own retries, `version` becomes `If-Match`. */
export function marked(marks: { readonly once?: string; readonly version?: number }): HttpContext {
  return new HttpContext().set(ONCE, marks.once).set(VERSION, marks.version);
}
