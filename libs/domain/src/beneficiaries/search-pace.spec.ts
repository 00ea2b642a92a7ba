import { paced, type Paced, REQUESTS_A_SECOND, type SearchPace, SEARCHES_A_MINUTE } from './search-pace';

const START = Date.UTC(2026, 10, 25, 9);
const markOf = (field: number, text: string): string => `${field}:${text}`;

/** Types texts one after the other, so many milliseconds apart; what each came to. */
function typing(texts: readonly string[], apart: number, kept: SearchPace = { begun: [], requests: [] }): Paced[] {
  let pace = kept;
  return texts.map((text, at) => {
    const outcome = paced(pace, 'box', [text], START + at * apart, markOf);
    if ('pace' in outcome) pace = outcome.pace;
    return outcome;
  });
}
const begun = (outcomes: readonly Paced[]): boolean[] => outcomes.map((each) => 'begins' in each && each.begins);
const waits = (outcomes: readonly Paced[]): number[] => outcomes.flatMap((each) => ('waitSeconds' in each ? [each.waitSeconds] : []));

describe('the pace of searches', () => {
  it('takes typing that goes on within fifteen seconds for one search', () => {
    expect(begun(typing(['mor', 'more', 'moreau', 'moreau', 'moreau ca'], 14_000))).toEqual([true, false, false, false, false]);
  });

  it('takes another word, a letter taken back, and a long pause for another search', () => {
    expect(begun(typing(['mor', 'dup', 'du'], 1_000))).toEqual([true, true, true]);
    expect(begun(typing(['mor', 'more'], 15_001))).toEqual([true, true]);
  });

  it('lets every field of the form grow, in any order, and takes a corrected one for another search', () => {
    const first = paced({ begun: [], requests: [] }, 'form', ['mor', '', ''], START, markOf);
    const kept = (outcome: Paced): SearchPace => ('pace' in outcome ? outcome.pace : { begun: [], requests: [] });
    const second = paced(kept(first), 'form', ['moreau', '', '2004'], START + 900, markOf);
    const third = paced(kept(second), 'form', ['moreau', 'camille', '2004'], START + 1_800, markOf);
    const corrected = paced(kept(third), 'form', ['moreau', 'camille', '2003'], START + 2_700, markOf);
    expect(begun([first, second, third, corrected])).toEqual([true, false, false, true]);
  });

  it(`lets ${SEARCHES_A_MINUTE} searches begin in a minute, and says how long to wait for the next`, () => {
    const words = Array.from({ length: SEARCHES_A_MINUTE + 1 }, (_, at) => `${String.fromCharCode(97 + (at % 26))}${at}`);
    expect(waits(typing(words, 1_000))).toEqual([30]);
    expect(waits(typing(words, 2_001))).toEqual([]);
  });

  it(`lets ${REQUESTS_A_SECOND} requests leave in a second, even of one search`, () => {
    const letters = Array.from({ length: REQUESTS_A_SECOND + 1 }, (_, at) => 'moreaucamille'.slice(0, at + 2));
    expect(waits(typing(letters, 50))).toEqual([1]);
    expect(waits(typing(letters, 101))).toEqual([]);
  });

  it('keeps no text and forgets what no longer counts', () => {
    const last = typing(['mor', 'dup', 'lefevre'], 61_000).at(-1);
    expect(last).toMatchObject({ pace: { begun: [START + 122_000], requests: [START + 122_000], latest: { typed: [[7, '0:lefevre']] } } });
  });
});
