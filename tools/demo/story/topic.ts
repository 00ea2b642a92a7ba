import type { Profile } from './profile';

/** What a note can be about; the codes of the interview's themes. */
export type ThemeKey =
  | 'orientation'
  | 'project'
  | 'training'
  | 'apprenticeship'
  | 'internship'
  | 'job_search'
  | 'cv'
  | 'mobility'
  | 'housing'
  | 'health'
  | 'budget'
  | 'rights'
  | 'dropout'
  | 'retraining'
  | 'vae'
  | 'family'
  | 'language'
  | 'digital'
  | 'confidence';

/** Something agreed in an interview, and how the next one tells what became of it. */
export type ActionPlan = {
  readonly owner: 'person' | 'staff';
  readonly words: string;
  readonly days: readonly [number, number];
  readonly done: readonly string[];
  readonly late: readonly string[];
};

/** One subject of an interview: sentences in order, each with its variants, and what it leads to. */
export type Topic = {
  readonly key: string;
  readonly themes: readonly ThemeKey[];
  /** How likely for this person now: 0 or false when it makes no sense. */
  readonly when: (profile: Profile) => number | boolean;
  /** Milestones that must have been reached, and those that make it pointless. */
  readonly after?: readonly string[];
  readonly unless?: readonly string[];
  /** Milestones reached by it. */
  readonly reaches?: readonly string[];
  readonly beats: readonly (readonly string[])[];
  /** What the person said, between guillemets. */
  readonly quotes?: readonly string[];
  readonly actions?: readonly ActionPlan[];
  readonly goals?: readonly string[];
  readonly times?: number;
  readonly protected?: boolean;
};

/** A person's own task. */
export function own(words: string, days: readonly [number, number], done: readonly string[], late: readonly string[]): ActionPlan {
  return { owner: 'person', words, days, done, late };
}

/** A task of the professional. */
export function ours(words: string, days: readonly [number, number], done: readonly string[], late: readonly string[]): ActionPlan {
  return { owner: 'staff', words, days, done, late };
}
