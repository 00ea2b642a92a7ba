import { Injectable } from '@nestjs/common';
import { actionsIn } from '@relais/domain';
import { Clock, newId, UnitOfWork } from '@relais/server/kernel';
import type { InterviewEntity } from './interview.entity';
import type { WrittenNote } from './write-notes';

const INSERT_ACTIONS = `
  insert into app.action (region, id, beneficiary_id, interview_id, note_id, operator_id, words, owner, owner_post_id, due_on, status,
    done_at, created_at, updated_at, version)
  select $1, t.id, $2, $3, t.note_id, $4, t.words, t.owner, case t.owner when 'staff' then $5::uuid end, t.due_on,
    case when t.done then 'done' else 'open' end, case when t.done then $6::timestamptz end, $6, $6, 1
  from unnest($7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::date[], $12::boolean[]) as t(id, note_id, words, owner, due_on, done)`;

/** Makes actions of the `- [ ]` lines of the notes, settled ones of the `- [x]` lines. Each stays tied to its note, and is read by those who may read the note. */
@Injectable()
export class TakeActions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(interview: InterviewEntity, notes: readonly WrittenNote[]): Promise<void> {
    const today = this.clock.today(this.work.region);
    const actions = notes.flatMap((note) => actionsIn(note.body, today).map((action) => ({ ...action, id: newId(), noteId: note.id })));
    if (actions.length === 0) return;
    const { operatorId, postId } = this.work.actor;
    await this.work.rows(INSERT_ACTIONS, [
      interview.beneficiaryId,
      interview.id,
      operatorId,
      postId,
      this.clock.now(),
      actions.map(({ id }) => id),
      actions.map(({ noteId }) => noteId),
      actions.map(({ words }) => words),
      actions.map(({ owner }) => owner),
      actions.map(({ dueOn }) => dueOn),
      actions.map(({ done }) => done),
    ]);
  }
}
