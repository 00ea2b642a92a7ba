import { Injectable } from '@nestjs/common';
import { planIn, reviewAfter } from '@relais/domain';
import { Clock, newId, UnitOfWork } from '@relais/server/kernel';
import type { InterviewEntity } from './interview.entity';
import type { WrittenNote } from './write-notes';

/** A goal that is already open in the same words is the same goal: its new steps join it. */
const KNOWN_GOALS = `select id, lower(words) as words from app.goal where region = $1 and beneficiary_id = $2 and status = 'open'`;

const INSERT_GOALS = `
  insert into app.goal (region, id, beneficiary_id, interview_id, note_id, operator_id, words, theme, status, review_on, place, created_at,
    updated_at, version)
  select $1, t.id, $2, $3, t.note_id, $4, t.words, t.theme, 'open', $5::date, extract(epoch from $6::timestamptz)::int, $6, $6, 1
  from unnest($7::uuid[], $8::uuid[], $9::text[], $10::text[]) as t(id, note_id, words, theme)`;

const INSERT_ACTIONS = `
  insert into app.action (region, id, beneficiary_id, interview_id, note_id, operator_id, goal_id, words, owner, owner_post_id, owner_unit_id,
    due_on, status, done_at, place, created_at, updated_at, version)
  select $1, t.id, $2, $3, t.note_id, $4, t.goal_id, t.words, t.owner, case t.owner when 'staff' then $5::uuid end,
    case t.owner when 'unit' then $6::uuid end, t.due_on, case when t.done then 'done' else 'open' end,
    case when t.done then $7::timestamptz end, extract(epoch from $7::timestamptz)::int, $7, $7, 1
  from unnest($8::uuid[], $9::uuid[], $10::uuid[], $11::text[], $12::text[], $13::date[], $14::boolean[])
    as t(id, note_id, goal_id, words, owner, due_on, done)`;

/**
 * Makes goals of the `Objectif : …` lines of the notes, actions of the `- [ ]` lines, settled ones of the `- [x]` lines. Each stays tied
 * to its note, and is read by those who may read the note.
 */
@Injectable()
export class TakePlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(interview: InterviewEntity, notes: readonly WrittenNote[]): Promise<void> {
    const today = this.clock.today(this.work.region);
    const plans = notes.map((note) => ({ noteId: note.id, ...planIn(note.body, today) }));
    const known = new Map<string, string>();
    if (plans.some(({ goals }) => goals.length > 0))
      for (const { id, words } of await this.work.rows<{ id: string; words: string }>(KNOWN_GOALS, [interview.beneficiaryId]))
        known.set(words, id);
    const fresh: { id: string; noteId: string; words: string; theme: string | null }[] = [];
    const actions = plans.flatMap(({ noteId, goals, actions: steps }) => {
      const ids = goals.map(({ words, theme }) => {
        const id = known.get(words.toLowerCase()) ?? newId();
        if (!known.has(words.toLowerCase())) fresh.push({ id, noteId, words, theme });
        known.set(words.toLowerCase(), id);
        return id;
      });
      return steps.map((step) => ({ ...step, id: newId(), noteId, goalId: step.goal === null ? null : (ids[step.goal] ?? null) }));
    });
    const about = [interview.beneficiaryId, interview.id, this.work.actor.operatorId];
    if (fresh.length > 0) await this.work.rows(INSERT_GOALS, [...about, reviewAfter(today), this.clock.now(), ...columnsOf(fresh, GOAL)]);
    if (actions.length === 0) return;
    const { postId, unitId } = this.work.actor;
    await this.work.rows(INSERT_ACTIONS, [...about, postId, unitId, this.clock.now(), ...columnsOf(actions, ACTION)]);
  }
}

const GOAL = ['id', 'noteId', 'words', 'theme'] as const;
const ACTION = ['id', 'noteId', 'goalId', 'words', 'owner', 'dueOn', 'done'] as const;

/** One array per column, as `unnest` takes them. */
function columnsOf<Row, Key extends keyof Row>(rows: readonly Row[], columns: readonly Key[]): Row[Key][][] {
  return columns.map((column) => rows.map((row) => row[column]));
}
