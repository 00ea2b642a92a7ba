import type { QueryRunner } from 'typeorm';
import { regionPolicy } from './tenant-table';

/** Lets the role that keeps derived rows use tables, inside the region of the context only, like everyone. */
export async function letUpkeep(runner: QueryRunner, rights: Readonly<Record<string, string>>): Promise<void> {
  for (const [table, verbs] of Object.entries(rights)) {
    await runner.query(`grant ${verbs} on app.${table} to relais_upkeep`);
    await runner.query(regionPolicy('upkeep', table, 'all', 'relais_upkeep', { using: 'true', check: 'true' }));
  }
}

/** Adds (or renews) a trigger function that keeps derived rows, or refuses what must not be. */
export async function addUpkeep(runner: QueryRunner, name: string, body: string): Promise<void> {
  await runner.query('set local role relais_upkeep');
  await runner.query(`
    create or replace function upkeep.${name}() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ ${body} $$`);
  await runner.query(`revoke execute on function upkeep.${name}() from public`);
  await runner.query(`grant execute on function upkeep.${name}() to relais_owner`);
  await runner.query('set local role relais_owner');
}

/** Hangs a function of the upkeep on a table; partitions follow their parent. */
export async function addTrigger(runner: QueryRunner, table: string, when: string, name: string, each = 'row'): Promise<void> {
  const kind = when.startsWith('constraint ') ? 'constraint trigger' : 'trigger';
  const [timing = '', deferral = ''] = when.replace('constraint ', '').split(/(?= deferrable)/);
  await runner.query(`create ${kind} ${name} ${timing} on app.${table}${deferral} for each ${each} execute function upkeep.${name}()`);
}
