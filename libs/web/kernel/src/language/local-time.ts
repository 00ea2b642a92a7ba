import { instantAt, millisOf, toInstant } from '@relais/domain';

/** What a `datetime-local` control shows for an instant in a time zone: `2026-11-23T17:45`; nothing for nothing. */
export function localOf(instant: string | null | undefined, timeZone: string): string {
  if (!instant) return '';
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(millisOf(toInstant(instant)));
  return parts.replace(' ', 'T');
}

/** The instant of what a `datetime-local` control holds, read in a time zone. An hour that a time change skips becomes the next one. */
export function instantOfLocal(local: string, timeZone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return null;
  const asUtc = Date.parse(`${local.slice(0, 16)}:00.000Z`);
  const offsetAt = (millis: number): number => Date.parse(`${localOf(instantAt(millis), timeZone)}:00.000Z`) - millis;
  const first = asUtc - offsetAt(asUtc);
  return instantAt(asUtc - offsetAt(first));
}
