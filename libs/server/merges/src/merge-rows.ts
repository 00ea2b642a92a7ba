import type { Id, Instant, MergeFacts, MergeField, MergeState } from '@relais/domain';
import type { UnitOfWork } from '@relais/server/kernel';

/** A merge as its rules see it. */
export type MergeRow = {
  readonly id: Id;
  readonly status: MergeState;
  readonly survivorId: Id;
  readonly absorbedId: Id;
  readonly takes: readonly MergeField[];
  readonly proposedByPostId: Id;
  readonly undoUntil: Instant | null;
};

/** Columns of {@link MergeRow}. */
const MERGE = `m.id, m.status, m.survivor_id as "survivorId", m.absorbed_id as "absorbedId", m.takes,
  m.proposed_by_post_id as "proposedByPostId", m.undo_until as "undoUntil"`;

const OF = `select ${MERGE} from app.file_merge m where m.region = $1 and m.id = $2`;

/** Both files, locked in one order: whoever writes to a file, moves its referrals or merges it waits. */
export const LOCK_FILES = `select b.id from app.beneficiary b where b.region = $1 and b.id = any($2::uuid[]) order by b.id for no key update`;

/** Facts of two files: `$2` stays, `$3` goes, `$4` this merge. */
export const FACTS = `select app.merge_facts($2, $3, $4) as facts from (select $1::text) as here (region)`;

/** What {@link FACTS} answers; null for whom one of the files is closed to. */
export type FactsRow = { readonly facts: MergeFacts | null };

/**
 * A merge with its files, locked until the end of the unit of work: the files first, like everybody who writes to them. `open` says how many of
 * the two the one who acts may open; undefined when there is no such merge to see.
 */
export async function lockMerge(work: UnitOfWork, id: Id): Promise<{ readonly merge: MergeRow; readonly open: number } | undefined> {
  const of = await work.row<MergeRow>(OF, [id]);
  if (!of) return undefined;
  const files = await work.rows(LOCK_FILES, [[of.survivorId, of.absorbedId]]);
  const merge = await work.row<MergeRow>(`${OF} for update`, [id]);
  return merge && { merge, open: files.length };
}
