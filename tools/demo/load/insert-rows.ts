import type { ClientBase } from 'pg';
import { TABLES, type Row, type TableName } from './tables';

const AT_ONCE = 4000;

/**
 * Inserts rows of one region, thousands a message: one array per column, since `COPY` into a table behind forced walls is refused.
 * Lists and JSON travel as text and are cast on arrival.
 */
export async function insertRows(client: ClientBase, region: string, table: TableName, rows: readonly Row[]): Promise<void> {
  const columns = TABLES[table].split(', ').map((column) => column.split(' ') as [name: string, type: string]);
  const names = columns.map(([name]) => name).join(', ');
  const carried = columns.map(([, type], index) => `$${index + 2}::${type === 'jsonb' || type === 'text[]' ? 'text' : type}[]`).join(', ');
  const cast = columns.map(([name, type]) => (type === 'jsonb' || type === 'text[]' ? `r.${name}::${type}` : `r.${name}`)).join(', ');
  const sql = `insert into app.${table} (region, ${names}) select $1, ${cast} from unnest(${carried}) as r (${names})`;
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    await client.query({
      name: `demo ${table}`,
      text: sql,
      values: [region, ...columns.map(([name, type]) => some.map((row) => asText(row[name], type)))],
    });
  }
}

function asText(value: unknown, type: string): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'jsonb') return JSON.stringify(value);
  if (type === 'text[]') return `{${(value as readonly string[]).join(',')}}`;
  return value;
}
