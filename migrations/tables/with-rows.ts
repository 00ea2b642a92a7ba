import type { QueryRunner } from 'typeorm';

/**
 * Runs a change that must read rows which are there already: checking a new reference, filling a new column. Forced row security
 * hides every row from the owner too, so it is lifted from these tables and their partitions and put back before anybody sees it:
 * the migration is one transaction, and holds them locked.
 */
export async function withRows(runner: QueryRunner, tables: readonly string[], change: () => Promise<void>): Promise<void> {
  const whole: string[] = [];
  for (const table of tables) {
    const tree = (await runner.query(`select relid::regclass::text as name from pg_partition_tree('app.${table}')`)) as { name: string }[];
    whole.push(...(tree.length > 0 ? tree.map(({ name }) => name) : [`app.${table}`]));
  }
  for (const name of whole) await runner.query(`alter table ${name} no force row level security`);
  await change();
  for (const name of whole) await runner.query(`alter table ${name} force row level security`);
}

/** Adds a reference, with its index, to a table that may hold rows. */
export async function addReference(runner: QueryRunner, table: string, column: string, target: string): Promise<void> {
  await withRows(runner, [table, target], async () => {
    await runner.query(`alter table app.${table} add foreign key (region, ${column}) references app.${target} (region, id)`);
  });
  await runner.query(`create index on app.${table} (region, ${column})`);
}
