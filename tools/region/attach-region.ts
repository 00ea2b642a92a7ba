import type { Client } from 'pg';
import type { RegionCode } from '../../libs/domain/src/regions/region';
import type { ExportedTable, Manifest } from './manifest';
import { inTransaction } from './owner-door';
import { cannot, loadTable } from './load-table';
import { regionTables, withoutCircles } from './region-tables';

/** Attaches the waiting tables of a region and gives its posts back, in one transaction: it is open or it is not. */
export async function attachRegion(client: Client, region: RegionCode, manifest: Manifest, work: string): Promise<void> {
  await inTransaction(client, async () => {
    await client.query(`select pg_advisory_xact_lock(hashtext('relais regions'))`);
    await client.query(`set local lock_timeout = '30s'`);
    // References are checked as the owner, who must see what they refer to: the walls are down for the owner inside this transaction only.
    for (const { name } of regionTables) await client.query(`alter table app.${name} no force row level security`);
    await withoutCircles(client, async () => {
      for (const { name, partitioned } of regionTables) await (partitioned ? attach : putBack)(client, name, region);
    });
    for (const { name } of regionTables) await client.query(`alter table app.${name} force row level security`);
    await numberFiles(client, region, manifest.fileNumber);
    for (const table of manifest.tables.filter(({ schema }) => schema === 'auth')) await giveBack(client, table, work);
    await client.query('update auth.account_post set active = true, closed_with_region = false where region = $1 and closed_with_region', [
      region,
    ]);
    await client.query('delete from deploy.closed_region where region = $1', [region]);
    await client.query('insert into app.opened_region (region) values ($1)', [region]);
  });
  await client.query(`analyze`);
}

/** The waiting table becomes the region's partition, closed to everyone as every partition is. */
async function attach(client: Client, name: string, region: RegionCode): Promise<void> {
  await client.query(`alter table closed.${name}_${region} set schema part`);
  await client.query(`revoke all on part.${name}_${region} from public`);
  await client.query(`alter table app.${name} attach partition part.${name}_${region} for values in ('${region}')`);
  await client.query(`alter table part.${name}_${region} enable row level security`);
  await client.query(`alter table part.${name}_${region} force row level security`);
}

/** Rows of a table in one piece go back among those of other regions. */
async function putBack(client: Client, name: string, region: RegionCode): Promise<void> {
  await client.query(`insert into app.${name} select * from closed.${name}_${region}`);
  await client.query(`drop table closed.${name}_${region}`);
}

async function numberFiles(client: Client, region: RegionCode, last: number): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('closed.file_number_${region}') is not null as there`);
  await client.query(
    rows[0]?.there ? `alter sequence closed.file_number_${region} set schema part` : `create sequence part.file_number_${region}`,
  );
  await client.query(`grant usage on sequence part.file_number_${region} to relais_upkeep`);
  if (last > 0) await client.query(`select setval('part.file_number_${region}', $1)`, [last]);
}

/** Accounts and posts of the export that are not here yet. An account that is here, with posts in other regions, stays as it is. */
async function giveBack(client: Client, table: ExportedTable, work: string): Promise<void> {
  const columns = table.columns.join(', ');
  await client.query(`create temporary table returning_${table.name} (like auth.${table.name} including defaults) on commit drop`);
  await loadTable(client, `returning_${table.name}`, table, work);
  await client.query(`insert into auth.${table.name} (${columns}) select ${columns} from returning_${table.name} on conflict do nothing`);
  if (table.name !== 'account') return;
  const strangers = await client.query('select 1 from returning_account r where not exists (select from auth.account a where a.id = r.id)');
  if (strangers.rowCount) cannot(`${strangers.rowCount} accounts of this export have the e-mail of somebody else here.`);
}
