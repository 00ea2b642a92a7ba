import { plusDays, type CivilDate } from '@relais/domain';
import type { Dice } from '../random';
import type { Person } from '../people/person';
import { CLOSINGS } from './closings';
import { say } from './say';
import { slotsFor, type Thread } from './slots';
import { ADULT, SCHOOL } from './topics-adult';
import { LIFE } from './topics-life';
import { PROJECT } from './topics-project';
import { TRAINING } from './topics-training';
import { RECEPTION } from './topics-reception';
import { RECEPTION_ADULT } from './topics-reception-adult';
import { WORK } from './topics-work';
import type { ActionPlan, ThemeKey, Topic } from './topic';
import { ABSENCES, ADDED, CALLS, THIRD_PARTY } from './traces';
import { NEXT, writeNote, type Writing } from './write-note';

/** Something agreed at a step, and what became of it. */
export type ToldAction = {
  readonly words: string;
  readonly owner: 'person' | 'staff';
  readonly dueOn: CivilDate;
  status: 'open' | 'done' | 'dropped';
  outcome: string | null;
  doneOn: CivilDate | null;
};

/** One exchange of a story, before it has an author's post, an hour and an id. */
export type Step = {
  readonly day: CivilDate;
  readonly mode: 'on_site' | 'phone' | 'video' | 'outreach' | 'mail' | 'third_party';
  readonly minutes: number;
  readonly twoWay: boolean;
  readonly themes: readonly ThemeKey[];
  readonly note: string;
  readonly actions: readonly ToldAction[];
  readonly goal: string | null;
  readonly kind: 'reception' | 'meeting' | 'call' | 'absence' | 'third_party' | 'closing';
  readonly protected: boolean;
};

const FOLLOW_UPS: readonly Topic[] = [...PROJECT, ...TRAINING, ...WORK, ...LIFE, ...ADULT, ...SCHOOL];
const FIRST: readonly Topic[] = [...RECEPTION, ...RECEPTION_ADULT];

/** What a story knows of itself while it is told. */
type Memory = { readonly reached: Set<string>; readonly told: Map<string, number>; open: { action: ToldAction; plan: ActionPlan }[] };

/** Tells the exchanges of one person on given days: each follows from the one before. */
export function tellStory(
  person: Person,
  thread: Thread,
  days: readonly CivilDate[],
  writing: Writing,
  ending: keyof typeof CLOSINGS | null,
  seen: Set<string>,
  dice: Dice,
): Step[] {
  const memory: Memory = { reached: new Set(), told: new Map(), open: [] };
  const told = days.map((day, index) => {
    if (index === 0) return meeting(person, thread, day, FIRST, true, memory, writing, dice);
    if (ending !== null && index === days.length - 1) return closing(person, thread, day, ending, writing, dice);
    if (index > 3) memory.reached.add('goes_on');
    const trace = dice.next();
    if (trace < 0.13) return short(person, thread, day, 'call', memory, dice);
    if (trace < 0.2) return short(person, thread, day, 'absence', memory, dice);
    if (trace < 0.25) return short(person, thread, day, 'third_party', memory, dice);
    return meeting(person, thread, day, FOLLOW_UPS, false, memory, writing, dice);
  });
  return told.map((step) => ({ ...step, note: unlike(step, person, thread, seen, dice) }));
}

/** The same words as somebody else's note get a sentence more: no two notes are equal. */
function unlike(step: Step, person: Person, thread: Thread, seen: Set<string>, dice: Dice): string {
  let { note } = step;
  while (seen.has(note)) {
    const more = say(dice.pick(step.kind === 'meeting' ? NEXT : ADDED), slotsFor(person, thread, step.day, dice), person.woman, dice);
    note = note.includes('\n') ? `${note}\n\n${more}` : `${note} ${more}`;
  }
  seen.add(note);
  return note;
}

