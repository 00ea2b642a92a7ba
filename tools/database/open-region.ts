import { randomBytes, randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { isRegionCode, regionOf, type RegionCode } from '../../libs/domain/src/regions/region';
import { createPartition, tenantTables } from '../../migrations/index';
import { Trouble } from '../start/trouble';
import { firstAgreement } from './first-agreement';
import type { DatabaseUrls } from './prepare';
import { communesOf } from './reference-communes';
import type { Secrets } from './secrets';
import { enterAs } from '../../libs/server/kernel/src/signed-context';

/** A region that was closed here is opened again from its export, never anew beside what it left. */
export class RegionClosed extends Trouble {
  constructor(readonly region: RegionCode) {
    super(`Region ${region} was closed here: open it again from its export, npm run region:reopen -- FILE`);
  }
}

/** Choices of an opening. */
export type OpenOptions = {
  /** For a region that another program fills (the tests): no operator, no administrator. */
  readonly withoutAdministrator?: boolean;
};

/** What opening did; the administrator's password is shown once and kept nowhere in clear. */
export type Opening = { readonly opened: boolean; readonly administrator?: { readonly email: string; readonly password: string } };

/**
 * Opens a region: its partitions, communes, first settings and first administrator. Opening twice changes nothing, and an opening cut
 * half-way is finished by the next one. Throws a `RangeError` on an unknown code.
 */
export async function openRegion(urls: DatabaseUrls, secrets: Secrets, code: string, options: OpenOptions = {}): Promise<Opening> {
  if (!isRegionCode(code)) throw new RangeError(`${code} is not the code of a region`);
  const opened = await within(urls.migrator, (client) => makePartitions(client, code));
  const post = await within(urls.worker, (client) => fill(client, secrets.contextKey, code, options));
  if (!post) return { opened };
  const administrator = await within(urls.auth, (client) => giveAccount(client, code, post));
  return { opened, ...(administrator ? { administrator } : {}) };
}

/** All the partitions in one transaction: a region is open or it is not. */
async function makePartitions(client: Client, region: RegionCode): Promise<boolean> {
  return retryingLock(() =>
    transaction(client, async () => {
      await client.query('set local role relais_owner');
      await client.query(`select pg_advisory_xact_lock(hashtext('relais regions'))`);
      const known = await client.query('select 1 from app.opened_region where region = $1', [region]);
      if (known.rowCount) return false;
      const closed = await client.query('select 1 from deploy.closed_region where region = $1', [region]);
      if (closed.rowCount) throw new RegionClosed(region);
      for (const table of tenantTables) await createPartition((sql) => client.query(sql), table, region);
      await client.query(`create sequence part.file_number_${region}`);
      await client.query(`grant usage on sequence part.file_number_${region} to relais_upkeep`);
      await client.query('insert into app.opened_region (region) values ($1)', [region]);
      return true;
    }),
  );
}

type AdministratorPost = { accountId: string; staffId: string; postId: string; unitId: string; operatorId: string; name: string };

async function fill(client: Client, contextKey: string, region: RegionCode, options: OpenOptions): Promise<AdministratorPost | undefined> {
  return transaction(client, async () => {
    await client.query(enterAs('app_worker', contextKey, { region, role: 'system' }, Math.floor(Date.now() / 1000) + 60));
    await client.query(`select pg_advisory_xact_lock(hashtext('relais fill ' || $1))`, [region]);
    const communes = communesOf(region);
    await client.query(
      `insert into app.commune (region, code, name, postcode, departement)
       select $1, c.code, c.name, c.postcode, c.departement
       from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as c (code, name, postcode, departement)
       on conflict (region, code) do nothing`,
      [
        region,
        communes.map((c) => c.code),
        communes.map((c) => c.name),
        communes.map((c) => c.postcode),
        communes.map((c) => c.departement),
      ],
    );
    await client.query(
      `insert into app.agreement_setting (region, id, version, valid_from, time_zone, body) values ($1, $2, 1, '2026-01-01Z', $3, $4)
       on conflict (region, version) do nothing`,
      [region, randomUUID(), regionOf(region).timeZone, firstAgreement],
    );
    return options.withoutAdministrator ? undefined : administrate(client, region);
  });
}

/** The Region as an operator, with one unit and its first administrator. */
async function administrate(client: Client, region: RegionCode): Promise<AdministratorPost> {
  const name = `Région ${regionOf(region).name}`;
  const known = await client.query<Omit<AdministratorPost, 'name'>>(
    `select s.account_id as "accountId", s.id as "staffId", p.id as "postId", p.unit_id as "unitId", p.operator_id as "operatorId"
     from app.post p join app.staff s on s.region = p.region and s.id = p.staff_id
     where p.region = $1 and p.role = 'regional_administrator' and s.email = $2`,
    [region, emailOf(region)],
  );
  if (known.rows[0]) return { ...known.rows[0], name };
  const post = { accountId: randomUUID(), staffId: randomUUID(), postId: randomUUID(), unitId: randomUUID(), operatorId: randomUUID() };
  await client.query(`insert into app.operator (region, id, kind, name, short_name) values ($1, $2, 'REGION', $3, $3)`, [
    region,
    post.operatorId,
    name,
  ]);
  await client.query(
    `insert into app.unit (region, id, operator_id, kind, name, receives_referrals) values ($1, $2, $3, 'directorate', $4, false)`,
    [region, post.unitId, post.operatorId, `${name} – coordination`],
  );
  await client.query(
    `insert into app.staff (region, id, account_id, given_name, family_name, email) values ($1, $2, $3, 'Administration', $4, $5)`,
    [region, post.staffId, post.accountId, name, emailOf(region)],
  );
  await client.query(
    `insert into app.post (region, id, staff_id, unit_id, operator_id, role, since) values ($1, $2, $3, $4, $5, 'regional_administrator', current_date)`,
    [region, post.postId, post.staffId, post.unitId, post.operatorId],
  );
  return { ...post, name };
}

/** The account of the first administrator; none when it was given before. */
async function giveAccount(
  client: Client,
  region: RegionCode,
  post: AdministratorPost,
): Promise<{ email: string; password: string } | undefined> {
  const email = emailOf(region);
  const password = randomBytes(12).toString('base64url');
  return transaction(client, async () => {
    await client.query('set local role app_auth');
    const known = await client.query('select 1 from auth.account where email = $1', [email]);
    if (known.rowCount) return undefined;
    await client.query(
      `insert into auth.account (id, email, password_hash, given_name, family_name) values ($1, $2, $3, 'Administration', $4)`,
      [post.accountId, email, await hash(password, { memoryCost: 47_104, timeCost: 1, parallelism: 1 }), post.name],
    );
    await client.query(
      `insert into auth.account_post (account_id, region, post_id, staff_id, unit_id, operator_id, operator_name, unit_name, role)
       values ($1, $2, $3, $4, $5, $6, $7, $7, 'regional_administrator')`,
      [post.accountId, region, post.postId, post.staffId, post.unitId, post.operatorId, post.name],
    );
    return { email, password };
  });
}

function emailOf(region: RegionCode): string {
  return `administration.${region}@relais.example`;
}

async function transaction<T>(client: Client, task: () => Promise<T>): Promise<T> {
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

async function retryingLock<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = 20; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left <= 1 || (error as { code?: string }).code !== '55P03') throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function within<T>(url: string, task: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}
