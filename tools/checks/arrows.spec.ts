import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MOVES } from '@relais/domain';
import { WALKED_ARROWS } from '../../apps/e2e/src/walked-arrows';

const journeys = join(import.meta.dirname, '..', '..', 'apps', 'e2e', 'src');

/** Moves out of any live state: one of them is walked on the screens, all of them in the walks of the domain. */
const FROM_ANYWHERE = 6;

describe('the journeys of a referral', () => {
  it('walk every line of the table of moves on the screens, from each state and to each state', () => {
    const missing = MOVES.flatMap((row) => {
      const walked = WALKED_ARROWS.filter(({ move, from, to }) => move === row.move && isOf(row.from, from) && isOf(row.to, to));
      const from = row.from.length > FROM_ANYWHERE ? row.from.slice(0, walked.length > 0 ? 0 : 1) : row.from;
      return [
        ...from.filter((state) => !walked.some((arrow) => arrow.from === state)).map((state) => `${row.move} from ${state}`),
        ...row.to.filter((state) => !walked.some((arrow) => arrow.to === state)).map((state) => `${row.move} to ${state}`),
      ];
    });
    expect(missing).toEqual([]);
  });

  it('are arrows of that table, in journeys that exist', () => {
    const stray = WALKED_ARROWS.filter(
      ({ move, from, to }) => !MOVES.some((row) => row.move === move && isOf(row.from, from) && isOf(row.to, to)),
    );
    expect(stray).toEqual([]);
    expect(WALKED_ARROWS.filter(({ journey }) => !existsSync(join(journeys, journey)))).toEqual([]);
  });
});

function isOf(states: readonly string[], state: string): boolean {
  return states.includes(state);
}
