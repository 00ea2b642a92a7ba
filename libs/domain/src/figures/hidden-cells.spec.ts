import fc from 'fast-check';
import { ALL, cellOf, cubeOf } from './cube';
import { determinedCells } from './determined-cells';
import { hiddenCells, type Table } from './hidden-cells';

const K = 5;
const many = (count: number, ...fact: string[]): string[][] => Array.from({ length: count }, () => fact);
const hiddenOf = (facts: string[][]): string[] => [...hiddenCells(cubeOf(facts), K)].sort();

/** Every way to fill the hidden cells with whole numbers from 1 on, as somebody could who knows the rule: nought is always told. */
function solutions(table: Table, hidden: ReadonlySet<string>): Map<string, number>[] {
  const found: Map<string, number>[] = [];
  const cells = [...hidden];
  const bound = Math.max(...table.counts.values()) + K;
  const fits = (values: ReadonlyMap<string, number>): boolean =>
    table.lines.every(({ parts, total }) => {
      const of = (cell: string): number | undefined => (hidden.has(cell) ? values.get(cell) : (table.counts.get(cell) ?? 0));
      const [sum, known] = [parts.reduce((all, part) => all + (of(part) ?? 1), 0), of(total)];
      if (known === undefined) return true;
      return parts.every((part) => of(part) !== undefined) ? sum === known : sum <= known;
    });
  const fill = (at: number, values: Map<string, number>): void => {
    const cell = cells[at];
    if (found.length > 4_000) return;
    if (cell === undefined) return void found.push(new Map(values));
    for (let value = 1; value <= bound; value++) {
      values.set(cell, value);
      if (fits(values)) fill(at + 1, values);
    }
    values.delete(cell);
  };
  fill(0, new Map());
  return found;
}

describe('small numbers in a table', () => {
  it('are not told, and neither is the one that would give them away', () => {
    expect(hiddenOf([...many(3, 'a'), ...many(8, 'b'), ...many(20, 'c')])).toEqual(['a', 'b']);
  });

  it('are told as nought when there is nobody', () => {
    expect(hiddenOf([...many(8, 'a'), ...many(20, 'b')])).toEqual([]);
  });

  it('hide enough people together: two single persons need a third cell', () => {
    expect(hiddenOf([...many(1, 'a'), ...many(1, 'b'), ...many(9, 'c'), ...many(30, 'd')])).toEqual(['a', 'b', 'c']);
  });

  it('hide the total too when nothing else can protect them', () => {
    expect(hiddenOf(many(3, 'a'))).toEqual([ALL, 'a']);
    expect(hiddenOf([...many(2, 'a'), ...many(2, 'b')])).toEqual([ALL, 'a', 'b']);
  });

  it('are protected across rows and columns at once', () => {
    const facts = [...many(2, 'a', 'x'), ...many(9, 'a', 'y'), ...many(12, 'b', 'x'), ...many(15, 'b', 'y')];
    expect(hiddenOf(facts)).toEqual(['a|x', 'a|y', 'b|x', 'b|y']);
  });

  it('are protected when two rings of hidden cells hang together by one cell only', () => {
    const table: Table = {
      counts: new Map(Object.entries({ p: 3, q: 4, r: 3, s: 4, link: 2, total1: 9, total2: 9, total3: 7, total4: 7, extra: 20, wide: 22 })),
      lines: [
        { parts: ['p', 'q', 'link'], total: 'total1' },
        { parts: ['p', 'q'], total: 'total3' },
        { parts: ['r', 's', 'link'], total: 'total2' },
        { parts: ['r', 's'], total: 'total4' },
        { parts: ['link', 'extra'], total: 'wide' },
      ],
    };
    expect(determinedCells(table, new Set(['p', 'q', 'r', 's', 'link']))).toEqual(['link']);
    expect(determinedCells(table, hiddenCells(table, K))).toEqual([]);
  });

  it('can never be worked out by somebody with a pencil, whatever the table', () => {
    const word = (words: string) => fc.constantFrom(...words);
    const facts = fc.array(fc.tuple(word('ab'), word('xyz')), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(facts, (rows) => {
        const table = cubeOf(rows);
        const hidden = hiddenCells(table, K);
        for (const [cell, count] of table.counts) if (count < K) expect(hidden).toContain(cell);
        if (hidden.size === 0 || hidden.size > 8) return;
        const ways = solutions(table, hidden);
        for (const cell of hidden) expect(new Set(ways.map((way) => way.get(cell))).size).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });

  it('leave no cell with one solution in tables of three dimensions', () => {
    const word = (words: string) => fc.constantFrom(...words);
    const facts = fc.array(fc.tuple(word('abcd'), word('wxyz'), word('12345')), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(facts, (rows) => {
        const table = cubeOf(rows);
        expect(determinedCells(table, hiddenCells(table, K))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keep their margins right: what is told is what was counted', () => {
    const table = cubeOf([...many(7, 'a', 'x'), ...many(6, 'b', 'x')]);
    expect([table.counts.get(cellOf('a', ALL)), table.counts.get(cellOf(ALL, 'x')), table.counts.get(cellOf(ALL, ALL))]).toEqual([
      7, 13, 13,
    ]);
  });
});
