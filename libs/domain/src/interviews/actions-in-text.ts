import { isCivilDate, plusDays, type CivilDate } from '../time/time';
import type { ActionOwner } from './action-plan';
import { INTERVIEW_THEMES, type InterviewTheme } from './interview';

/** An action found in the text of a note: its words, who does it, until when; `line` counts from 0. */
export type ActionDraft = {
  readonly words: string;
  readonly owner: ActionOwner;
  readonly dueOn: CivilDate | null;
  readonly done: boolean;
  readonly line: number;
};

const OWNERS: Readonly<Record<string, ActionDraft['owner']>> = {
  me: 'staff',
  moi: 'staff',
  person: 'person',
  personne: 'person',
  unit: 'unit',
  structure: 'unit',
  team: 'unit',
  equipe: 'unit',
};

/** Words for days: offset from today, or ISO day of the week (1 is Monday). */
const DAYS: Readonly<Record<string, { readonly in: number } | { readonly on: number }>> = {
  "aujourd'hui": { in: 0 },
  today: { in: 0 },
  demain: { in: 1 },
  tomorrow: { in: 1 },
  lundi: { on: 1 },
  monday: { on: 1 },
  mardi: { on: 2 },
  tuesday: { on: 2 },
  mercredi: { on: 3 },
  wednesday: { on: 3 },
  jeudi: { on: 4 },
  thursday: { on: 4 },
  vendredi: { on: 5 },
  friday: { on: 5 },
  samedi: { on: 6 },
  saturday: { on: 6 },
  dimanche: { on: 7 },
  sunday: { on: 7 },
};

const THEME_WORDS: Readonly<Record<string, InterviewTheme>> = {
  orientation: 'guidance',
  formation: 'training',
  scolarite: 'schooling',
  emploi: 'employment',
  alternance: 'apprenticeship',
  apprentissage: 'apprenticeship',
  creation: 'business_creation',
  bilan: 'skills_assessment',
  droits: 'rights',
  logement: 'housing',
  mobilite: 'mobility',
  sante: 'health',
  ressources: 'resources',
  garde: 'childcare',
  numerique: 'digital',
  autre: 'other',
  ...Object.fromEntries(INTERVIEW_THEMES.map((theme) => [theme, theme])),
};

const ACTION = /^\s*[-*] \[( |x|X)?\]\s+(.*)$/u;
const OWNER = /(^|\s)@([\p{L}]+)(?=$|[\s,;.)])/u;
const THEME = /(?<=^|\s)#([\p{L}_-]+)/gu;
const BEFORE_DATE = String.raw`(?:\(\s*)?(?:(?:avant|pour|d'ici|le|by|before|on|due)\s+)*`;
const DAY_WORDS = Object.keys(DAYS).join('|');
const DATE = new RegExp(
  String.raw`(?:^|\s)${BEFORE_DATE}(?:(\d{4}-\d{2}-\d{2})|(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?|(${DAY_WORDS}))\s*\)?[.,;]?\s*$`,
  'iu',
);

/**
 * The actions written in a note as `- [ ] words @person 12/12`, one per line. The owner is `@me`/`@moi`, `@person`/`@personne`,
 * `@unit`/`@structure`; without one it is the staff member who writes. The date comes last: `12/12` (day/month, the next one to
 * come), `12/12/2026`, `2026-12-12`, or a day in French or English, from `today` (the region's civil day) on; `vendredi` written
 * on a Friday is the Friday after. An impossible date stays in the words.
 */
export function actionsIn(text: string, today: CivilDate): readonly ActionDraft[] {
  return text.split('\n').flatMap((content, line) => {
    const parts = ACTION.exec(content.replaceAll('’', "'"));
    if (!parts) return [];
    const done = (parts[1] ?? '').toLowerCase() === 'x';
    const owned = ownerIn(parts[2] ?? '');
    const dated = dateIn(owned.words, today);
    const words = dated.words.replace(/\s+/gu, ' ').trim();
    return words === '' ? [] : [{ words: words.slice(0, 500), owner: owned.owner, dueOn: dated.dueOn, done, line }];
  });
}

/** The themes mentioned in a note as `#formation` or `#training`, each once, in order; accents and capitals don't matter. */
export function themesIn(text: string): readonly InterviewTheme[] {
  const themes = [...text.matchAll(THEME)].flatMap(([, word]) => {
    const plainWord = plain(word ?? '');
    const theme = Object.hasOwn(THEME_WORDS, plainWord) ? THEME_WORDS[plainWord] : undefined;
    return theme === undefined ? [] : [theme];
  });
  return [...new Set(themes)];
}

function ownerIn(words: string): { words: string; owner: ActionDraft['owner'] } {
  const mention = OWNER.exec(words);
  const name = plain(mention?.[2] ?? '');
  const owner = Object.hasOwn(OWNERS, name) ? OWNERS[name] : undefined;
  return mention === null || owner === undefined ? { words, owner: 'staff' } : { words: words.replace(OWNER, '$1').trim(), owner };
}

function dateIn(words: string, today: CivilDate): { words: string; dueOn: CivilDate | null } {
  const date = DATE.exec(words);
  const dueOn = date === null ? null : dayOf(date, today);
  return date === null || dueOn === null ? { words, dueOn: null } : { words: words.slice(0, date.index), dueOn };
}

function dayOf([, iso, day, month, year, word]: RegExpExecArray, today: CivilDate): CivilDate | null {
  if (iso !== undefined) return isCivilDate(iso) ? iso : null;
  if (word !== undefined) return dayOfWord(word.toLowerCase(), today);
  const ofYear = (number: number): string => `${number}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if (year !== undefined) return civil(ofYear(year.length === 2 ? 2000 + Number(year) : Number(year)));
  const thisYear = Number(today.slice(0, 4));
  const near = civil(ofYear(thisYear));
  return near !== null && near >= today ? near : civil(ofYear(thisYear + 1));
}

function dayOfWord(word: string, today: CivilDate): CivilDate | null {
  const day = DAYS[word];
  if (day === undefined) return null;
  if ('in' in day) return plusDays(today, day.in);
  const ahead = (day.on - dayOfWeek(today) + 7) % 7;
  return plusDays(today, ahead === 0 ? 7 : ahead);
}

function dayOfWeek(day: CivilDate): number {
  return ((Math.round(Date.parse(`${day}T00:00:00.000Z`) / 86_400_000) + 3) % 7) + 1;
}

function civil(text: string): CivilDate | null {
  return isCivilDate(text) ? text : null;
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
