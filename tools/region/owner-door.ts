import { Client } from 'pg';

/** A connection as the owner of the tables, through the migrator's login: the only door that closing and reopening need. */
export async function asOwner<T>(migratorUrl: string, task: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: migratorUrl, application_name: 'relais-region' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('set role relais_owner');
    await client.query('set statement_timeout = 0');
    await client.query('set idle_in_transaction_session_timeout = 0');
    return await task(client);
  } finally {
    await client.end();
  }
}

/** All or nothing. */
export async function inTransaction<T>(client: Client, task: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await task();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
