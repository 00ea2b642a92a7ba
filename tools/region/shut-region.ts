import type { Client } from 'pg';
import type { RegionCode } from '../../libs/domain/src/regions/region';
import { Trouble } from '../start/trouble';
import { inTransaction } from './owner-door';
import { regionTables, type RegionTable } from './region-tables';

/** Why a region can't be closed now; one sentence for the person at the keyboard. */
export class NotSettled extends Trouble {}

const ISO = `to_char(closed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What shutting did. */
export type Shutting = { readonly shut: boolean; readonly closedAt: string; readonly posts: number; readonly waiting: number };

/**
 * Shuts a region in one transaction: its posts end, its partitions are detached and wait in the schema `closed`, reached by their owner
 * alone. Shutting twice changes nothing. Throws {@link NotSettled} when the region is not open or
 * events are on their way.
 */
export async function shutRegion(client: Client, region: RegionCode): Promise<Shutting> {
  return inTransaction(client, async () => {
    await client.query(`select pg_advisory_xact_lock(hashtext('relais regions'))`);
    const [known] = (
      await client.query<{ closed_at: string }>(`select ${ISO} as closed_at from deploy.closed_region where region = $1`, [region])
    ).rows;
    const waiting = (): Promise<number> =>
      count(client, `select count(*)::int as n from closed.referral_${region} where due_at is not null and status <> 'closed'`);
    if (known) return { shut: false, closedAt: known.closed_at, posts: 0, waiting: await waiting() };
    const opened = await client.query('delete from app.opened_region where region = $1', [region]);
    if (!opened.rowCount) throw new NotSettled('This region is not open here.');
    const posts = await client.query(
      'update auth.account_post set active = false, closed_with_region = true where region = $1 and active',
      [region],
    );
    // Detaching asks, as the owner, whether rows elsewhere still refer to the partition. Behind the walls it sees none, and there are
    // none: every reference carries its region, and all tables of the region leave together.
    await client.query('set local row_security = on');
    for (const table of [...regionTables].reverse()) await (table.partitioned ? detach : setAside)(client, table, region);
    await client.query(`alter sequence part.file_number_${region} set schema closed`);
    const onTheirWay = await count(client, `select count(*)::int as n from closed.outbox_${region} where settled_at is null`);
    if (onTheirWay > 0)
      throw new NotSettled(
        `${onTheirWay} events of this region have not been acted upon yet: let Relais run until they are, then close it.`,
      );
    const [row] = (
      await client.query<{ closed_at: string }>(`insert into deploy.closed_region (region) values ($1) returning ${ISO} as closed_at`, [
        region,
      ])
    ).rows;
    return { shut: true, closedAt: row?.closed_at ?? '', posts: posts.rowCount ?? 0, waiting: await waiting() };
  });
}

/** A partition leaves its table and everything that ties it to others; its owner may read it again. */
async function detach(client: Client, { name }: RegionTable, region: RegionCode): Promise<void> {
  await client.query(`alter table app.${name} detach partition part.${name}_${region}`);
  await client.query(`alter table part.${name}_${region} set schema closed`);
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(conname) as name from pg_constraint where conrelid = $1::regclass and contype = 'f' and conparentid = 0`,
    [`closed.${name}_${region}`],
  );
  for (const constraint of rows) await client.query(`alter table closed.${name}_${region} drop constraint ${constraint.name}`);
  await client.query(`alter table closed.${name}_${region} no force row level security`);
}

/** Rows of a table in one piece are moved to one of their own; its wall is down for its owner inside this transaction only. */
async function setAside(client: Client, { name }: RegionTable, region: RegionCode): Promise<void> {
  await client.query(`create table closed.${name}_${region} (like app.${name} including all)`);
  await client.query(`alter table app.${name} no force row level security`);
  await client.query(
    `with gone as (delete from app.${name} where region = $1 returning *) insert into closed.${name}_${region} select * from gone`,
    [region],
  );
  await client.query(`alter table app.${name} force row level security`);
}

async function count(client: Client, sql: string): Promise<number> {
  return (await client.query<{ n: number }>(sql)).rows[0]?.n ?? 0;
}
