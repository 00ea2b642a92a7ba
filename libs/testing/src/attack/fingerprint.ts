import type { TestDatabase } from '../database';

/** Counted failures of signing in are the one thing that a refusal may write. */
const MAY_CHANGE = ['auth.throttle'];

const TABLES = `select n.nspname || '.' || quote_ident(c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('app', 'auth') and c.relkind in ('r', 'p') and not c.relispartition
  order by 1`;

/** The content of every table as one number each: two equal fingerprints, nothing was written in between. */
export async function fingerprint(db: TestDatabase): Promise<ReadonlyMap<string, string>> {
  const names = (await db.rows<{ name: string }>(TABLES)).map(({ name }) => name).filter((name) => !MAY_CHANGE.includes(name));
  const each = names.map(
    (name) => `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as content from ${name} t`,
  );
  const rows = await db.rows<{ name: string; content: string }>(each.join(' union all '));
  return new Map(rows.map(({ name, content }) => [name, content]));
}

/** The tables that changed between two fingerprints. */
export function changedBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([name, content]) => before.get(name) !== content).map(([name]) => name);
}
