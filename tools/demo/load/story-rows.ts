import { plusDays, plusMinutes, reviewAfter, type InterviewTheme } from '@relais/domain';
import { idAt } from '../ids';
import { Dice } from '../random';
import type { DatedStep, DemoFile } from '../region/file';
import type { DemoWorld } from '../region/generate-region';
import { slotsFor } from '../story/slots';
import { say } from '../story/say';
import type { ThemeKey } from '../story/topic';
import { ADDED, TO_NETWORK, TO_PERSON, TO_SELF, TO_TEAM } from '../story/traces';
import type { Row, TableRows } from './tables';

/** The codes of the product for the themes of the stories. */
const CODES: Readonly<Record<ThemeKey, InterviewTheme>> = {
  orientation: 'guidance',
  project: 'guidance',
  training: 'training',
  apprenticeship: 'apprenticeship',
  internship: 'employment',
  job_search: 'employment',
  cv: 'employment',
  mobility: 'mobility',
  housing: 'housing',
  health: 'health',
  budget: 'resources',
  rights: 'rights',
  dropout: 'schooling',
  retraining: 'skills_assessment',
  vae: 'skills_assessment',
  family: 'childcare',
  language: 'training',
  digital: 'digital',
  confidence: 'other',
};

type Rows = Record<'interview' | 'note' | 'goal' | 'action' | 'appointment', Row[]>;

/** Interviews with notes, goals and actions, and the appointments around them. */
export function storyRows(world: DemoWorld): TableRows {
  const rows: Rows = { interview: [], note: [], goal: [], action: [], appointment: [] };
  const slotOf = new Map(
    world.appointments.flatMap(({ id, step, status }) => (step && status === 'honoured' ? [[step.id, id] as const] : [])),
  );
  const next = new Map<string, string>();
  for (const { id, file, post, team, referralId, startsAt, minutes, place, purpose, status, createdAt } of world.appointments) {
    const updated = status === 'planned' ? createdAt : startsAt;
    if (status === 'planned' && startsAt > world.hours.now)
      next.set(file.id, [next.get(file.id) ?? startsAt, startsAt].sort()[0] ?? startsAt);
    const of = { operator_id: team.operatorId, unit_id: team.unitId, post_id: post.id, referral_id: referralId, group_session_id: null };
    rows.appointment.push({
      id,
      beneficiary_id: file.id,
      ...of,
      starts_at: startsAt,
      minutes,
      place,
      purpose,
      status,
      created_at: createdAt,
      updated_at: updated,
    });
  }
  const drafts = draftsOf(world);
  const seen = new Set(world.files.flatMap(({ steps }) => steps.map(({ note }) => note)));
  for (const file of world.files) {
    file.steps.forEach((step, index) => {
      const later = index === file.steps.length - 1 ? (next.get(file.id) ?? null) : null;
      addStep(world, file, step, drafts.has(step.id), slotOf.get(step.id) ?? null, later, rows, seen);
    });
  }
  return rows;
}

