import { Injectable } from '@nestjs/common';
import { type Id, type MergeFacts, whyNotMerge, whyNotReviewMerge, whyNotUndoMerge, whyNotWithdrawMerge } from '@relais/domain';
import { Clock, Journal, UnitOfWork } from '@relais/server/kernel';
import type { MergeList, MergeView } from './merges.messages';

type Row = Omit<MergeView, 'obstacle' | 'answerable' | 'withdrawable' | 'undoable'> & {
  proposedByPostId: Id;
  stopped: string | null;
  facts: MergeFacts | null;
  leads: boolean;
};

const name = (staff: string): string => `${staff}.given_name || ' ' || ${staff}.family_name`;
const person = (file: string): string => `coalesce(nullif(${file}.name_of_use, ''), ${file}.given_name) || ' ' || ${file}.family_name`;

/** A file that is closed to the reader has no name here. `$2` is the acting post, `$3` its unit. */
const MERGES = `
  select m.id, m.status, m.survivor_id as "survivorId", m.absorbed_id as "absorbedId", ${person('s')} as "survivorName",
    ${person('o')} as "absorbedName", m.takes, m.reason, ${name('ps')} as "proposerName", m.proposed_at as "proposedAt",
    m.proposed_by_post_id = $2 as mine, ${name('rs')} as "reviewerName", m.reviewed_at as "reviewedAt", m.answer,
    m.merged_at as "mergedAt", m.undo_until as "undoUntil", m.undone_at as "undoneAt", m.superseded_ids as "supersededIds",
    exists (select from app.not_same_person n where n.region = $1 and n.low_id = least(m.survivor_id, m.absorbed_id)
      and n.high_id = greatest(m.survivor_id, m.absorbed_id)) as "toldApart",
    m.proposed_by_post_id as "proposedByPostId", m.stopped,
    case when m.status = 'proposed' then app.merge_facts(m.survivor_id, m.absorbed_id, m.id) end as facts,
    exists (select from app.file_access a where a.region = $1 and a.beneficiary_id = m.survivor_id and a.grantee_id = $3
      and a.basis in ('support', 'hierarchy')) as leads
  from app.file_merge m
  join app.post pp on pp.region = $1 and pp.id = m.proposed_by_post_id
  join app.staff ps on ps.region = $1 and ps.id = pp.staff_id
  left join app.post rp on rp.region = $1 and rp.id = m.reviewed_by_post_id
  left join app.staff rs on rs.region = $1 and rs.id = rp.staff_id
  left join app.beneficiary s on s.region = $1 and s.id = m.survivor_id
  left join app.beneficiary o on o.region = $1 and o.id = m.absorbed_id
  where m.region = $1`;

/** Those that wait, and those of the last thirty days. */
const RECENT = ` and (m.status in ('proposed', 'merging', 'undoing') or greatest(m.reviewed_at, m.merged_at, m.undone_at) > $4::timestamptz - interval '30 days')
  order by (m.status = 'proposed') desc, m.proposed_at desc, m.id limit 100`;

/** Merges of files that one accompanies, and those that one proposed. */
@Injectable()
export class ListMerges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<MergeList> {
    const { postId, unitId } = this.work.actor;
    const [rows] = await Promise.all([
      this.work.rows<Row>(MERGES + RECENT, [postId, unitId, this.clock.now()]),
      this.journal.audit('merge.listed', { objectType: 'unit', objectId: unitId }),
    ]);
    return { items: rows.map((row) => this.viewOf(row)) };
  }

  /** One merge; the reading is journalled. */
  async show(id: Id): Promise<MergeView> {
    const [view] = await Promise.all([this.one(id), this.journal.audit('merge.read', { objectType: 'file_merge', objectId: id })]);
    return view;
  }

  /** One merge, for answers to a change that left its own trace. */
  async one(id: Id): Promise<MergeView> {
    const { postId, unitId } = this.work.actor;
    return this.viewOf(await this.work.found<Row>(`${MERGES} and m.id = $4`, [postId, unitId, id]));
  }

  private viewOf({ proposedByPostId, stopped, facts, leads, ...row }: Row): MergeView {
    const { actor } = this.work;
    const standing = { status: row.status, proposedByPostId, undoUntil: row.undoUntil };
    return {
      ...row,
      obstacle: stopped ?? (facts ? (whyNotMerge(facts) ?? null) : null),
      answerable: facts !== null && whyNotReviewMerge(standing, actor) === undefined,
      withdrawable: whyNotWithdrawMerge(standing, actor) === undefined,
      undoable: leads && row.survivorName !== null && whyNotUndoMerge(standing, false, actor, this.clock.now()) === undefined,
    };
  }
}
