import type { PoolClient } from 'pg';

/** A row to be, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Inserts one row and returns it as the database keeps it. Column names come from the builders, never from outside. */
export async function insert<T>(client: PoolClient, table: string, row: Row): Promise<T> {
  const entries = Object.entries(row).filter(([, value]) => value !== undefined);
  const columns = entries.map(([column]) => `"${column}"`).join(', ');
  const places = entries.map((_, index) => `$${index + 1}`).join(', ');
  const values = entries.map(([, value]) => value);
  const result = await client.query(`insert into ${table} (${columns}) values (${places}) returning *`, values);
  return result.rows[0] as T;
}
