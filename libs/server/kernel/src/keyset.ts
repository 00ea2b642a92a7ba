import { type Id, isInstant } from '@relais/domain';
import { isUUID } from 'class-validator';
import { Text, Whole } from './messages';
import { refuse } from './problems';

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

/** A place in a list by moments: the moment of the last row seen (or before any, where some rows have none), and its identifier. */
export type Place = readonly [at: string | null, id: Id];

/** Reads a place; what we did not write is refused before any query sees it. */
export function readPlace(after: string | undefined): Place | undefined {
  if (after === undefined) return undefined;
  return isPlace(keysOf(after)) ?? refuse('request.invalid', { pointer: '/after' });
}

function keysOf(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function isPlace(keys: unknown): Place | undefined {
  if (!Array.isArray(keys) || keys.length !== 2) return undefined;
  const [at, id] = keys as unknown[];
  const isMoment = at === null || at === '-infinity' || (typeof at === 'string' && isInstant(at));
  return isMoment && isUUID(id) ? [at, id as Id] : undefined;
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
