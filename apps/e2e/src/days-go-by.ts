import { Client } from 'pg';

const DATES = `
  select column_name as name from information_schema.columns
  where table_schema = 'app' and table_name = $1 and data_type = 'timestamp with time zone'`;

/** What grows older, and one of its dates that stays. */
type Passing = { readonly of?: 'referral' | 'handover'; readonly but?: string };

/**
 * Days go by for one referral, or one handover: all its dates move back, so that the product's own clock finds it that much older and does
 * what is due. Through a connection of the database's owner, as fixtures have; the product itself has no such door.
 */
export async function daysGoBy(days: number, id: string, { of = 'referral', but = '' }: Passing = {}): Promise<void> {
  const url = process.env['E2E_DATABASE'];
  if (!url) throw new Error('E2E_DATABASE is missing: the URL of the database of E2E_URL, as its owner');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(DATES, [of]);
    const moved = rows.filter(({ name }) => name !== but).map(({ name }) => `${name} = ${name} - make_interval(days => $2)`);
    await client.query(`update app.${of} set ${moved.join(', ')} where id = $1`, [id, days]);
  } finally {
    await client.end();
  }
}

/** The referral that a page shows. */
export function idOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}
