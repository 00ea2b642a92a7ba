import type { CivilDate } from '../time/time';
import { type ActionDraft, actionsIn, themesIn } from './actions-in-text';
import type { InterviewTheme } from './interview';

/** A goal found in the text of a note, in the person's words; `line` counts from 0. */
export type GoalDraft = { readonly words: string; readonly theme: InterviewTheme | null; readonly line: number };

/** What was agreed in a note: goals, and actions, each with the place of its goal in `goals` if it has one. */
export type PlanDraft = {
  readonly goals: readonly GoalDraft[];
  readonly actions: readonly (ActionDraft & { readonly goal: number | null })[];
};

const GOAL = /^\s*(?:[-*]\s+)?(?:objectif|goal)\s*:\s*(.*)$/iu;
const TAG = /(?:^|\s)#[\p{L}_-]+/gu;

/**
 * The goals written in a note as `Objectif : devenir boulangère #formation` (`Goal: …` in English), one per line, in the words of
 * the person. A theme may be tagged; the first one counts and leaves the words.
 */
export function goalsIn(text: string): readonly GoalDraft[] {
  return text.split('\n').flatMap((content, line) => {
    const said = GOAL.exec(content)?.[1] ?? '';
    const [theme = null] = themesIn(said);
    const words = (theme === null ? said : said.replace(TAG, ' ')).replace(/\s+/gu, ' ').trim();
    return words === '' ? [] : [{ words: words.slice(0, 500), theme, line }];
  });
}

/** Goals and actions of a note. Actions that follow a goal without an empty line between are the steps towards it. */
export function planIn(text: string, today: CivilDate): PlanDraft {
  const goals = goalsIn(text);
  const lines = text.split('\n');
  const actions = actionsIn(text, today).map((action) => {
    const at = goals.findLastIndex(({ line }) => line < action.line);
    const between = at < 0 ? [] : lines.slice(goals[at]?.line, action.line);
    return { ...action, goal: at < 0 || between.some((content) => content.trim() === '') ? null : at };
  });
  return { goals, actions };
}

const MENTIONS: Readonly<Record<'fr' | 'en', Readonly<Record<ActionDraft['owner'], string>>>> = {
  fr: { staff: '', person: ' @personne', unit: ' @structure' },
  en: { staff: '', person: ' @person', unit: ' @unit' },
};

/** An action as the line of a note: what {@link actionsIn} reads as the same action. */
export function lineOfAction({ words, owner, dueOn, done }: Omit<ActionDraft, 'line'>, language: 'fr' | 'en'): string {
  return `- [${done ? 'x' : ' '}] ${words}${MENTIONS[language][owner]}${dueOn === null ? '' : ` ${dueOn}`}`;
}

const TAGS: Readonly<Record<InterviewTheme, string>> = {
  guidance: 'orientation',
  training: 'formation',
  schooling: 'scolarité',
  employment: 'emploi',
  apprenticeship: 'alternance',
  business_creation: 'création',
  skills_assessment: 'bilan',
  rights: 'droits',
  housing: 'logement',
  mobility: 'mobilité',
  health: 'santé',
  resources: 'ressources',
  childcare: 'garde',
  digital: 'numérique',
  other: 'autre',
};

/** How a theme is tagged in a note: `#formation`, `#training`; what {@link themesIn} reads. */
export function tagOf(theme: InterviewTheme, language: 'fr' | 'en'): string {
  return `#${language === 'fr' ? TAGS[theme] : theme}`;
}

/** A goal as the line of a note: what {@link goalsIn} reads as the same goal. */
export function lineOfGoal({ words, theme }: Omit<GoalDraft, 'line'>, language: 'fr' | 'en'): string {
  return `${language === 'fr' ? 'Objectif :' : 'Goal:'} ${words}${theme === null ? '' : ` ${tagOf(theme, language)}`}`;
}

/** The text with one of its lines (from 0) written anew; taken out when `content` is null. */
export function withLine(text: string, line: number, content: string | null): string {
  const lines = text.split('\n');
  lines.splice(line, 1, ...(content === null ? [] : [content]));
  return lines.join('\n');
}
