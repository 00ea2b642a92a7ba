import { Injectable } from '@nestjs/common';
import { audienceChange, type Id, type NoteAudience } from '@relais/domain';
import { Clock, Journal, refuse, UnitOfWork } from '@relais/server/kernel';
import type { KeptNote } from './interviews.messages';
import { type Sheet, WriteNotes, type WrittenNote } from './write-notes';

const MINE = `select id, audience, body from app.note
  where region = $1 and interview_id = $2 and author_post_id = $3 and not addendum order by created_at, id`;
const CHANGE = `update app.note set audience = $3, body = $4, updated_at = $5, version = version + 1 where region = $1 and id = $2`;
const TAKE_OUT = `delete from app.note where region = $1 and id = any($2::uuid[])`;

/** What a saved draft asks of its notes. */
type Plan = { readonly added: KeptNote[]; readonly changed: { was: WrittenNote; now: KeptNote }[]; readonly removed: Id[] };

/**
 * Notes of a draft as its author left them: one of an id, or the one of that audience, or a new one; an empty text takes it out.
 * Nobody else reads a draft, so its audience is free to narrow; widening is a deliberate act and is recorded. Source: domain.md §2.
 */
@Injectable()
export class KeepNotes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly writeNotes: WriteNotes,
  ) {}

  async execute(sheet: Sheet, kept: readonly KeptNote[]): Promise<void> {
    if (kept.length === 0) return;
    const mine = await this.work.rows<WrittenNote>(MINE, [sheet.id, this.work.actor.postId]);
    const { added, changed, removed } = planOf(mine, kept);
    if (removed.length > 0) await this.work.rows(TAKE_OUT, [removed]);
    const now = this.clock.now();
    for (const note of changed) {
      await this.work.rows(CHANGE, [note.was.id, note.now.audience, note.now.body, now]);
      await this.recordWidening(sheet, note.was.id, note.was.audience, note.now.audience);
    }
    await this.writeNotes.execute(sheet, added);
  }

  private async recordWidening({ beneficiaryId }: Sheet, id: Id, from: NoteAudience, to: NoteAudience): Promise<void> {
    if (audienceChange(from, to) !== 'widened') return;
    await this.journal.audit('note.widened', { objectType: 'note', objectId: id, beneficiaryId, reason: `${from}>${to}` });
  }
}

function planOf(mine: readonly WrittenNote[], kept: readonly KeptNote[]): Plan {
  const plan: Plan = { added: [], changed: [], removed: [] };
  const taken = new Set<Id>();
  kept.forEach((now, index) => {
    const was = now.id
      ? mine.find(({ id }) => id === now.id)
      : mine.find(({ id, audience }) => audience === now.audience && !taken.has(id));
    if (now.id && !was) refuse('request.invalid', { pointer: `/notes/${index}/id` });
    if (was && taken.has(was.id)) refuse('request.invalid', { pointer: `/notes/${index}` });
    if (was) taken.add(was.id);
    const empty = now.body.trim() === '';
    if (!was && !empty) plan.added.push(now);
    else if (was && empty) plan.removed.push(was.id);
    else if (was && (was.body !== now.body || was.audience !== now.audience)) plan.changed.push({ was, now });
  });
  return plan;
}
