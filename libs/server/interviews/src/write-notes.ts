import { Injectable } from '@nestjs/common';
import type { Id, Instant, NoteAudience } from '@relais/domain';
import { Clock, newId, UnitOfWork } from '@relais/server/kernel';

/** The interview that notes belong to. */
export type Sheet = { readonly id: Id; readonly beneficiaryId: Id };

/** A note as it is about to be stored. */
export type WrittenNote = { readonly id: Id; readonly audience: NoteAudience; readonly body: string };

const INSERT = `
  insert into app.note (region, id, interview_id, beneficiary_id, operator_id, unit_id, author_post_id, audience, body, addendum,
    created_at, updated_at, version)
  select $1, t.id, $2, $3, $4, $5, $6, t.audience, t.body, $7, $8, $8, 1
  from unnest($9::uuid[], $10::text[], $11::text[]) as t(id, audience, body)`;

/** Stores new notes of the acting post, all in one statement. */
@Injectable()
export class WriteNotes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(
    sheet: Sheet,
    notes: readonly { readonly audience: NoteAudience; readonly body: string }[],
    { addendum = false }: { addendum?: boolean } = {},
  ): Promise<WrittenNote[]> {
    const written = notes.map(({ audience, body }) => ({ id: newId(), audience, body }));
    if (written.length === 0) return written;
    const { operatorId, unitId, postId } = this.work.actor;
    const now: Instant = this.clock.now();
    await this.work.rows(INSERT, [
      sheet.id,
      sheet.beneficiaryId,
      operatorId,
      unitId,
      postId,
      addendum,
      now,
      written.map(({ id }) => id),
      written.map(({ audience }) => audience),
      written.map(({ body }) => body),
    ]);
    return written;
  }
}
