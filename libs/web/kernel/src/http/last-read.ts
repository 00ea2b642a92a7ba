import { linkedSignal, type Resource, type Signal } from '@angular/core';

/**
 * What was read last stays on the screen, and whoever types there goes on, while the next reading is on its way, or fails. `about` names
 * whom or what it concerns: once that changes, nothing of the one before stays.
 */
export function lastRead<T>(read: Resource<T | undefined>, about?: () => unknown): Signal<T | undefined> {
  return lastOf(() => (read.hasValue() ? read.value() : undefined), about);
}

/** The same for whatever is drawn from a reading. */
export function lastOf<T>(latest: () => T | undefined, about: () => unknown = () => undefined): Signal<T | undefined> {
  const last = linkedSignal<{ readonly now: T | undefined; readonly of: unknown }, T | undefined>({
    source: () => ({ now: latest(), of: about() }),
    computation: ({ now, of }, before) => now ?? (before && before.source.of === of ? before.value : undefined),
  });
  return last.asReadonly();
}
