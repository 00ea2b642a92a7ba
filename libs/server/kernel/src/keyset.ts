import { refuse } from './problems';
import { Text, Whole } from './messages';

/** Query of a list: a page size and the place after which to go on. */
export class PageQuery {
  @Text({ max: 400, optional: true, pattern: /^[A-Za-z0-9_-]+$/ })
  after?: string;

  @Whole({ min: 1, max: 100, optional: true })
  limit?: number;
}

/** Rows per page unless the reader asks otherwise. */
export const PAGE = 50;

/** The place after a row, as an opaque text. Holds sort keys only: instants, numbers and identifiers, never a name. */
export function placeAfter(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Reads a place of `count` keys; a place that we did not write is refused. */
export function readPlace(after: string | undefined, count: number): readonly (string | number | null)[] | undefined {
  if (after === undefined) return undefined;
  try {
    const keys: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === count && keys.every((key) => key === null || ['string', 'number'].includes(typeof key)))
      return keys as (string | number | null)[];
  } catch {
    // falls through to the refusal below: what can't be read was not written by us
  }
  return refuse('request.invalid', { pointer: '/after' });
}

/** Cuts `limit + 1` rows to a page and names the next place. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keys: (row: T) => readonly (string | number | null)[],
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? placeAfter(keys(last)) : null };
}
