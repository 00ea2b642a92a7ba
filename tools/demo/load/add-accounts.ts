import { createHash } from 'node:crypto';
import { Secret } from 'otpauth';
import type { ClientBase } from 'pg';
import { ROLES_WITH_CODE, type Role } from '@relais/domain';
import type { DemoWorld } from '../region/generate-region';
import { accountRows } from './network-rows';
import type { DemoSealer } from './people-rows';
import type { Row } from './tables';

const POST_COLUMNS = ['account_id', 'post_id', 'staff_id', 'unit_id', 'operator_id', 'operator_name', 'unit_name', 'title', 'role'];

/** Adds the accounts of a region's professionals; an account that already works in another region only gains its posts here. */
export async function addAccounts(
  client: ClientBase,
  { region, network }: DemoWorld,
  { password, passwordHash, sealer }: { readonly password: string; readonly passwordHash: string; readonly sealer: DemoSealer },
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
  await addTelephones(client, posts, accounts, sealer);
}

/** Administrators act with a second factor only: those of the demo have one, and the list of accounts shows its secret. */
async function addTelephones(client: ClientBase, posts: readonly Row[], accounts: readonly Row[], sealer: DemoSealer): Promise<void> {
  const administrators = new Set(posts.filter(({ role }) => ROLES_WITH_CODE.includes(role as Role)).map((post) => post['account_id']));
  for (const { id, email } of accounts.filter((account) => administrators.has(account['id']))) {
    const secret = secretOf(String(email));
    const key = sealer.newKey();
    await client.query(
      'update auth.account set totp_key = $2, totp_sealed = $3, totp_confirmed_at = created_at where id = $1 and totp_sealed is null',
      [id, key, sealer.seal(key, secret)],
    );
    await client.query('update auth.demo_account set totp_secret = $2 where email = $1', [email, secret]);
  }
}

/** 160 bits that follow from the e-mail. */
function secretOf(email: string): string {
  const bytes = createHash('sha256').update(`demo telephone of ${email}`).digest().subarray(0, 20);
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
}
