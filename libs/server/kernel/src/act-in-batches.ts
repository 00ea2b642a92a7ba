import type { Id } from '@relais/domain';

/** What one transaction is asked to take. */
export type Batch = {
  /** Rows that are left out: they failed before, or nothing could be done with them. */
  readonly aside: readonly Id[];
  /** The one row to take; null for a whole batch. */
  readonly only: Id | null;
  /** To be told as soon as rows are taken: when the batch fails they are done again one by one. */
  readonly took: (ids: readonly Id[]) => void;
};

/**
 * Takes batches until nothing is due; `batch` is one transaction and resolves to the rows that it acted on. A batch in which one row
 * fails is done again, each row in a transaction of its own; a row that fails, or that was taken and stays as it was, is left aside, and
 * the first failure is thrown at the end. A failure before any row was taken, such as a database that is away, is thrown at once.
 * `between` is awaited after each batch. Resolves to how many rows were acted on.
 */
export async function actInBatches(
  batch: (asked: Batch) => Promise<readonly Id[]>,
  between: (acted: number) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const aside = new Map<Id, unknown>();
  const take = async (only: Id | null): Promise<{ readonly taken: readonly Id[]; readonly acted: number; readonly failed?: unknown }> => {
    const taken: Id[] = [];
    try {
      const acted = new Set(await batch({ aside: only ? [] : [...aside.keys()], only, took: (ids) => taken.push(...ids) }));
      for (const id of taken) if (!acted.has(id)) aside.set(id, new Error(`what fell due was taken and not acted on: ${id}`));
      return { taken, acted: acted.size };
    } catch (failed) {
      if (taken.length === 0 && only === null) throw failed;
      return { taken, acted: 0, failed };
    }
  };
  for (let acted = 0; ;) {
    const { taken, acted: now, failed } = await take(null);
    acted += now;
    if (failed !== undefined)
      for (const id of taken) {
        const alone = await take(id);
        acted += alone.acted;
        if (alone.failed !== undefined) aside.set(id, alone.failed);
      }
    if (taken.length > 0) {
      await between(now);
      continue;
    }
    if (aside.size > 0) throw aside.values().next().value;
    return acted;
  }
}
