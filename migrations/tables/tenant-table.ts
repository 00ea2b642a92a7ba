import type { QueryRunner } from 'typeorm';

/** Who may know what a table holds: everyone of the network, professionals of the region, those who accompany the person, or nobody in clear. */
export type Secrecy = 'public' | 'professional' | 'personal' | 'protected';

/** The rights of the two roles of the running product. */
export type TableRights = { readonly app_rw: string; readonly app_worker: string };

/**
 * One table of the tenants, declared once: its shape, its walls, and its line in the data map. Column lists are SQL; a region column,
 * the primary key and the region of each foreign key are added here.
 */
export type TenantTable = {
  readonly name: string;
  /** Data map: what it is for, how long a row stays, who may know. */
  readonly purpose: string;
  readonly retention: string;
  readonly secrecy: Secrecy;
  readonly columns: string;
  /** Columns of the primary key after the region; `id` when not said. */
  readonly key?: readonly string[];
  /** `column` or `column,column` → `table` or `table(column,column)`; the region is added on both sides, and an index. */
  readonly references?: Readonly<Record<string, string>>;
  /** Index bodies after the region: `unit_id, status where …`; `unique …` for a unique one. */
  readonly indexes?: readonly string[];
  /** Other table constraints. */
  readonly constraints?: readonly string[];
  /** Small helper tables of the walls stay in one piece. */
  readonly partitioned?: boolean;
  readonly rights: TableRights;
  /** What app_rw sees and writes inside its region; an absent verb is not granted, `true` means the whole region. */
  readonly policies: {
    readonly select?: string;
    readonly insert?: string;
    readonly update?: { readonly of: string; readonly to: string };
    readonly delete?: string;
  };
};

type Query = (sql: string) => Promise<unknown>;

const REGIONS = ['11', '24', '27', '28', '32', '44', '52', '53', '75', '76', '84', '93', '94', '01', '02', '03', '04', '06'];
const registry: TenantTable[] = [];

/** Every table of the tenants, in the order of their making: what opening a region and the catalogue tests walk. */
export const tenantTables: readonly TenantTable[] = registry;

/** Declares a table of the tenants. */
export function tenantTable(table: TenantTable): TenantTable {
  registry.push(table);
  return table;
}

/** Makes declared tables, with walls, and their partitions in the regions that are already open. */
export async function createTenantTables(runner: QueryRunner, tables: readonly TenantTable[]): Promise<void> {
  const query: Query = (sql) => runner.query(sql);
  const opened = (await runner.query('select region from app.opened_region order by region')) as { region: string }[];
  for (const table of tables) await createParent(query, table);
  // Policies speak of each other's tables: all tables first.
  for (const table of tables) {
    await grantAndPolice(query, table);
    for (const { region } of opened) await createPartition(query, table, region);
  }
}

/** The one shape of a policy: it begins with the region, read once per statement, whatever else it says. */
export function regionPolicy(name: string, table: string, verb: string, role: string, clauses: { using?: string; check?: string }): string {
  const region = 'region = (select sec.region())';
  const wall = (visible: string): string => (visible === 'true' ? region : `${region} and (${visible})`);
  const using = clauses.using === undefined ? '' : ` using (${wall(clauses.using)})`;
  const check = clauses.check === undefined ? '' : ` with check (${wall(clauses.check)})`;
  return `create policy ${name} on app.${table} for ${verb} to ${role}${using}${check}`;
}

/** A region's own partition: reached only through its parent, since it is closed to everyone and has no policy of its own. */
export async function createPartition(query: Query, table: TenantTable, region: string): Promise<void> {
  if (table.partitioned === false) return;
  const name = `part.${table.name}_${region}`;
  await query(`create table ${name} partition of app.${table.name} for values in ('${region}')`);
  await query(`revoke all on ${name} from public`);
  await query(`alter table ${name} enable row level security`);
  await query(`alter table ${name} force row level security`);
}

async function createParent(query: Query, table: TenantTable): Promise<void> {
  const key = ['region', ...(table.key ?? ['id'])].join(', ');
  const lines = [
    `region text collate "C" not null constraint ${table.name}_region check (region in (${REGIONS.map((code) => `'${code}'`).join(', ')}))`,
    table.columns.trim().replace(/,$/, ''),
    `primary key (${key})`,
    ...Object.entries(table.references ?? {}).map(([columns, target]) => foreignKey(columns, target)),
    ...(table.constraints ?? []),
  ];
  await query(
    `create table app.${table.name} (\n${lines.join(',\n')}\n)${table.partitioned === false ? '' : ' partition by list (region)'}`,
  );
  for (const index of indexesOf(table, key)) await query(index);
  await query(`alter table app.${table.name} enable row level security`);
  await query(`alter table app.${table.name} force row level security`);
}

function foreignKey(columns: string, target: string): string {
  const [, name, targetColumns] = /^(\w+)(?:\((.+)\))?$/.exec(target) ?? [];
  if (name === undefined) throw new Error(`not a reference: ${target}`);
  return `foreign key (region, ${columns}) references app.${name} (region, ${targetColumns ?? 'id'})`;
}

/** The declared indexes, and one per foreign key that none of them nor the primary key begins with. */
function indexesOf(table: TenantTable, key: string): string[] {
  const declared = table.indexes ?? [];
  const bodies = declared.map((index) => index.replace(/^unique /, ''));
  const missing = Object.keys(table.references ?? {}).filter((columns) => {
    const first = columns.split(',')[0]?.trim() ?? '';
    const begins = (body: string): boolean => new RegExp(`^${first}\\b`).test(body) && !/\bwhere\b/.test(body);
    return !key.startsWith(`region, ${first}`) && !bodies.some(begins);
  });
  return [...declared, ...missing].map((index) => {
    const unique = index.startsWith('unique ');
    const [columns = '', where] = index.replace(/^unique /, '').split(/\s+where\s+/);
    return `create ${unique ? 'unique ' : ''}index on app.${table.name} (region, ${columns})${where ? ` where ${where}` : ''}`;
  });
}

async function grantAndPolice(query: Query, table: TenantTable): Promise<void> {
  const { name, rights, policies } = table;
  if (rights.app_rw) await query(`grant ${rights.app_rw} on app.${name} to app_rw`);
  if (rights.app_worker) await query(`grant ${rights.app_worker} on app.${name} to app_worker`);
  await query(regionPolicy('worker', name, 'all', 'app_worker', { using: 'true', check: 'true' }));
  if (policies.select !== undefined) await query(regionPolicy('sees', name, 'select', 'app_rw', { using: policies.select }));
  if (policies.insert !== undefined) await query(regionPolicy('adds', name, 'insert', 'app_rw', { check: policies.insert }));
  if (policies.update !== undefined) {
    await query(regionPolicy('changes', name, 'update', 'app_rw', { using: policies.update.of, check: policies.update.to }));
  }
  if (policies.delete !== undefined) await query(regionPolicy('removes', name, 'delete', 'app_rw', { using: policies.delete }));
}
