import { askDatabase } from './ask-database';
import { type Arrow, WALKED_ARROWS } from './walked-arrows';

/** Moves of this run, and those that the clock or an effect made of a referral which somebody on a screen had moved in this run. */
const WALKED = `
  select distinct t.move, t.from_status as "from", t.to_status as "to" from app.referral_transition t
  where t.at >= $1 and exists (select from app.referral_transition s
    where s.region = t.region and s.referral_id = t.referral_id and s.at >= $1 and s.actor_post_id is not null)`;

const journeys = new Set(WALKED_ARROWS.map(({ journey }) => journey));
const passed = new Map<string, boolean>();

/** Keeps which journeys ran, and whether every part of each passed. */
export function noteJourney(file: string, well: boolean): void {
  passed.set(file, well && passed.get(file) !== false);
}

/**
 * The arrows that the table claims and nobody walked since `begin`. Empty unless every journey of the table ran and passed: one that was
 * picked, or that failed, says nothing about the others.
 */
export async function unwalkedSince(begin: Date): Promise<readonly Arrow[]> {
  if ([...journeys].some((journey) => passed.get(journey) !== true)) return [];
  const walked = new Set((await askDatabase<Omit<Arrow, 'journey'>>(WALKED, [begin])).map(nameOf));
  return WALKED_ARROWS.filter((arrow) => !walked.has(nameOf(arrow)));
}

function nameOf({ move, from, to }: Omit<Arrow, 'journey'>): string {
  return `${move}: ${from} > ${to}`;
}
