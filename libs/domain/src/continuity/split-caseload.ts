import type { Id } from '../operators/actor';

/** A file that changes hands: what it weighs, and with whom it stays together (brothers and sisters), when that is known. */
export type FileToGive = { readonly id: Id; readonly weight: number; readonly household: string | null };

/** A colleague who takes files, and what they carry already. */
export type Taker = { readonly postId: Id; readonly load: number };

/**
 * Who takes which file. Households stay with one colleague; the heaviest go first, each to whoever carries least at that moment. So
 * every file is given exactly once, and nobody ends above another by more than the last household that they took.
 * Throws a `RangeError` when nobody takes.
 */
export function splitCaseload(files: readonly FileToGive[], takers: readonly Taker[]): ReadonlyMap<Id, Id> {
  if (takers.length === 0) throw new RangeError('nobody takes');
  const loads = takers.map(({ postId, load }, place) => ({ postId, load, place }));
  const given = new Map<Id, Id>();
  for (const group of householdsOf(files)) {
    const taker = loads.reduce((least, one) => (one.load < least.load ? one : least));
    taker.load += group.weight;
    for (const id of group.ids) given.set(id, taker.postId);
  }
  return given;
}

type Group = { weight: number; readonly ids: Id[] };

/** Files of one household together, the heaviest household first; what weighs the same keeps the order in which it came. */
function householdsOf(files: readonly FileToGive[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { id, weight, household } of files) {
    const key = household === null ? `file ${id}` : `household ${household}`;
    const group = groups.get(key) ?? { weight: 0, ids: [] };
    group.weight += weight;
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => other.weight - one.weight);
}
