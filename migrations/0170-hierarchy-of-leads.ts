import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LEADS, ME, MY_UNIT } from './tables/clauses';

type Policy = { readonly name: string; readonly table: string; readonly seen: string | null; readonly written: string | null };

const POLICIES = `select p.polname as name, c.relname as table, pg_get_expr(p.polqual, p.polrelid) as seen,
    pg_get_expr(p.polwithcheck, p.polrelid) as written
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'app' and (pg_get_expr(p.polqual, p.polrelid) ~ 'unit_ancestor' or pg_get_expr(p.polwithcheck, p.polrelid) ~ 'unit_ancestor')
  order by 1, 2`;

/** "The acting unit or below", as PostgreSQL writes it back; a policy that already asks for the lead has more after it. */
const BELOW = /\(u\.ancestor_id = \( SELECT sec\.unit\(\) AS unit\)\)(?! AND \(\(u\.depth)/g;

/**
 * Hierarchy is the lead's: a unit lead sees the caseload and the referrals of the units below, a counsellor who merely works higher up
 * does not (domain.md §2, "same operator, by its hierarchy").
 */
export class HierarchyOfLeads1763900000170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const led = `(basis <> 'hierarchy' or ${LEADS})`;
    await runner.query(
      `alter policy sees on app.file_access using (region = sec.region() and (grantee_id in (${MY_UNIT}, ${ME}) and ${led}))`,
    );
    await runner.query(`alter policy search on app.file_access using (region = sec.region() and ${led})`);
    for (const { name, table, seen, written } of (await runner.query(POLICIES)) as Policy[]) {
      const clauses = [seen && `using (${ledBy(seen)})`, written && `with check (${ledBy(written)})`].filter(Boolean);
      await runner.query(`alter policy ${name} on app.${table} ${clauses.join(' ')}`);
    }
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

function ledBy(expression: string): string {
  return expression.replaceAll(BELOW, (below) => `(${below} and (u.depth = 0 or ${LEADS}))`);
}
