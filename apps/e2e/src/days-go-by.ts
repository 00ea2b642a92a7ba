import { askDatabase } from './ask-database';

const DATES = `
  select column_name as name from information_schema.columns
  where table_schema = 'app' and table_name = $1 and data_type = 'timestamp with time zone'`;

/** What grows older, and one of its dates that stays. */
type Passing = { readonly of?: 'referral' | 'handover'; readonly but?: string };

/**
 * Days go by for one referral, or one handover: all its dates move back, so that the product's own clock finds it that much older and does
 * what is due.
 */
export async function daysGoBy(days: number, id: string, { of = 'referral', but = '' }: Passing = {}): Promise<void> {
  const columns = await askDatabase<{ name: string }>(DATES, [of]);
  const moved = columns.filter(({ name }) => name !== but).map(({ name }) => `${name} = ${name} - make_interval(days => $2)`);
  await askDatabase(`update app.${of} set ${moved.join(', ')} where id = $1`, [id, days]);
}

/** The referral that a page shows. */
export function idOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}
