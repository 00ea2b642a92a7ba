import { folded } from '../beneficiaries/folding';
import type { Id } from '../operators/actor';
import { millisOf, type Instant } from '../time/time';

/**
 * What makes reading look like curiosity: a person of the reader's own name, a colleague, more files in an hour than anybody
 * can work on, a file that is closed. Source: trust.md §4, snooping alerts.
 */
export const SUSPICION_KINDS = ['same_name', 'colleague', 'many_files', 'closed_file'] as const;

/** What makes reading look like curiosity. */
export type SuspicionKind = (typeof SUSPICION_KINDS)[number];

/** How a suspicion ends. */
export const SUSPICION_ENDS = ['explained', 'confirmed'] as const;

/** How a suspicion ends. */
export type SuspicionEnd = (typeof SUSPICION_ENDS)[number];

/** Files in an hour above which reading is looked at. */
export const FILES_AN_HOUR = 50;

const HOUR = 3_600_000;

/** One reading of a file. Names are compared and never kept. */
export type Reading = {
  readonly postId: Id;
  readonly beneficiaryId: Id;
  readonly at: Instant;
  readonly readerFamilyName: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly closed: boolean;
};

/** Something to look at; `beneficiaryId` is null when it is about many files. */
export type Suspicion = {
  readonly kind: SuspicionKind;
  readonly postId: Id;
  readonly beneficiaryId: Id | null;
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
};

/** What stands out in readings of one region, in the order of time. `colleagues` are the folded full names of its professionals. */
export function suspicionsOf(readings: readonly Reading[], colleagues: ReadonlySet<string>): readonly Suspicion[] {
  const about = (kind: SuspicionKind, picked: (reading: Reading) => boolean): Suspicion[] =>
    [...Map.groupBy(readings.filter(picked), ({ postId, beneficiaryId }) => `${postId} ${beneficiaryId}`).values()].map((some) =>
      suspicion(kind, some, some[0]?.beneficiaryId ?? null, some.length),
    );
  return [
    ...about('same_name', ({ readerFamilyName, familyName }) => folded(readerFamilyName) === folded(familyName)),
    ...about('colleague', ({ givenName, familyName }) => colleagues.has(fullName(givenName, familyName))),
    ...about('closed_file', ({ closed }) => closed),
    ...[...Map.groupBy(readings, ({ postId }) => postId).values()].flatMap(tooMany),
  ];
}

/** A full name as names are compared here. */
export function fullName(givenName: string, familyName: string): string {
  return `${folded(givenName)} ${folded(familyName)}`;
}

/** The hour in which one post read the most files, when these are more than anybody works on. */
function tooMany(readings: readonly Reading[]): Suspicion[] {
  let most: readonly Reading[] = [];
  let files = 0;
  let start = 0;
  readings.forEach((reading, end) => {
    while (millisOf(reading.at) - millisOf(readings[start]?.at ?? reading.at) >= HOUR) start += 1;
    const window = readings.slice(start, end + 1);
    const distinct = new Set(window.map(({ beneficiaryId }) => beneficiaryId)).size;
    if (distinct > files) [most, files] = [window, distinct];
  });
  return files > FILES_AN_HOUR ? [suspicion('many_files', most, null, files)] : [];
}

function suspicion(kind: SuspicionKind, readings: readonly Reading[], beneficiaryId: Id | null, count: number): Suspicion {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last) throw new RangeError('a suspicion without a reading');
  return { kind, postId: first.postId, beneficiaryId, count, firstAt: first.at, lastAt: last.at };
}
