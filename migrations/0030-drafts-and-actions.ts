import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fileOpen, fileShared, ME, MY_OPERATOR, MY_UNIT } from './tables/clauses';

/** An action or a goal made from a note is read by those who may read that note; widening the note takes it along. */
const fromOpenNote = (table: string): string => `${fileOpen(table)} and (note_id is null
  or exists (select 1 from app.note n where n.region = ${table}.region and n.id = ${table}.note_id))`;

/** Others read a note only once its interview is sealed: the draft is its author's alone. */
const sealed = `exists (select 1 from app.interview i where i.region = note.region and i.id = note.interview_id and i.status = 'sealed')`;
const told = `audience = 'team' and unit_id = ${MY_UNIT} or audience in ('operator', 'network', 'person') and operator_id = ${MY_OPERATOR}`;
const noteOpen = `author_post_id = ${ME} and ${fileOpen('note')} or (${told}) and ${fileOpen('note')} and ${sealed}
  or audience in ('network', 'person') and ${fileShared('note')} and ${sealed}`;

/** A draft stays with its author, and what a private note asks to be done stays as private as the note. */
export class DraftsAndActions1763900000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['goal', 'action']) {
      await runner.query(`alter table app.${table} add column note_id uuid`);
      await runner.query(`alter table app.${table} add foreign key (region, note_id) references app.note (region, id)`);
      await runner.query(`create index on app.${table} (region, note_id)`);
      await runner.query(`alter policy sees on app.${table} using (region = sec.region() and (${fromOpenNote(table)}))`);
      await runner.query(`alter policy changes on app.${table} using (region = sec.region() and (${fromOpenNote(table)}))
        with check (region = sec.region() and (${fromOpenNote(table)}))`);
    }
    await runner.query(`alter policy sees on app.note using (region = sec.region() and (${noteOpen}))`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}
