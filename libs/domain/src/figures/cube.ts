import type { Line, Table } from './hidden-cells';

/** Stands for "all of them" in the name of a cell. */
export const ALL = '*';

/** The name of a cell: one word per dimension, {@link ALL} for a margin. */
export function cellOf(...words: readonly string[]): string {
  return words.join('|');
}

/** Counts facts by every combination of their words, margins included. A fact has one word per dimension; a word holds no `|` and is not `*`. */
export function cubeOf(facts: readonly (readonly string[])[]): Table {
  const counts = new Map<string, number>();
  const dimensions = facts[0]?.length ?? 0;
  for (const fact of facts) {
    for (let mask = 0; mask < 2 ** dimensions; mask++) {
      const cell = cellOf(...fact.map((word, at) => ((mask >> at) & 1 ? ALL : word)));
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  }
  return { counts, lines: linesOf([...counts.keys()], dimensions) };
}

function linesOf(cells: readonly string[], dimensions: number): readonly Line[] {
  const lines = new Map<string, string[]>();
  for (const cell of cells) {
    const words = cell.split('|');
    for (let at = 0; at < dimensions; at++) {
      if (words[at] === ALL) continue;
      const total = cellOf(...words.with(at, ALL));
      const name = `${at} ${total}`;
      lines.set(name, [...(lines.get(name) ?? []), cell]);
    }
  }
  return [...lines].map(([name, parts]) => ({ total: name.slice(name.indexOf(' ') + 1), parts }));
}
