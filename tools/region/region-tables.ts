import type { Client } from 'pg';
import { tenantTables } from '../../migrations/index';

/** A table of a region: `part` when it is a partition of its own, else its rows among those of other regions. */
export type RegionTable = { readonly name: string; readonly partitioned: boolean };

/** Columns that hang on the keys of an installation: they change when an export is opened under other keys. */
export const KEYED_COLUMNS: Readonly<Record<string, readonly string[]>> = { beneficiary: ['sealed_key', 'phone_index', 'email_index'] };

/** Tables of the accounts whose rows belong to a region, and which of them. An account may hold posts in several regions. */
export const ACCOUNT_TABLES = [
  { name: 'account', rows: 'select * from auth.account where id in (select account_id from auth.account_post where region = $1)' },
  { name: 'account_post', rows: 'select * from auth.account_post where region = $1' },
  { name: 'demo_account', rows: 'select * from auth.demo_account where region = $1' },
] as const;

/** Every table of the tenants in the order of its making: each refers to earlier ones, but for references that were added later. */
export const regionTables: readonly RegionTable[] = tenantTables.map(({ name, partitioned }) => ({
  name,
  partitioned: partitioned !== false,
}));

/**
 * Runs `task` without the references from an earlier table to a later one, which would hold a region's tables in a circle. They are
 * back, and checked, before the transaction of the caller ends.
 */
export async function withoutCircles<T>(client: Client, task: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ table: string; to: string; name: string; definition: string }>(
    `select f.relname as table, t.relname as to, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
     where c.contype = 'f' and c.connamespace = 'app'::regnamespace and c.conparentid = 0`,
  );
  const place = (name: string): number => regionTables.findIndex((table) => table.name === name);
  const forward = rows.filter(({ table, to }) => place(table) < place(to));
  for (const { table, name } of forward) await client.query(`alter table app.${table} drop constraint ${name}`);
  const result = await task();
  // The check of a reference reads the partitions of every region as their owner, who must see them meanwhile.
  const partitions = await client.query<{ name: string }>(
    `select i.inhrelid::regclass::text as name from pg_inherits i join pg_class c on c.oid = i.inhparent
     where c.relnamespace = 'app'::regnamespace and c.relname = any($1)`,
    [forward.flatMap(({ table, to }) => [table, to])],
  );
  for (const { name } of partitions.rows) await client.query(`alter table ${name} no force row level security`);
  for (const { table, name, definition } of forward) await client.query(`alter table app.${table} add constraint ${name} ${definition}`);
  for (const { name } of partitions.rows) await client.query(`alter table ${name} force row level security`);
  return result;
}

/** The columns of a table, in their order. */
export async function columnsOf(client: Client, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attname`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** What a table holds, whatever the order of its rows: their number, and a checksum of their text without the keyed columns. */
export type Content = { readonly rows: number; readonly checksum: string };

/** Counts and sums up the rows of `source`, a table or a query in brackets. */
export async function contentOf(client: Client, source: string, columns: readonly string[]): Promise<Content> {
  const { rows } = await client.query<{ rows: string; checksum: string }>(
    `select count(*)::text as rows, coalesce(bit_xor(('x' || left(md5(row(${columns.join(', ')})::text), 16))::bit(64)), 0::bit(64))::text as checksum
     from ${source} as source`,
  );
  const [found] = rows;
  return { rows: Number(found?.rows), checksum: BigInt(`0b${found?.checksum}`).toString(16).padStart(16, '0') };
}

/** The columns that a checksum is made of. */
export function checkedColumns(table: string, columns: readonly string[]): readonly string[] {
  return columns.filter((column) => !KEYED_COLUMNS[table]?.includes(column));
}
