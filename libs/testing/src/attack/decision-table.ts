import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Role, ROLES } from '@relais/domain';
import { RELATIONS, type Relation } from './world';

/** What the product owner decided. */
export type Decision = 'yes' | 'hidden' | 'refused' | 'no need' | 'no more';

type Line = { readonly what: string; readonly deed: string; readonly who: string; readonly expected: Decision };

const FILE = 'docs/decision-table.csv';

/** `docs/decision-table.csv`, written by hand: which role may call a route, and what stands in which relation to a person may do with what is theirs. */
export class DecisionTable {
  private constructor(private readonly lines: readonly Line[]) {}

  /** Reads the committed table. */
  static read(): DecisionTable {
    return DecisionTable.of(readFileSync(join(import.meta.dirname, '../../../..', FILE), 'utf8'));
  }

  /** A table from its text. */
  static of(text: string): DecisionTable {
    const [, ...rows] = csv(text);
    return new DecisionTable(
      rows.map(([what = '', deed = '', who = '', expected = '']) => ({ what, deed, who, expected: expected as Decision })),
    );
  }

  /** Whether the table speaks of a route; who may call it: roles, `account` (whoever is signed in) or `open`. */
  rolesOf(route: string): readonly Role[] | 'account' | 'open' {
    const { who } = this.lineOf(route);
    if (who === 'anybody') return 'open';
    if (who === 'whoever is signed in') return 'account';
    if (who === 'every role') return ROLES;
    return who
      .split('; ')
      .map((name) => ROLES.find((role) => role.replaceAll('_', ' ') === name) ?? missing(`"${name}", a role of ${route}`));
  }

  /** What a route does to its object, in the table's words; empty for a route without one. */
  deedOf(route: string): string {
    return this.lineOf(route).deed;
  }

  /** What the table says of every relation for a deed. */
  relationsOf(deed: string): ReadonlyMap<Relation, Decision> {
    const lines = this.lines.filter(({ what }) => what === deed);
    if (lines.length === 0) return missing(`lines for "${deed}"`);
    return new Map(
      RELATIONS.map((relation) => [relation, decisionOf(relation, lines) ?? missing(`a line for "${deed}" by "${relation}"`)]),
    );
  }

  /** Lines that speak of nothing known: a route that is gone, a relation that nobody plays. */
  strayLines(routes: readonly string[]): string[] {
    const deeds = new Set(this.lines.map(({ deed }) => deed));
    return this.lines
      .filter(
        ({ what, who }) =>
          !routes.includes(what) && !(deeds.has(what) && who.split('; ').every((one) => (RELATIONS as readonly string[]).includes(one))),
      )
      .map(({ what, who }) => `${what}: ${who}`);
  }

  private lineOf(route: string): Line {
    return this.lines.find(({ what }) => what === route) ?? missing(`a line for ${route}`);
  }
}

function decisionOf(relation: Relation, lines: readonly Line[]): Decision | undefined {
  return lines.find(({ who }) => who.split('; ').includes(relation))?.expected;
}

function missing(what: string): never {
  throw new Error(`${FILE} lacks ${what}: write who may, from the design, not from the code.`);
}

/** Rows of a CSV file whose quoted cells hold no line break. */
function csv(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, -1)
        .map(([, cell = '']) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')),
    );
}
