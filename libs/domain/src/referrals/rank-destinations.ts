import { folded } from '../beneficiaries/folding';
import type { InterviewTheme } from '../interviews/interview';

/** What is known of a team that could receive a referral. */
export type DestinationFacts = {
  readonly summary: string;
  readonly km: number | null;
  /** Median working days to an answer; null under five answers. */
  readonly usualDays: number | null;
  readonly staffed: boolean;
  /** Requests of this theme answered and accepted lately; null under five. */
  readonly answered: number | null;
  readonly accepted: number | null;
  /** When this team last declined this person. */
  readonly declinedAt: string | null;
  /** Places left; null where the team says nothing of it. */
  readonly places: number | null;
  /** This person is younger or older than those whom the team receives. */
  readonly outOfAge: boolean;
  /** A referral of this person is open there. */
  readonly open: boolean;
};

/** A destination with its place and the words of the need that its offer speaks of. */
export type Ranked<T> = T & { readonly score: number; readonly words: readonly string[] };

/** Beginnings of words, folded, by which an offer speaks of a theme. */
const THEME_WORDS: Readonly<Record<InterviewTheme, readonly string[]>> = {
  guidance: ['orient', 'projet', 'metier'],
  training: ['format', 'qualif', 'vae'],
  schooling: ['scolar', 'lyce', 'college', 'decroch', 'ecole', 'etud'],
  employment: ['emploi', 'cv', 'entreprise', 'recrut'],
  apprenticeship: ['alternance', 'apprenti', 'cfa'],
  business_creation: ['creation', 'reprise', 'artisan', 'creer'],
  skills_assessment: ['bilan', 'competence', 'vae'],
  rights: ['droit', 'juridi', 'acces'],
  housing: ['logement', 'heberg'],
  mobility: ['mobilit', 'permis', 'transport'],
  health: ['sante', 'handicap', 'rqth'],
  resources: ['aide', 'allocation', 'ressource', 'budget', 'cej'],
  childcare: ['enfant', 'garde', 'parent'],
  digital: ['numeri', 'informatique', 'ordinateur'],
  other: [],
};

/** Ages in years from which and up to which, the whole year of it, a team receives somebody; null where it says nothing. */
export type AgesReceived = { readonly ageFrom: number | null; readonly ageTo: number | null };

/** Whether somebody of an age is younger or older than those whom a team receives; of whom no age is known nothing is said. */
export function isOutOfAge({ ageFrom, ageTo }: AgesReceived, age: number | null): boolean {
  return age !== null && (age < (ageFrom ?? age) || age > (ageTo ?? age));
}

const SHORTEST = 4;
const WEIGHTS = { theme: 30, word: 12, mostWords: 3, accepted: 30, perKm: 0.4, farthest: 60, perDay: 2, slowest: 10 } as const;
const AGAINST = { open: 200, outOfAge: 120, nobody: 80, declined: 60, full: 50 } as const;

/**
 * Destinations by usefulness for one person and one need: what the team offers and really accepts, then how near and how fast; one
 * that receives other ages, declined this person lately, has nobody or no place, or already holds the request comes last. Everything weighed is shown in words.
 */
export function rankDestinations<T extends DestinationFacts>(all: readonly T[], need: string, theme: InterviewTheme): readonly Ranked<T>[] {
  const sought = [...new Set(folded(need).split(' '))].filter((word) => word.length >= SHORTEST);
  return all
    .map((one) => {
      const offer = folded(one.summary).split(' ');
      const words = sought.filter((word) => offer.some((told) => begins(told, word)));
      return { ...one, words, score: scoreOf(one, offer, words, theme) };
    })
    .sort((left, right) => right.score - left.score);
}

function scoreOf(one: DestinationFacts, offer: readonly string[], words: readonly string[], theme: InterviewTheme): number {
  const speaks = THEME_WORDS[theme].some((stem) => offer.some((told) => told.startsWith(stem)));
  const share = one.answered && one.accepted !== null ? one.accepted / one.answered : 0;
  return (
    (speaks ? WEIGHTS.theme : 0) +
    Math.min(words.length, WEIGHTS.mostWords) * WEIGHTS.word +
    share * WEIGHTS.accepted -
    Math.min(one.km ?? WEIGHTS.farthest, WEIGHTS.farthest) * WEIGHTS.perKm -
    Math.min(one.usualDays ?? WEIGHTS.slowest / 2, WEIGHTS.slowest) * WEIGHTS.perDay -
    (one.open ? AGAINST.open : 0) -
    (one.outOfAge ? AGAINST.outOfAge : 0) -
    (one.declinedAt ? AGAINST.declined : 0) -
    (one.staffed ? 0 : AGAINST.nobody) -
    (one.places === 0 ? AGAINST.full : 0)
  );
}

/** Same word but for its ending: `formations` speaks of `formation`. */
function begins(told: string, sought: string): boolean {
  const stem = sought.length > SHORTEST + 1 ? sought.slice(0, -1) : sought;
  return told.startsWith(stem);
}
