import type { ClientBase } from 'pg';
import type { DemoWorld } from '../region/generate-region';
import { accountRows } from './network-rows';
import type { Row } from './tables';

const POST_COLUMNS = ['account_id', 'post_id', 'staff_id', 'unit_id', 'operator_id', 'operator_name', 'unit_name', 'title', 'role'];

/** Adds the accounts of a region's professionals; an account that already works in another region only gains its posts here. */
export async function addAccounts(
  client: ClientBase,
  { region, network }: DemoWorld,
  { password, passwordHash }: { readonly password: string; readonly passwordHash: string },
): Promise<void> {
  const { accounts, posts, shown } = accountRows(network);
  const column = (rows: readonly Row[], name: string): unknown[] => rows.map((row) => row[name]);
  await client.query(
    `insert into auth.account (id, email, password_hash, given_name, family_name)
     select a.id, a.email, $1, a.given_name, a.family_name
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as a (id, email, given_name, family_name) on conflict do nothing`,
    [passwordHash, ...['id', 'email', 'given_name', 'family_name'].map((name) => column(accounts, name))],
  );
  await client.query(
    `insert into auth.account_post (region, ${POST_COLUMNS.join(', ')})
     select $1, p.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[]) as p
     on conflict do nothing`,
    [region, ...POST_COLUMNS.map((name) => column(posts, name))],
  );
  await client.query(
    `insert into auth.demo_account (email, password, region, operator, role)
     select a.email, $1, $2, a.operator, a.role from unnest($3::text[], $4::text[], $5::text[]) as a (email, operator, role) on conflict do nothing`,
    [password, region, ...['email', 'operator', 'role'].map((name) => column(shown, name))],
  );
}
