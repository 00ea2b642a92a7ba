import type { Line } from './hidden-cells';

/** A prime below 2^26: products of two remainders stay exact in a double. */
const PRIME = 67_108_859;

type Equation = Map<string, number>;

/**
 * The hidden cells that somebody with a pencil could work out: those with one solution only, whatever the others are. The
 * lines that add up exactly are equations between the hidden cells; they are solved together (Gauss, in remainders of a prime).
 */
export function determinedCells({ lines }: { readonly lines: readonly Line[] }, hidden: ReadonlySet<string>): readonly string[] {
  const solved: { pivot: string; row: Equation }[] = [];
  for (const line of lines) {
    const row = equationOf(line, hidden);
    for (const { pivot, row: known } of solved) subtract(row, known, row.get(pivot) ?? 0);
    const pivot = row.keys().next().value;
    if (pivot === undefined) continue;
    scale(row, inverse(row.get(pivot) ?? 0));
    for (const other of solved) subtract(other.row, row, other.row.get(pivot) ?? 0);
    solved.push({ pivot, row });
  }
  return solved.filter(({ row }) => row.size === 1).map(({ pivot }) => pivot);
}

function equationOf({ parts, total, loose = false }: Line, hidden: ReadonlySet<string>): Equation {
  if (loose) return new Map();
  const row: Equation = new Map(parts.filter((part) => hidden.has(part)).map((part) => [part, 1]));
  if (hidden.has(total)) row.set(total, PRIME - 1);
  return row;
}

function subtract(row: Equation, other: Equation, times: number): void {
  if (times === 0) return;
  for (const [cell, factor] of other) {
    const left = ((((row.get(cell) ?? 0) - ((factor * times) % PRIME)) % PRIME) + PRIME) % PRIME;
    if (left === 0) row.delete(cell);
    else row.set(cell, left);
  }
}

function scale(row: Equation, by: number): void {
  for (const [cell, factor] of row) row.set(cell, (factor * by) % PRIME);
}

/** Fermat: a^(p−2) is the inverse of a. */
function inverse(value: number): number {
  let result = 1;
  let power = value;
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * power) % PRIME;
    power = (power * power) % PRIME;
  }
  return result;
}