function addStep(
  world: DemoWorld,
  file: DemoFile,
  step: DatedStep,
  draft: boolean,
  appointment: string | null,
  next: string | null,
  rows: Rows,
  seen: Set<string>,
): void {
  const dice = new Dice(`step ${step.id}`);
  const { at, post } = step;
  const sealedAt = plusMinutes(at, step.minutes + dice.int(2, 40));
  const by = { beneficiary_id: file.id, operator_id: post.operatorId, unit_id: post.unitId, author_post_id: post.id };
  const written = { created_at: at, updated_at: draft ? plusMinutes(at, 20) : sealedAt };
  const themes = [...new Set([...step.themes.map((theme) => CODES[theme]), ...(step.code === undefined ? [] : [step.code])])];
  rows.interview.push({
    id: step.id,
    ...by,
    appointment_id: appointment,
    mode: step.mode,
    happened_at: at,
    minutes: step.minutes,
    themes,
    status: draft ? 'draft' : 'sealed',
    next_meeting_at: next,
    two_way: step.twoWay,
    sealed_at: draft ? null : sealedAt,
    ...written,
  });
  const noteId = idAt(at, dice);
  const note = (id: string, audience: string, body: string): void => {
    rows.note.push({ id, interview_id: step.id, ...by, audience, body, addendum: false, ...written });
  };
  note(noteId, audienceOf(step, dice), step.note);
  if (step.kind === 'meeting' || step.kind === 'reception')
    addSideNotes(world, file, step, (audience, body) => note(idAt(at, dice), audience, body), seen, dice);
  const from = { beneficiary_id: file.id, interview_id: step.id, note_id: noteId, operator_id: post.operatorId };
  const goalId = step.goal === null ? null : idAt(at, dice);
  if (step.goal !== null) {
    const status = dice.choose({ open: 78, met: 16, dropped: 6 });
    rows.goal.push({
      id: goalId,
      ...from,
      words: step.goal,
      theme: themes[0] ?? null,
      status,
      review_on: reviewAfter(world.hours.dayOf(at)),
      created_at: at,
      updated_at: sealedAt,
    });
  }
  if (draft) return;
  for (const { words, owner, dueOn, status, outcome, doneOn } of step.actions) {
    const doneAt = doneOn === null ? null : world.hours.at(doneOn, 600 + dice.int(0, 400));
    const settled = doneAt !== null && doneAt < at ? sealedAt : doneAt;
    // What has been left open for weeks is not a task any more.
    const stale = status === 'open' && dueOn < plusDays(world.hours.today, -21);
    const ended = stale ? { status: 'dropped', outcome: 'Sans suite.' } : { status, outcome };
    rows.action.push({
      id: idAt(at, dice),
      ...from,
      goal_id: goalId,
      words,
      owner,
      owner_post_id: owner === 'staff' ? post.id : null,
      due_on: dueOn,
      ...ended,
      done_at: status === 'done' ? settled : null,
      created_at: at,
      updated_at: settled ?? sealedAt,
    });
  }
}

function audienceOf(step: DatedStep, dice: Dice): string {
  if (step.protected) return dice.choose({ self: 30, team: 30, operator: 40 });
  if (step.referralId !== null || step.kind === 'third_party') return dice.choose({ network: 70, operator: 30 });
  return dice.choose({ operator: 68, network: 19, team: 7, self: 3, person: 3 });
}

/** A second note for somebody else; the same words as another note get a sentence more: no two notes are equal. */
function addSideNotes(
  world: DemoWorld,
  file: DemoFile,
  step: DatedStep,
  note: (audience: string, body: string) => void,
  seen: Set<string>,
  dice: Dice,
): void {
  const words = (templates: readonly string[]): string => {
    const first = step.actions[0]?.words;
    const slots = {
      ...slotsFor(file.person, file.thread, world.hours.dayOf(step.at), dice),
      etape: first === undefined ? 'on continue sur la même idée' : first.charAt(0).toLowerCase() + first.slice(1),
    };
    return say(dice.pick(templates), slots, file.person.woman, dice);
  };
  const tell = (templates: readonly string[]): string => {
    let told = words(templates);
    while (seen.has(told)) told = `${told} ${words(ADDED)}`;
    seen.add(told);
    return told;
  };
  if (dice.chance(0.08)) note('self', tell(TO_SELF));
  if (dice.chance(0.04)) note('team', tell(TO_TEAM));
  if (dice.chance(0.06) && file.person.sharing !== 'opposed') note('network', tell(TO_NETWORK));
  if (dice.chance(0.05) && step.actions[0]?.owner === 'person') note('person', tell(TO_PERSON));
}

/** The last exchange of a few professionals is not finished yet: something to finish on the day page. */
function draftsOf(world: DemoWorld): Set<string> {
  const latest = new Map<string, DatedStep>();
  for (const step of world.files.flatMap(({ steps }) => steps)) {
    const known = latest.get(step.post.id);
    if (step.kind === 'meeting' && step.referralId === null && (!known || known.at < step.at)) latest.set(step.post.id, step);
  }
  const recent = [...latest.values()].filter(({ day }) => day >= plusDays(world.hours.today, -6));
  return new Set(recent.filter(({ post }, index) => post.known || index % 3 === 0).map(({ id }) => id));
}
