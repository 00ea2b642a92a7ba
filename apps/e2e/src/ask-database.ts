import { Client } from 'pg';

/** Asks the product's database for what no screen can prove or bring about, as its owner; the product itself has no such door. */
export async function askDatabase<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
  const url = process.env['E2E_DATABASE'];
  if (!url) throw new Error('E2E_DATABASE is missing: the URL of the database of E2E_URL, as its owner');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, [...params])).rows as T[];
  } finally {
    await client.end();
  }
}
