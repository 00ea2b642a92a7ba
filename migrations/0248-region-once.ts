import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The policies that still call the function of the region itself. */
const CALLING = `
  select polrelid::regclass::text as "table", quote_ident(polname) as policy, pg_get_expr(polqual, polrelid) as sees,
    pg_get_expr(polwithcheck, polrelid) as lets
  from pg_policy where concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) like '%= sec.region()%'`;

type Calling = { readonly table: string; readonly policy: string; readonly sees: string | null; readonly lets: string | null };

/**
 * Every policy reads the region once per statement. Called bare, the function that checks the signature ran again whenever a joined table
 * was looked at for another row, for each row written, and several times while the plan was made: hundreds of times for one page.
 */
export class RegionOnce1763900000248 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { table, policy, sees, lets } of (await runner.query(CALLING)) as Calling[])
      await runner.query(`alter policy ${policy} on ${table}${clause('using', sees)}${clause('with check', lets)}`);
  }

  async down(): Promise<void> {
    throw new Error('the schema only goes forward');
  }
}

function clause(word: string, expression: string | null): string {
  return expression === null ? '' : ` ${word} (${expression.replaceAll('= sec.region()', '= (select sec.region())')})`;
}