function meeting(
  person: Person,
  thread: Thread,
  day: CivilDate,
  topics: readonly Topic[],
  first: boolean,
  memory: Memory,
  writing: Writing,
  dice: Dice,
): Step {
  const possible = topics.map((topic) => ({ topic, weight: weightOf(topic, person, memory) })).filter(({ weight }) => weight > 0);
  const main = possible.length > 0 ? dice.weighted(possible, ({ weight }) => weight).topic : (FIRST[0] as Topic);
  const beside = first ? [] : possible.filter(({ topic }) => topic !== main && LIFE.includes(topic));
  const second = beside.length > 0 && dice.chance(0.22) ? dice.weighted(beside, ({ weight }) => weight).topic : undefined;
  const slots = slotsFor(person, thread, day, dice);
  const tell = (template: string): string => say(template, slots, person.woman, dice);
  const since = settle(memory, day, tell, dice);
  const mode = first ? (dice.chance(0.93) ? 'on_site' : 'video') : dice.choose({ on_site: 68, phone: 16, video: 11, outreach: 5 });
  const plans = dice
    .shuffle([...(main.actions ?? []), ...(second?.actions ?? [])])
    .slice(0, dice.choose({ 0: 18, 1: 52, 2: 30 }) as unknown as number);
  const actions = plans.map((plan) => {
    const words = tell(plan.words);
    const action: ToldAction = {
      words,
      owner: plan.owner,
      dueOn: plusDays(day, dice.int(...plan.days)),
      status: 'open',
      outcome: null,
      doneOn: null,
    };
    memory.open.push({ action, plan });
    return action;
  });
  for (const topic of second ? [main, second] : [main]) {
    memory.told.set(topic.key, (memory.told.get(topic.key) ?? 0) + 1);
    for (const milestone of topic.reaches ?? []) memory.reached.add(milestone);
  }
  const goal = main.goals && dice.chance(first ? 0.85 : 0.14) ? tell(dice.pick(main.goals)) : null;
  const note = writeNote({ person, day, first, mode, topics: second ? [main, second] : [main], since, actions, tell, writing }, dice);
  const minutes = mode === 'phone' ? dice.pick([15, 20, 20, 30]) : first ? dice.pick([45, 60, 60, 75]) : dice.pick([30, 30, 45, 45, 60]);
  const themes = [...new Set([...main.themes, ...(second?.themes ?? [])])];
  return {
    day,
    mode,
    minutes,
    twoWay: true,
    themes,
    note,
    actions,
    goal,
    kind: first ? 'reception' : 'meeting',
    protected: main.protected === true || second?.protected === true,
  };
}

function weightOf(topic: Topic, person: Person, memory: Memory): number {
  const weight = Number(topic.when(person));
  if (weight === 0 || (memory.told.get(topic.key) ?? 0) >= (topic.times ?? 1)) return 0;
  if (topic.after?.some((milestone) => !memory.reached.has(milestone))) return 0;
  if (topic.unless?.some((milestone) => memory.reached.has(milestone))) return 0;
  // A subject just left is less likely to be taken up again at once.
  return weight / (1 + 0.6 * (memory.told.get(topic.key) ?? 0));
}

/** What became of what was agreed before: told at the next meeting. */
function settle(memory: Memory, day: CivilDate, tell: (template: string) => string, dice: Dice): string[] {
  const said: string[] = [];
  memory.open = memory.open.filter(({ action, plan }) => {
    if (action.dueOn > plusDays(day, 3) && dice.chance(0.7)) return true;
    const fate = dice.next();
    if (fate < 0.68) {
      const outcome = tell(dice.pick(plan.done));
      action.status = 'done';
      action.outcome = outcome;
      action.doneOn = action.dueOn < day ? action.dueOn : day;
      said.push(outcome);
      return false;
    }
    if (fate < 0.78) {
      action.status = 'dropped';
      action.outcome = dice.pick([
        'Plus d’actualité.',
        'Abandonné d’un commun accord.',
        'Remplacé par une autre piste.',
        'Le projet a changé.',
      ]);
      action.doneOn = day;
      return false;
    }
    if (fate < 0.95) said.push(tell(dice.pick(plan.late)));
    return true;
  });
  return said.slice(0, 2);
}

function short(person: Person, thread: Thread, day: CivilDate, kind: 'call' | 'absence' | 'third_party', memory: Memory, dice: Dice): Step {
  const slots = slotsFor(person, thread, day, dice);
  const list = kind === 'call' ? CALLS : kind === 'absence' ? ABSENCES : THIRD_PARTY;
  const usable = list.filter((line) => !(line.includes('{cfa}') || line.includes('{lieu}')) || memory.reached.has('trade_chosen'));
  const note = say(dice.pick(usable), slots, person.woman, dice);
  const mode = kind === 'third_party' ? 'third_party' : kind === 'absence' ? 'phone' : /^Courriel/.test(note) ? 'mail' : 'phone';
  const unanswered = kind === 'absence' ? !/rappelé dans l|Joint/.test(note) : kind === 'third_party' || /tentative|message/.test(note);
  return {
    day,
    mode,
    minutes: dice.pick([5, 5, 10, 10, 15]),
    twoWay: !unanswered,
    themes: [],
    note,
    actions: [],
    goal: null,
    kind,
    protected: false,
  };
}

function closing(person: Person, thread: Thread, day: CivilDate, ending: keyof typeof CLOSINGS, writing: Writing, dice: Dice): Step {
  const tell = (template: string): string => say(template, slotsFor(person, thread, day, dice), person.woman, dice);
  const body = tell(dice.pick(CLOSINGS[ending]));
  const note = dice.chance(0.4) ? `${body} ${writing.signature}` : body;
  const twoWay = ending !== 'silent';
  return {
    day,
    mode: twoWay ? dice.choose({ on_site: 6, phone: 4 }) : 'mail',
    minutes: 20,
    twoWay,
    themes: ['orientation'],
    note,
    actions: [],
    goal: null,
    kind: 'closing',
    protected: false,
  };
}
