import { linkedSignal, type Resource, type Signal } from '@angular/core';
import { isProblem } from './problem-error';

/**
 * What was read last stays on the screen, and whoever types there goes on, while the next reading is on its way, or fails. `about` names
 * whom or what it concerns: once that changes, nothing of the one before stays, nor once the API says that there is no such thing for the
 * reader: rights may have ended.
 */
export function lastRead<T>(read: Resource<T | undefined>, about?: () => unknown): Signal<T | undefined> {
  return lastOf(
    () => (read.hasValue() ? read.value() : undefined),
    about,
    () => isProblem(read.error(), 'request.not_found', 'session.no_post'),
  );
}

/** The same for whatever is drawn from a reading. */
export function lastOf<T>(
  latest: () => T | undefined,
  about: () => unknown = () => undefined,
  gone: () => boolean = () => false,
): Signal<T | undefined> {
  const last = linkedSignal<{ readonly now: T | undefined; readonly of: unknown; readonly gone: boolean }, T | undefined>({
    source: () => ({ now: latest(), of: about(), gone: gone() }),
    computation: ({ now, of, gone }, before) => now ?? (!gone && before && before.source.of === of ? before.value : undefined),
  });
  return last.asReadonly();
}
