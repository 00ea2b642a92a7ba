import { determinedCells } from './determined-cells';

/** Several cells that add up to another: a row of a table and its total. `loose` when the total counts people once who stand in several parts. */
export type Line = { readonly parts: readonly string[]; readonly total: string; readonly loose?: boolean };

/** A table with its margins, as named counts; a cell that is absent counts 0, which is told. */
export type Table = { readonly counts: ReadonlyMap<string, number>; readonly lines: readonly Line[] };

/**
 * The cells of a table that must not be told. First those from 1 to `threshold` − 1; then, until nothing can be worked out
 * from what is left: a line never hides one cell alone nor fewer people than the threshold, and no hidden cell is the only
 * solution of all lines together. Source: domain.md §6, "Figures without names"; trust.md §4, "statistics".
 */
export function hiddenCells(table: Table, threshold: number): ReadonlySet<string> {
  const hidden = new Set([...table.counts].filter(([, count]) => count > 0 && count < threshold).map(([cell]) => cell));
  for (;;) {
    while (table.lines.map((line) => widen(line, table, hidden, threshold)).some(Boolean));
    const found = determinedCells(table, hidden);
    const more = found.flatMap((cell) => beside(cell, table, hidden)).sort(byCount(table))[0];
    if (more === undefined) return hidden;
    hidden.add(more);
  }
}

/** Hides one more cell of a line that would give a hidden one away; whether it did. */
function widen({ parts, total }: Line, table: Table, hidden: Set<string>, threshold: number): boolean {
  const unknown = parts.filter((part) => hidden.has(part));
  if (unknown.length === 0 && !hidden.has(total)) return false;
  const people = unknown.reduce((sum, part) => sum + (table.counts.get(part) ?? 0), 0);
  const enough = hidden.has(total) ? unknown.length > 0 : unknown.length > 1 && people >= threshold;
  if (enough) return false;
  const next = shown(parts, table, hidden)[0] ?? shown([total], table, hidden)[0];
  if (next === undefined) return false;
  hidden.add(next);
  return true;
}

function beside(cell: string, table: Table, hidden: ReadonlySet<string>): readonly string[] {
  const mine = table.lines.filter(({ parts, total }) => total === cell || parts.includes(cell));
  const parts = mine.flatMap((line) => shown(line.parts, table, hidden).slice(0, 1));
  return parts.length > 0 ? parts : mine.flatMap((line) => shown([line.total], table, hidden));
}

/** The cells that are still told and count somebody, smallest first. */
function shown(cells: readonly string[], table: Table, hidden: ReadonlySet<string>): readonly string[] {
  return cells.filter((cell) => !hidden.has(cell) && (table.counts.get(cell) ?? 0) > 0).sort(byCount(table));
}

function byCount({ counts }: Table): (one: string, other: string) => number {
  return (one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || (one < other ? -1 : 1);
}
